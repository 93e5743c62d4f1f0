import type { TokenMaker } from '../../../live/identity/testing/token-maker'
import type { Given, Members } from './http-vector'
import { audienceOf } from './vector-api'

/** What a vector's request has in its `Authorization` header, or nothing where it brings no token. `now` in milliseconds since 1970. */
export function vectorToken(given: Given, tokens: TokenMaker, issuer: string, now: number): string | null {
  const { tokenHeader, tokenPayload } = given
  if (tokenHeader === undefined && tokenPayload === undefined) return null
  const seconds = Math.floor(now / 1000)
  const names = tokenPayload ?? {}
  const defaults = {
    iss: issuer,
    exp: seconds + 3600,
    iat: seconds - 10,
    // Only one of the two names the audience.
    ...(!Object.hasOwn(names, 'client_id') && { aud: audienceOf(given)[0] }),
  }
  const header = { alg: 'RS256', kid: 'k1', typ: 'JWT', ...tokenHeader }
  return `Bearer ${tokens.token(header, withoutNulls({ ...defaults, ...names }), 'k1')}`
}

/** A claim of null was left out, or is part of the case where the vector says so: both are no claim to the gateway. */
function withoutNulls(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null))
}
