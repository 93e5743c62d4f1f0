import { parseAuthorization } from '../../engine/authorizers/sigv4/parse-authorization'
import type { GatewayResponseContext } from '../../engine/mapping/gateway-response-context'

/**
 * What a request that matches no route is told. An `Authorization` header on it is read as a SigV4 signature, and what it lacks as one
 * becomes the message. Source: rest-api.md 2.2 and 7.5, observed.
 */
export function missingTokenDetails(
  authorization: string | undefined,
  hasDate: boolean,
): Pick<GatewayResponseContext, 'message' | 'errorType'> {
  if (authorization === undefined || authorization.trim() === '') return {}
  const problem = parseAuthorization(authorization, hasDate)
  return typeof problem === 'string' ? { message: problem, errorType: 'IncompleteSignatureException' } : {}
}
