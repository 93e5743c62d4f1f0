import { sign } from 'node:crypto'
import type { PoolUser } from '@shared/design/identity'
import type { PoolKey } from './pool-keys'

/** What is to be in a token. */
export interface TokenRequest {
  readonly user: PoolUser
  readonly clientId: string
  readonly use: 'id' | 'access'
  /** Of access tokens only; without any they have the one that sign-in gives. */
  readonly scopes: readonly string[]
  /** From now; a negative number makes a token that has expired. */
  readonly expiresInSeconds: number
  /** Milliseconds since 1970. */
  readonly now: number
  /** Instead of the pool's own issuer: the address that the local identity server gives it. */
  readonly issuer?: string
}

export interface MintedToken {
  readonly token: string
  readonly claims: Readonly<Record<string, unknown>>
}

const SIGN_IN_SCOPE = 'aws.cognito.signin.user.admin'
/** Attributes that are kept as text and are booleans in tokens. */
const BOOLEANS: readonly string[] = ['email_verified', 'phone_number_verified']
/** Seconds between issue and expiry of a token that has expired: Cognito's default lifetime. */
const LIFETIME = 3600

/** Claims in the form of Cognito's. Source: Amazon Cognito Developer Guide, "Understanding the identity (ID) token", "... access token". */
export function cognitoTokenClaims(
  request: TokenRequest,
  issuer: string,
  randomId: () => string,
): Readonly<Record<string, unknown>> {
  const { user, clientId, scopes, use } = request
  const now = Math.floor(request.now / 1000)
  const exp = now + request.expiresInSeconds
  const iat = exp > now ? now : exp - LIFETIME
  const common = {
    sub: user.sub,
    ...(user.groups.length > 0 ? { 'cognito:groups': user.groups } : {}),
    iss: issuer,
    origin_jti: randomId(),
    event_id: randomId(),
    token_use: use,
    auth_time: iat,
    exp,
    iat,
    jti: randomId(),
  }
  if (use === 'access') {
    const scope = scopes.length > 0 ? scopes.join(' ') : SIGN_IN_SCOPE
    return { ...common, client_id: clientId, version: 2, scope, username: user.username }
  }
  return { ...attributeClaims(user), ...common, 'cognito:username': user.username, aud: clientId }
}

/** An address counts as verified unless the attributes say otherwise. */
function attributeClaims({ attributes }: PoolUser): Readonly<Record<string, unknown>> {
  const verified = Object.hasOwn(attributes, 'email') ? { email_verified: true } : {}
  const entries = Object.entries(attributes).map(([name, value]) => [
    name,
    BOOLEANS.includes(name) ? value === 'true' : value,
  ])
  return { ...verified, ...Object.fromEntries(entries) }
}

/** A signed token in compact form. As Cognito's, its header has no `typ`. */
export function signToken(claims: Readonly<Record<string, unknown>>, { publicKey, privateKey }: PoolKey): string {
  const input = [{ kid: publicKey.kid, alg: 'RS256' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`
}
