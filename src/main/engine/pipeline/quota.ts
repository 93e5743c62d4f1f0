import type { Flight } from '../flight'
import type { Millis } from '../millis'
import { QUOTA_EXCEEDED } from '../outcome'
import type { Runtime } from '../runtime'
import { CONTINUE, type Verdict } from '../verdict'
import { respond } from './respond'

/** Refuse when the key's quota for the current period is used up. Source: service model, QuotaSettings. */
export function quota(runtime: Runtime, flight: Flight, now: Millis): Verdict {
  return runtime.quotas.left(flight.planKey, now) > 0 ? CONTINUE : respond(flight, QUOTA_EXCEEDED)
}
