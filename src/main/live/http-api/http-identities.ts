import type { HttpAuthorizerResult } from '../../engine/http-api/http-authorizer-result'
import { httpIdentity } from '../../engine/http-api/http-identity-source'
import { ABSENT, UNIDENTIFIED } from '../../engine/flight'
import { bounded, shortened, type CacheLabel } from '../stores/cache-label'
import type { Identities } from '../stores/identities'
import type { KeptResultRow } from '../stores/list-caches'
import type { HttpCall } from './http-call'
import type { FunctionAuthorization } from './http-live-route'

/** Callers of HTTP APIs by slot, with what their authorizers returned. */
export type HttpIdentities = Identities<HttpAuthorizerResult>

/**
 * The slot of a call's caller, which is held until it is released: by authorizer, stage and the values of the identity sources, whatever
 * the route. A source that is missing or empty is answered with 401 without a call. Source: http-api.md 6.5 and 6.6.
 */
export function holdHttpIdentity(identities: HttpIdentities, call: HttpCall): number {
  const { authorization } = call.route
  if (authorization.kind !== 'function') return ABSENT
  const values = authorization.sources.map((source) => httpIdentity(source, call.facts))
  const found = values.filter((value) => value !== null)
  if (found.length < values.length) return UNIDENTIFIED
  call.identity = found
  return authorization.keepsResults ? identities.hold(authorization.index, found) : ABSENT
}

/** What a kept result is called where people look at it: never with a whole secret. */
export function httpIdentityLabel({ identity, route }: HttpCall, { id, sources }: FunctionAuthorization): CacheLabel {
  const { api, stage } = route.stage.view
  const parts = sources.map(({ location, name }, index) => {
    const value = identity[index] ?? ''
    const isSecret = location === 'header' || location === 'querystring'
    return `${name}: ${isSecret ? shortened(value) : bounded(value)}`
  })
  return { apiName: api.name, stage, owner: id, key: parts.join(', ') }
}

/** The results in words, those that are out of date as well. */
export function keptHttpResults(identities: HttpIdentities): KeptResultRow[] {
  return identities.entries().map(({ slot, result, label }) => ({ slot, label, summary: summaryOf(result) }))
}

function summaryOf(result: HttpAuthorizerResult): string {
  if (result.kind === 'simple') return result.isAuthorized ? 'Allow' : 'Deny'
  const effects = new Set([result.policy.Statement].flat().map(({ Effect }) => Effect))
  return `${[...effects].join(' and ')}${result.principalId === null ? '' : `, principal ${result.principalId}`}`
}
