import {
  judgeCognitoJwt,
  readCognitoJwt,
  type CognitoAuthorizer,
  type CognitoDecision,
} from '../../engine/authorizers/jwt/decide-cognito'
import type { JwtPorts } from './authorize-http-jwt'

/** `decideCognito` with keys that have to be waited for; they are asked for only when a token could be good. Never rejects. */
export async function authorizeCognito(
  identity: string | null,
  authorizer: CognitoAuthorizer,
  methodScopes: readonly string[],
  { keys, verifier, wall }: JwtPorts,
): Promise<CognitoDecision> {
  const reading = readCognitoJwt(identity, authorizer)
  if (reading.kind === 'refused') return reading
  const { jwt, issuer } = reading
  const lookup = await keys.find(issuer, jwt.kid)
  return judgeCognitoJwt(jwt, authorizer, methodScopes, lookup, wall(), verifier)
}
