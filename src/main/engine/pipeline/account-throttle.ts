import type { Flight } from '../flight'
import type { Millis } from '../millis'
import { THROTTLED_ACCOUNT } from '../outcome'
import type { Runtime } from '../runtime'
import { CONTINUE, type Verdict } from '../verdict'
import { respond } from './respond'

/** The account's limit in its Region, shared by every API and stage. Source: "Throttle requests to your REST APIs". */
export function accountThrottle(runtime: Runtime, flight: Flight, now: Millis): Verdict {
  return runtime.accountBucket.take(0, now) ? CONTINUE : respond(flight, THROTTLED_ACCOUNT)
}
