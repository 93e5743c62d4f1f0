import {
  judgeHttpJwt,
  readHttpJwt,
  type HttpJwtAuthorizer,
  type HttpJwtDecision,
} from '../../engine/authorizers/jwt/decide-http-jwt'
import type { JwtVerifier } from '../../engine/authorizers/jwt/jwt-verifier'
import type { IssuerKeys } from './remote-keys'

/** What deciding on tokens takes beside the token. */
export interface JwtPorts {
  readonly keys: IssuerKeys
  readonly verifier: JwtVerifier
  /** Milliseconds since 1970. */
  readonly wall: () => number
}

/** `decideHttpJwt` with keys that have to be waited for; they are asked for only when a token could be good. Never rejects. */
export async function authorizeHttpJwt(
  identity: string | null,
  authorizer: HttpJwtAuthorizer,
  routeScopes: readonly string[],
  { keys, verifier, wall }: JwtPorts,
): Promise<HttpJwtDecision> {
  const reading = readHttpJwt(identity, routeScopes)
  if (reading.kind === 'refused') return reading
  const { jwt } = reading
  const lookup = await keys.find(authorizer.issuer, jwt.kid)
  return judgeHttpJwt(jwt, authorizer, routeScopes, lookup, wall(), verifier)
}
