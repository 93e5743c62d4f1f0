import { authorizeCognito } from '../identity/authorize-cognito'
import type { JwtPorts } from '../identity/authorize-http-jwt'
import { ALLOW } from '../../engine/effect'
import type { Call } from '../call'
import { identityRequest } from '../events/identity-request'
import type { PoolCheck } from './caller-check'
import type { CallerRefusal } from './caller-refusal'
import type { KnownCaller } from './check-signature'

/** Whose tokens are good. */
export interface TokenPorts {
  readonly tokens: JwtPorts
}

/**
 * COGNITO_USER_POOLS: whose token a request brings. A user pool says who calls and has no policies; where the API has a resource policy,
 * that one alone must allow. Source: rest-api.md 7.6 and 7.7.
 */
export async function checkToken(
  { tokens }: TokenPorts,
  check: PoolCheck,
  call: Call,
): Promise<KnownCaller | CallerRefusal> {
  const reading = check.reader.read(identityRequest(call))
  const sent = reading.kind === 'found' ? (reading.values[0] ?? null) : null
  const decision = await authorizeCognito(sent, check.authorizer, check.scopes, tokens)
  if (decision.kind === 'allowed') {
    call.claims = decision.claims
    return { kind: 'known', effect: ALLOW }
  }
  const { message, reason } = decision
  const isLogged = sent !== null && message === 'Unauthorized'
  return { kind: 'refused', type: 'UNAUTHORIZED', message, errorType: 'UnauthorizedException', reason, isLogged }
}
