import { bearerToken } from './bearer-token'
import { claim, claimedScopes, claimTexts, type JwtClaims } from './claims'
import { decodeJwt, type Jwt } from './decode-jwt'
import { httpClaims } from './http-claims'
import { jwtProblem, shown, type JwtProblem } from './jwt-problem'
import type { JwtVerifier, RsaAlgorithm } from './jwt-verifier'
import type { KeyLookup } from './rsa-key'
import { headerProblem, signatureProblem } from './signature-problem'
import { timeProblem } from './time-problem'

/** `jwtConfiguration` of a JWT authorizer. */
export interface HttpJwtAuthorizer {
  readonly issuer: string
  readonly audience: readonly string[]
}

/** The request may go on. */
export interface HttpJwtGrant {
  readonly kind: 'allowed'
  /** `requestContext.authorizer.jwt.claims`: each as text. */
  readonly claims: Readonly<Record<string, string>>
  /** Every scope of the token; null when the route names none. */
  readonly scopes: readonly string[] | null
}

/** Answered with this status, `{"message": message}` and a `www-authenticate` header. */
export interface HttpJwtRefusal {
  readonly kind: 'refused'
  readonly status: 401 | 403
  readonly message: 'Unauthorized' | 'Forbidden'
  readonly wwwAuthenticate: string
  /** `$context.authorizer.error`; null when there is no token at all. */
  readonly error: string | null
  /** For people: what exactly is wrong. */
  readonly reason: string
}

export type HttpJwtDecision = HttpJwtGrant | HttpJwtRefusal

/** Source: the guide's "only RSA-based algorithms are supported". */
const ACCEPTED: readonly RsaAlgorithm[] = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']

/**
 * Decide on the token of a request to an HTTP API, from the value of its identity source: null when it is absent, several headers joined
 * with ",", which makes them no token. `now` is in milliseconds since 1970.
 * A host that has to fetch keys asks `readHttpJwt` and `judgeHttpJwt` one after the other.
 * Source: API Gateway Developer Guide, "Control access to HTTP APIs with JWT authorizers in API Gateway"; http-api.md 5.2 and 5.4.
 */
export function decideHttpJwt(
  identity: string | null,
  authorizer: HttpJwtAuthorizer,
  routeScopes: readonly string[],
  keys: KeyLookup,
  now: number,
  verifier: JwtVerifier,
): HttpJwtDecision {
  const reading = readHttpJwt(identity, routeScopes)
  return reading.kind === 'read' ? judgeHttpJwt(reading.jwt, authorizer, routeScopes, keys, now, verifier) : reading
}

/** What can be told without keys: a refusal, or the token whose `kid` is to be looked for. */
export function readHttpJwt(
  identity: string | null,
  routeScopes: readonly string[],
): { readonly kind: 'read'; readonly jwt: Jwt } | HttpJwtRefusal {
  const token = bearerToken(identity)
  if (token === '') return MISSING
  const jwt = decodeJwt(token)
  if ('description' in jwt) return unauthorized(jwt, routeScopes)
  const problem = headerProblem(jwt, ACCEPTED)
  return problem === null ? { kind: 'read', jwt } : unauthorized(problem, routeScopes)
}

export function judgeHttpJwt(
  jwt: Jwt,
  { issuer, audience }: HttpJwtAuthorizer,
  routeScopes: readonly string[],
  keys: KeyLookup,
  now: number,
  verifier: JwtVerifier,
): HttpJwtDecision {
  const problem =
    signatureProblem(jwt, ACCEPTED, keys, verifier) ??
    issuerProblem(jwt.claims, issuer) ??
    audienceProblem(jwt.claims, audience) ??
    timeProblem(jwt.claims, now)
  if (problem !== null) return unauthorized(problem, routeScopes)
  const scopes = claimedScopes(jwt.claims)
  if (routeScopes.length > 0 && !routeScopes.some((scope) => scopes.includes(scope)))
    return forbidden(scopes, routeScopes)
  return { kind: 'allowed', claims: httpClaims(jwt.claims), scopes: routeScopes.length > 0 ? scopes : null }
}

function issuerProblem(claims: JwtClaims, issuer: string): JwtProblem | null {
  const iss = claim(claims, 'iss')
  if (iss === issuer) return null
  return jwtProblem('issuer does not match', `iss is ${shown(iss)}, and the authorizer's issuer is ${shown(issuer)}`)
}

/** `client_id` counts only where there is no `aud`. */
function audienceProblem(claims: JwtClaims, audience: readonly string[]): JwtProblem | null {
  const name = Object.hasOwn(claims, 'aud') ? 'aud' : 'client_id'
  const given = name === 'aud' ? claimTexts(claims, name) : [claim(claims, name)]
  if (given.some((value) => typeof value === 'string' && audience.includes(value))) return null
  const detail = `${name} is ${shown(claim(claims, name))}, and the authorizer takes ${audience.map(shown).join(', ')}`
  return jwtProblem('the token does not have a valid audience', detail)
}

const MISSING: HttpJwtRefusal = {
  kind: 'refused',
  status: 401,
  message: 'Unauthorized',
  wwwAuthenticate: 'Bearer',
  error: null,
  reason: 'the request has no token',
}

/** Source of the header's form: the transcript in "Troubleshooting issues with HTTP API JWT authorizers". */
function unauthorized({ description, detail }: JwtProblem, routeScopes: readonly string[]): HttpJwtRefusal {
  const wwwAuthenticate = `Bearer scope="${scopeText(routeScopes)}" error="invalid_token" error_description="${description}"`
  return {
    kind: 'refused',
    status: 401,
    message: 'Unauthorized',
    wwwAuthenticate,
    error: description,
    reason: detail,
  }
}

function forbidden(scopes: readonly string[], routeScopes: readonly string[]): HttpJwtRefusal {
  const has = scopes.length === 0 ? 'none' : scopes.map(shown).join(', ')
  return {
    kind: 'refused',
    status: 403,
    message: 'Forbidden',
    wwwAuthenticate: `Bearer scope="${scopeText(routeScopes)}" error="insufficient_scope"`,
    error: 'insufficient_scope',
    reason: `the route needs one of the scopes ${routeScopes.map(shown).join(', ')}, and the token has ${has}`,
  }
}

/** Scopes come from a design, which may hold anything; a header may not. */
function scopeText(scopes: readonly string[]): string {
  return scopes.join(' ').replaceAll(/[^\x20-\x7e]|["\\]/g, '')
}
