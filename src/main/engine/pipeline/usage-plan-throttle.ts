import { ABSENT, type Flight } from '../flight'
import type { Millis } from '../millis'
import { THROTTLED_PLAN, THROTTLED_PLAN_METHOD } from '../outcome'
import type { Runtime } from '../runtime'
import { CONTINUE, type Verdict } from '../verdict'
import { respond } from './respond'

/**
 * The client's own bucket: the plan's limit for this method where it has one, else the plan's limit.
 * Source: "Throttle requests to your REST APIs", order of evaluation.
 */
export function usagePlanThrottle(runtime: Runtime, flight: Flight, now: Millis): Verdict {
  const row = flight.planKey
  const forMethod = planMethodBucket(runtime, flight)
  if (forMethod !== ABSENT) {
    return runtime.planMethodBuckets.take(forMethod, now) ? CONTINUE : respond(flight, THROTTLED_PLAN_METHOD)
  }
  return runtime.usagePlanBuckets.take(row, now) ? CONTINUE : respond(flight, THROTTLED_PLAN)
}

/** The bucket of this client for this method alone, or ABSENT. */
export function planMethodBucket(runtime: Runtime, flight: Flight): number {
  if (runtime.planMethodOf.length === 0) return ABSENT
  const first = runtime.planMethodOf[runtime.planOf[flight.planKey]! * runtime.routeCount + flight.route]!
  return first === ABSENT ? ABSENT : first + runtime.ordinalInPlan[flight.planKey]!
}
