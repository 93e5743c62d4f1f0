import type { Api } from '@shared/design/api'
import { idFrom } from '@shared/design/id-from'

/** The id in a design for what a template calls an API: the same where it looks like an id, else one made from it. */
export function apiIdFor(written: string): string {
  return /^[a-z0-9]{10}$/.test(written) ? written : idFrom(`api ${written}`, 10)
}

/** The API that a reference of a template leads to; undefined when it leads to none. */
export type ApiFinder = (written: string | undefined) => Api | undefined

export function apiFinder(apis: readonly Api[]): ApiFinder {
  const byId = new Map(apis.map((api) => [api.id, api]))
  return (written) => (written === undefined ? undefined : byId.get(apiIdFor(written)))
}
