import { methodSettingKey } from '@shared/design/method-settings'
import { ABSENT, NO_CACHE_CONTROL, RENEW_NOT_PERMITTED, UNIDENTIFIED, type Flight } from '../engine/flight'
import { headerValue, headerValues } from '../engine/mapping/header-list'
import type { Runtime } from '../engine/runtime'
import { cacheKey } from './cache-key'
import type { Call } from './call'
import { identityRequest } from './events/identity-request'
import type { LiveRoute } from './live-route'
import type { LiveStage } from './live-stage'
import type { Message } from './request/message'
import type { Addresses } from './stores/addresses'
import type { ApiKeyIndex } from './stores/api-key-index'
import type { AuthorizerResult } from '../engine/authorizers/authorizer-result'
import type { Identities } from './stores/identities'
import type { ResponseStore } from './stores/response-store'

/** Where strings of messages become the numbers that the core works with. */
export interface ArrivalStores {
  readonly identities: Identities<AuthorizerResult>
  readonly responses: ResponseStore
  readonly apiKeys: ApiKeyIndex
  readonly addresses: Addresses
}

/** Write a call's facts into its flight. The slots are held until `letGo`. */
export function describeFlight(runtime: Runtime, stores: ArrivalStores, flight: Flight, call: Call): void {
  const { route } = call
  flight.route = route.index
  flight.identity = identityOf(stores.identities, call)
  flight.apiKey = apiKeyOf(stores.apiKeys, call)
  flight.cacheSlot = isCacheable(runtime, route, call.message.verb)
    ? stores.responses.hold(route.stage.cacheIndex, cacheKey(call))
    : ABSENT
  flight.cacheControl = asksToRenew(call) ? RENEW_NOT_PERMITTED : NO_CACHE_CONTROL
  flight.caller = holdAddress(runtime, stores, route.stage, call.message)
  flight.flags = 0
}

/** Give back the slots that `describeFlight` took. */
export function letGo(stores: ArrivalStores, { identity, cacheSlot, caller }: Flight): void {
  if (caller >= 0) stores.addresses.release(caller)
  if (identity >= 0) stores.identities.release(identity)
  if (cacheSlot >= 0) stores.responses.release(cacheSlot)
}

/** Only a web ACL asks who calls. The slot is held until it is released. */
export function holdAddress(runtime: Runtime, stores: ArrivalStores, stage: LiveStage, { sourceIp }: Message): number {
  return runtime.webAclOf[stage.index] === ABSENT ? ABSENT : stores.addresses.hold(sourceIp)
}

function identityOf(identities: Identities<AuthorizerResult>, call: Call): number {
  const { authorizer } = call.route
  if (authorizer === null) return ABSENT
  const reading = authorizer.reader.read(identityRequest(call))
  if (reading.kind !== 'found') return UNIDENTIFIED
  return authorizer.keepsResults ? identities.hold(authorizer.index, reading.values) : ABSENT
}

/** A key only matters where one is required; with the key source AUTHORIZER the header is not looked at. */
function apiKeyOf(apiKeys: ApiKeyIndex, { route, message }: Call): number {
  const { compiled, stage } = route
  if (!compiled.method.apiKeyRequired || stage.view.definition.apiKeySource === 'AUTHORIZER') return ABSENT
  const value = headerValue(message.headers, 'X-API-Key')
  return value === undefined ? ABSENT : apiKeys.indexOf(value)
}

/** Of the requests that arrive through ANY a stage-wide setting caches GET only. Source: rest-api.md 6.1. */
function isCacheable(runtime: Runtime, { index, compiled, stage }: LiveRoute, verb: string): boolean {
  if (runtime.cacheTtl[index] === 0) return false
  if (compiled.verb !== 'ANY' || verb === 'GET') return true
  return stage.view.settings.methodSettings[methodSettingKey(compiled.path, 'ANY')]?.cachingEnabled === true
}

/** Only `max-age=0` asks for it (U14). Permission comes with IAM, once the caller is known: `checkSignature` finds it. */
function asksToRenew({ message }: Call): boolean {
  const values = headerValues(message.headers, 'cache-control')
  if (values.length === 0) return false
  const directives = values.join(',').toLowerCase().split(',')
  return directives.some((directive) => /^\s*max-age\s*=\s*"?0+"?\s*$/.test(directive))
}
