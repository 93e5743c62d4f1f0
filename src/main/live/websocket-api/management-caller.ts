import { iamCallerKeys, type IamCaller } from '../../engine/authorizers/iam-caller'
import { evaluateIdentityPolicies } from '../../engine/authorizers/identity-policies'
import { presentedSignature } from '../../engine/authorizers/sigv4/presented-signature'
import { verifySigV4, type SigV4Key } from '../../engine/authorizers/sigv4/verify-sigv4'
import { plainAnswer } from '../answers/gateway-answer'
import type { Answer } from '../answers/answer'
import { receivedRequest } from '../identity/received-request'
import { NODE_SIGV4_CRYPTO } from '../identity/sigv4-crypto'
import type { Arrival } from '../request/arrival'

/**
 * Functions on this computer sign with credentials that are none, because their SDK signs with something. Such a signature is taken as
 * that of the function's role; one that is made with a key of the project must be right, and its user may be denied.
 * Departure: the service knows all keys, and takes no others.
 */
const TAKES_UNKNOWN_KEYS = true

/** Why a call to `@connections` is refused, or null. `arn` is that of the call. Source: websocket-api.md 3.2, 9. */
export function managementRefusal(
  iamKeys: ReadonlyMap<string, SigV4Key<IamCaller>>,
  arrival: Arrival,
  body: Buffer,
  region: string,
  arn: string,
): Answer | null {
  const request = receivedRequest(arrival, body)
  const presented = presentedSignature(request)
  if ('ok' in presented) return plainAnswer(403, presented.message, presented.errorType)
  const accessKeyId = presented.credential.split('/')[0]!
  if (!iamKeys.has(accessKeyId) && TAKES_UNKNOWN_KEYS) return null
  const findKey = (id: string): SigV4Key<IamCaller> | null => iamKeys.get(id) ?? null
  const options = { now: arrival.receivedAt, region, service: 'execute-api', findKey }
  const verdict = verifySigV4(request, options, NODE_SIGV4_CRYPTO)
  if (!verdict.ok) return plainAnswer(403, verdict.message, verdict.errorType)
  const asked = { action: 'execute-api:ManageConnections', resource: arn, conditions: iamCallerKeys(verdict.user) }
  const { side } = evaluateIdentityPolicies(verdict.user.policies, asked)
  return side === 'allow' ? null : plainAnswer(403, 'Forbidden', 'ForbiddenException')
}
