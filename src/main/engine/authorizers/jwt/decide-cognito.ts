import { compilePattern, type SafePattern } from '../../validation/safe-pattern'
import { bearerToken } from './bearer-token'
import { claim, claimedScopes } from './claims'
import { cognitoClaims } from './cognito-claims'
import { readUserPoolArn } from './cognito-issuer'
import { decodeJwt, type Jwt } from './decode-jwt'
import { shown } from './jwt-problem'
import type { JwtVerifier, RsaAlgorithm } from './jwt-verifier'
import type { KeyLookup } from './rsa-key'
import { headerProblem, signatureProblem } from './signature-problem'
import { timeProblem } from './time-problem'

/** A COGNITO_USER_POOLS authorizer, ready to decide. */
export interface CognitoAuthorizer {
  /** The `iss` of each of its pools. */
  readonly issuers: readonly string[]
  /** Null when `aud` is not looked at. */
  readonly audience: Pick<SafePattern, 'test'> | null
  /** What means nothing in it; all of it. */
  readonly problems: readonly string[]
}

/** The request may go on. `claims` are those of `$context.authorizer.claims` and of proxy events: each as text. */
export interface CognitoGrant {
  readonly kind: 'allowed'
  readonly claims: Readonly<Record<string, string>>
}

/** Answered with 401 (UNAUTHORIZED, `UnauthorizedException`) and `{"message": message}`. */
export interface CognitoRefusal {
  readonly kind: 'refused'
  readonly message: 'Unauthorized' | 'The incoming token has expired'
  /** For people: what exactly is wrong. */
  readonly reason: string
}

export type CognitoDecision = CognitoGrant | CognitoRefusal

/** User pools sign with nothing else. */
const ACCEPTED: readonly RsaAlgorithm[] = ['RS256']
const NOTHING = { test: () => false }

/**
 * Compile the settings of an authorizer. The whole `aud` must match the expression.
 * Departure: an expression that cannot be read matches nothing, so that it never lets anybody in.
 */
export function compileCognitoAuthorizer(
  providerArns: readonly string[],
  identityValidationExpression?: string,
): CognitoAuthorizer {
  const pools = providerArns.map((arn) => ({ arn, pool: readUserPoolArn(arn) }))
  const pattern = identityValidationExpression ? compilePattern(identityValidationExpression, 'whole') : null
  const isBroken = pattern !== null && 'problem' in pattern
  return {
    issuers: pools.flatMap(({ pool }) => (pool === null ? [] : [pool.issuer])),
    audience: isBroken ? NOTHING : pattern,
    problems: [
      ...pools.flatMap(({ arn, pool }) => (pool === null ? [`providerARNs: ${shown(arn)} is no user pool's ARN`] : [])),
      ...(isBroken
        ? [`identityValidationExpression ${shown(identityValidationExpression)} cannot be used: ${pattern.problem}`]
        : []),
    ],
  }
}

/**
 * Decide on the token of a request to a REST API, from the value of its identity source (null when it is absent). With `methodScopes` it
 * must be an access token with one of them, without any an ID token. `keysOf` gives what is known of a pool's keys by its issuer, asked
 * for one of the authorizer's pools only. `now` is in milliseconds since 1970.
 * A host that has to wait for keys asks `readCognitoJwt` and `judgeCognitoJwt` one after the other.
 * Source: API Gateway Developer Guide, "Control access to REST APIs using Amazon Cognito user pools as an authorizer"; rest-api.md 7.7.
 */
export function decideCognito(
  identity: string | null,
  authorizer: CognitoAuthorizer,
  methodScopes: readonly string[],
  keysOf: (issuer: string) => KeyLookup,
  now: number,
  verifier: JwtVerifier,
): CognitoDecision {
  const reading = readCognitoJwt(identity, authorizer)
  if (reading.kind === 'refused') return reading
  return judgeCognitoJwt(reading.jwt, authorizer, methodScopes, keysOf(reading.issuer), now, verifier)
}

/** What can be told without keys: a refusal, or the token and whose it claims to be. */
export function readCognitoJwt(
  identity: string | null,
  { issuers }: CognitoAuthorizer,
): { readonly kind: 'read'; readonly jwt: Jwt; readonly issuer: string } | CognitoRefusal {
  const token = bearerToken(identity)
  if (token === '') return refused('the request has no token')
  const jwt = decodeJwt(token)
  if ('description' in jwt) return refused(jwt.detail)
  const problem = headerProblem(jwt, ACCEPTED)
  if (problem !== null) return refused(problem.detail)
  const iss = claim(jwt.claims, 'iss')
  const issuer = issuers.find((one) => one === iss)
  if (issuer !== undefined) return { kind: 'read', jwt, issuer }
  const known = issuers.length === 0 ? 'none' : issuers.map(shown).join(', ')
  return refused(`iss is ${shown(iss)}, and the authorizer's user pools are ${known}`)
}

/** `keys` are those of the issuer that `readCognitoJwt` has found. */
export function judgeCognitoJwt(
  jwt: Jwt,
  { audience }: CognitoAuthorizer,
  methodScopes: readonly string[],
  keys: KeyLookup,
  now: number,
  verifier: JwtVerifier,
): CognitoDecision {
  const forged = signatureProblem(jwt, ACCEPTED, keys, verifier)
  if (forged !== null) return refused(forged.detail)
  const late = timeProblem(jwt.claims, now)
  if (late !== null) return refused(late.detail, late.isExpired ? 'The incoming token has expired' : 'Unauthorized')
  const wrong = useProblem(jwt, methodScopes) ?? audienceProblem(jwt, audience)
  return wrong === null ? { kind: 'allowed', claims: cognitoClaims(jwt.claims) } : refused(wrong)
}

function useProblem({ claims }: Jwt, methodScopes: readonly string[]): string | null {
  const use = claim(claims, 'token_use')
  if (methodScopes.length === 0) {
    return use === 'id' ? null : `a method without scopes takes ID tokens, and token_use is ${shown(use)}`
  }
  if (use !== 'access') return `a method with scopes takes access tokens, and token_use is ${shown(use)}`
  const scopes = claimedScopes(claims)
  if (methodScopes.some((scope) => scopes.includes(scope))) return null
  const has = scopes.length === 0 ? 'none' : scopes.map(shown).join(', ')
  return `the method needs one of the scopes ${methodScopes.map(shown).join(', ')}, and the token has ${has}`
}

/** Access tokens have no `aud`, so that an expression turns all of them away. */
function audienceProblem({ claims }: Jwt, audience: CognitoAuthorizer['audience']): string | null {
  const aud = claim(claims, 'aud')
  if (audience === null || (typeof aud === 'string' && audience.test(aud))) return null
  return `aud is ${shown(aud)}, which the authorizer's validation expression does not match`
}

function refused(reason: string, message: CognitoRefusal['message'] = 'Unauthorized'): CognitoRefusal {
  return { kind: 'refused', message, reason }
}
