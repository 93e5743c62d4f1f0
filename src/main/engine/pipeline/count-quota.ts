import type { Flight } from '../flight'
import type { Runtime } from '../runtime'
import { CONTINUE, type Verdict } from '../verdict'

/** Count the request towards its key's quota. Where this stands in the order decides whether refused requests count (U2). */
export function countQuota(runtime: Runtime, flight: Flight): Verdict {
  runtime.quotas.count(flight.planKey)
  return CONTINUE
}
