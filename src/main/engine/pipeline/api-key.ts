import { ABSENT, type Flight } from '../flight'
import { INVALID_API_KEY } from '../outcome'
import type { Runtime } from '../runtime'
import { CONTINUE, type Verdict } from '../verdict'
import { respond } from './respond'

/**
 * A key counts when it exists, is enabled and belongs to a plan that lists this stage; the compiled table holds just those.
 * Source: rest-api.md 5.5, "Choose an API key source".
 */
export function apiKey(runtime: Runtime, flight: Flight): Verdict {
  const key = flight.apiKey
  const planKey = key < 0 ? ABSENT : runtime.planKeyOf[key * runtime.stageCount + runtime.stageOf[flight.route]!]!
  flight.planKey = planKey
  return planKey === ABSENT ? respond(flight, INVALID_API_KEY) : CONTINUE
}
