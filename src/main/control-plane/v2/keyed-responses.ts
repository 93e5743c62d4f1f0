import { idOf, nameOf, type IdScope } from '../ids'
import type { ControlPlane } from '../control-plane'
import { notFound } from '../service-error'

/** Responses of a route or an integration, by their key. */
export type KeyedResponses<T> = Readonly<Record<string, T>>

/** The response with an id. */
export function findResponse<T>(
  state: ControlPlane,
  scope: IdScope,
  responses: KeyedResponses<T>,
  id: string,
  label: string,
): { key: string; response: T } {
  const key = nameOf(state, scope, id, Object.keys(responses))
  const response = key === undefined ? undefined : responses[key]
  if (key !== undefined && response !== undefined) return { key, response }
  const known = Object.keys(responses).map((each) => `${idOf(state, scope, each)} (${each})`)
  const hint = known.length === 0 ? 'There is none yet.' : `Did you mean ${known.join(' or ')}?`
  throw notFound(`Invalid ${label} identifier specified`, hint)
}

/** The same responses with one under another key, at its place. */
export function replaced<T>(responses: KeyedResponses<T>, from: string, to: string, response: T): KeyedResponses<T> {
  return Object.fromEntries(
    Object.entries(responses).map(([key, each]) => (key === from ? [to, response] : [key, each])),
  )
}
