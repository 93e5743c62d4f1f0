import type { TemplateOutcome } from '@shared/contract/template'

/** How many values a template wrote to `requestOverride` and `responseOverride`. */
export function countOverrides(outcome: TemplateOutcome | undefined): number {
  if (outcome === undefined || !outcome.ok) return 0
  return [outcome.requestOverride, outcome.responseOverride].reduce((sum, override) => sum + countIn(override), 0)
}

function countIn(override: { readonly [name: string]: unknown }): number {
  return Object.values(override).reduce<number>((sum, value) => {
    if (value === undefined) return sum
    return sum + (typeof value === 'object' && value !== null ? Object.keys(value).length : 1)
  }, 0)
}
