import { REFUSED } from '../../engine/effect'
import { ABSENT, type Flight } from '../../engine/flight'
import type { Call } from '../call'
import { nameOfRoute } from '../live-route'
import type { AuthorizerAnswer } from '../serve-flight'
import type { CallerCheck } from './caller-check'
import type { CallerRefusal } from './caller-refusal'
import { checkSignature, type SignaturePorts } from './check-signature'
import { checkToken, type TokenPorts } from './check-token'

/** What finding out who calls takes beside the call. */
export interface CallerPorts extends SignaturePorts, TokenPorts {
  readonly log: (line: string) => void
}

/** Find out who calls, for AWS_IAM and COGNITO_USER_POOLS, and what their own policies say. Never rejects. */
export async function checkCaller(
  ports: CallerPorts,
  check: CallerCheck,
  call: Call,
  flight: Flight,
): Promise<AuthorizerAnswer> {
  const found = check.kind === 'signature' ? checkSignature(ports, call, flight) : await checkToken(ports, check, call)
  if (found.kind === 'known') return { effect: found.effect, apiKey: ABSENT }
  call.refusal = found
  if (found.isLogged) ports.log(`${nameOfRoute(call.route)}: ${lineOf(check, found)}`)
  return { effect: REFUSED, apiKey: ABSENT }
}

function lineOf(check: CallerCheck, { reason }: CallerRefusal): string {
  return check.kind === 'token'
    ? `authorizer "${check.id}" answers 401: ${reason}`
    : `AWS_IAM authorization answers 403: ${reason}`
}
