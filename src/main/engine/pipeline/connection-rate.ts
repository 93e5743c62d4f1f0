import type { Flight } from '../flight'
import type { Millis } from '../millis'
import { THROTTLED_ACCOUNT } from '../outcome'
import type { Runtime } from '../runtime'
import { CONTINUE, type Verdict } from '../verdict'
import { respond } from './respond'

/** New connections to WebSocket APIs that an account may have a second. Source: "Quotas for configuring and running a WebSocket API". */
export function connectionRate(runtime: Runtime, flight: Flight, now: Millis): Verdict {
  return runtime.connectionBucket.take(0, now) ? CONTINUE : respond(flight, THROTTLED_ACCOUNT)
}
