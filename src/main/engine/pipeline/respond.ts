import type { Flight } from '../flight'
import type { Outcome } from '../outcome'
import { RESPOND, type Verdict } from '../verdict'

/** The request ends here with this outcome. */
export function respond(flight: Flight, outcome: Outcome): Verdict {
  flight.outcome = outcome
  return RESPOND
}
