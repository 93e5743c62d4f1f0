import type { Design } from '@shared/design/design'
import type { Identity } from '@shared/design/identity'
import { userPoolArn } from '@shared/design/identity'
import type { RestApi } from '@shared/design/rest-api'
import type { RestRoute } from '@shared/design/route-key'
import { TOKEN_STATES, type SavedToken, type TokenState } from '@shared/design/saved-request'

/** More combinations than this offer only valid tokens in the menu; the Auth tab has the others. */
const MOST_WITH_STATES = 8

export const STATE_WORDS: { readonly [state in TokenState]: string } = {
  valid: 'valid',
  expired: 'expired',
  'wrong-audience': 'wrong audience',
  'wrong-signature': 'wrong signature',
}

/** A user through an app client of one pool, in one state. */
export interface TokenChoice {
  readonly pool: string
  /** "ada via Web shop", "ada via Web shop, expired". */
  readonly label: string
  readonly token: Pick<SavedToken, 'userPoolId' | 'username' | 'clientId' | 'state'>
}

/** What the token menu offers, pool by pool. */
export function tokenChoices(identity: Identity | undefined): TokenChoice[] {
  const pairs = (identity?.userPools ?? []).flatMap((pool) =>
    pool.users.flatMap(({ username }) => pool.clients.map((client) => ({ pool, username, client }))),
  )
  const states = pairs.length > MOST_WITH_STATES ? (['valid'] as const) : TOKEN_STATES
  return pairs.flatMap(({ pool, username, client }) =>
    states.map((state) => ({
      pool: pool.name,
      label: `${username} via ${client.name}${state === 'valid' ? '' : `, ${STATE_WORDS[state]}`}`,
      token: { userPoolId: pool.id, username, clientId: client.clientId, state },
    })),
  )
}

/** Text that tells choices apart, for the menu. */
export function keyOfToken(token: TokenChoice['token']): string {
  return [token.userPoolId, token.username, token.clientId, token.state].join(' ')
}

/** What a token for a route is like: an access token where the route asks for scopes, in the header that its authorizer reads. */
export function tokenDefaults(api: RestApi, route: RestRoute | null): Pick<SavedToken, 'use' | 'scopes' | 'header'> {
  const scopes = route?.method.authorizationScopes ?? []
  const { authorizerId } = route?.method ?? {}
  const authorizer =
    authorizerId !== undefined && Object.hasOwn(api.authorizers, authorizerId)
      ? api.authorizers[authorizerId]
      : undefined
  const header = /^method\.request\.header\.([^,\s]+)$/.exec(authorizer?.identitySource?.trim() ?? '')?.[1]
  return { use: scopes.length > 0 ? 'access' : 'id', scopes, header: header ?? 'Authorization' }
}

/** A valid token that the route's user pool authorizer takes; null where it has none, or nobody can sign in. */
export function tokenForRoute(design: Design, api: RestApi, route: RestRoute): SavedToken | null {
  const { authorizationType, authorizerId } = route.method
  if (authorizationType !== 'COGNITO_USER_POOLS' || authorizerId === undefined) return null
  const arns = Object.hasOwn(api.authorizers, authorizerId) ? (api.authorizers[authorizerId]?.providerARNs ?? []) : []
  const pool = design.identity?.userPools.find(
    ({ id, users, clients }) =>
      users.length > 0 && clients.length > 0 && arns.includes(userPoolArn(design.region, design.accountId, id)),
  )
  const [user, client] = [pool?.users[0], pool?.clients[0]]
  if (pool === undefined || user === undefined || client === undefined) return null
  const defaults = tokenDefaults(api, route)
  return { userPoolId: pool.id, username: user.username, clientId: client.clientId, state: 'valid', ...defaults }
}
