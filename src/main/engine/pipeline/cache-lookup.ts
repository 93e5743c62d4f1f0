import type { CacheControlStrategy, EffectiveCaching } from '@shared/design/method-settings'
import { ABSENT, NO_CACHE_CONTROL, RENEW_IGNORED_WITH_HEADER, RENEW_PERMITTED, type Flight } from '../flight'
import type { Millis } from '../millis'
import { ACCESS_DENIED, CACHED } from '../outcome'
import type { Runtime } from '../runtime'
import { CONTINUE, type Verdict } from '../verdict'
import { respond } from './respond'

/** `Runtime.cacheControlRule`: what `Cache-Control: max-age=0` does on a route. */
export const ANYBODY_MAY_RENEW = 0
export const FAIL_WITH_403 = 1
export const SUCCEED_WITH_RESPONSE_HEADER = 2
export const SUCCEED_WITHOUT_RESPONSE_HEADER = 3

const RULES: { readonly [strategy in CacheControlStrategy]: number } = {
  FAIL_WITH_403,
  SUCCEED_WITH_RESPONSE_HEADER,
  SUCCEED_WITHOUT_RESPONSE_HEADER,
}

/** The rule that a method's caching settings amount to. */
export function cacheControlRule(caching: EffectiveCaching): number {
  return caching.requireAuthorizationForCacheControl
    ? RULES[caching.unauthorizedCacheControlHeaderStrategy]
    : ANYBODY_MAY_RENEW
}

/** A fresh entry ends the request. Source: "Enable API caching to enhance responsiveness", rest-api.md 6. */
export function cacheLookup(runtime: Runtime, flight: Flight, now: Millis): Verdict {
  const slot = flight.cacheSlot
  if (slot === ABSENT) return CONTINUE
  if (flight.cacheControl !== NO_CACHE_CONTROL) {
    const rule = runtime.cacheControlRule[flight.route]!
    if (rule === ANYBODY_MAY_RENEW || flight.cacheControl === RENEW_PERMITTED) return miss(runtime)
    if (rule === FAIL_WITH_403) return respond(flight, ACCESS_DENIED)
    if (rule === SUCCEED_WITH_RESPONSE_HEADER) flight.cacheControl = RENEW_IGNORED_WITH_HEADER
  }
  return runtime.responses[runtime.stageOf[flight.route]!]!.has(slot, now) ? respond(flight, CACHED) : miss(runtime)
}

function miss(runtime: Runtime): Verdict {
  runtime.counters.cacheMisses++
  return CONTINUE
}
