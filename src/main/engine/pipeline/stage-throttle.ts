import type { Flight } from '../flight'
import type { Millis } from '../millis'
import { THROTTLED_STAGE } from '../outcome'
import type { Runtime } from '../runtime'
import { CONTINUE, type Verdict } from '../verdict'
import { respond } from './respond'

/** The stage's limit for methods without one of their own; whether they share its bucket is an assumption (`stageLimitIsShared`). Source: "Throttle requests to your REST APIs". */
export function stageThrottle(runtime: Runtime, flight: Flight, now: Millis): Verdict {
  return runtime.methodBuckets.take(runtime.methodBucketOf[flight.route]!, now)
    ? CONTINUE
    : respond(flight, THROTTLED_STAGE)
}
