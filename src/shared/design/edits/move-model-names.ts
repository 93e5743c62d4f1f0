import { mapMembers } from './update-in'

type ModelNames = Readonly<Record<string, string>>

/** Names of models by content type or key: one that is renamed follows, or goes when `to` is null. Undefined when none is left. */
export function moveModelNames(
  models: ModelNames | undefined,
  from: string,
  to: string | null,
): ModelNames | undefined {
  if (!models) return undefined
  const moved = mapMembers(models, (name: string) => (name === from ? (to ?? undefined) : name))
  return Object.keys(moved).length === 0 && moved !== models ? undefined : moved
}
