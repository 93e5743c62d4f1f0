import { ABSENT, type Flight } from '../flight'
import type { Millis } from '../millis'
import { INTEGRATED, INTEGRATION_SERVER_ERROR, type Outcome } from '../outcome'
import type { Runtime } from '../runtime'

/**
 * A response enters the cache when the backend's answer is there, not when it was asked for. `bytes` is ABSENT for what the gateway
 * made itself. Whether other statuses than 2xx are kept is an assumption (U3). Source: rest-api.md 6.2.
 */
export function cacheStore(runtime: Runtime, flight: Flight, outcome: Outcome, bytes: number, now: Millis): void {
  if (flight.cacheSlot === ABSENT || bytes === ABSENT) return
  if (bytes > LARGEST_CACHE_ENTRY || outcome > INTEGRATION_SERVER_ERROR) return
  if (outcome !== INTEGRATED && !runtime.cacheErrorResponses) return
  const ttl = runtime.cacheTtl[flight.route]!
  if (ttl === 0) return
  runtime.responses[runtime.stageOf[flight.route]!]!.store(flight.cacheSlot, bytes, now, ttl)
}

/** Bytes. Source: `LIMITS.cacheEntry`; a constant of its own so that the hot path reads a number. */
export const LARGEST_CACHE_ENTRY = 1_048_576
