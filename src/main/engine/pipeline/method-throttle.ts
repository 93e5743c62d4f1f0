import type { Flight } from '../flight'
import type { Millis } from '../millis'
import { THROTTLED_METHOD } from '../outcome'
import type { Runtime } from '../runtime'
import { CONTINUE, type Verdict } from '../verdict'
import { respond } from './respond'

/** The limit that the stage sets for this method. Source: "Throttle requests to your REST APIs". */
export function methodThrottle(runtime: Runtime, flight: Flight, now: Millis): Verdict {
  return runtime.methodBuckets.take(runtime.methodBucketOf[flight.route]!, now)
    ? CONTINUE
    : respond(flight, THROTTLED_METHOD)
}
