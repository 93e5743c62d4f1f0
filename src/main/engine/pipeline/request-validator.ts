import { INVALID_PARAMETERS, VALID } from '../facts'
import type { Flight } from '../flight'
import { BAD_REQUEST_BODY, BAD_REQUEST_PARAMETERS } from '../outcome'
import type { Runtime } from '../runtime'
import { CONTINUE, type Verdict } from '../verdict'
import { respond } from './respond'

/** Parameters are judged first and alone, then the body. Source: rest-api.md 8. */
export function requestValidator(runtime: Runtime, flight: Flight): Verdict {
  const validity = runtime.facts.validity(flight)
  if (validity === VALID) return CONTINUE
  return respond(flight, validity === INVALID_PARAMETERS ? BAD_REQUEST_PARAMETERS : BAD_REQUEST_BODY)
}
