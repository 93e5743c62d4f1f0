import type { CallableApi } from '@shared/design/callable-api'
import type { Design } from '@shared/design/design'
import type { UserPool } from '@shared/design/identity'
import { TOKEN_STATES, type SavedToken, type TokenState } from '@shared/design/saved-request'
import { clientsOfRoute, isPoolOfRoute } from './token-pools'
import { accessOf, identityPlaces, type TryRoute } from './try-route'

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
  /** Valid, but without a scope that the route asks for. */
  readonly lacksScope: boolean
}

/** What a token is for. */
export interface TokenTarget {
  readonly design: Design
  readonly api: CallableApi
  readonly route: TryRoute | null
}

/** What the token menu offers, pool by pool; the pools that the route's authorizer takes come first. */
export function tokenChoices({ design, api, route }: TokenTarget): TokenChoice[] {
  const isOfRoute = (pool: UserPool): boolean => route !== null && isPoolOfRoute(design, api, route, pool)
  const pools = (design.identity?.userPools ?? []).toSorted((a, b) => Number(isOfRoute(b)) - Number(isOfRoute(a)))
  const pairs = pools.flatMap((pool) =>
    pool.users.flatMap(({ username }) =>
      clientsOfRoute(api, route, pool).map((client) => ({ pool, username, client })),
    ),
  )
  const hasScopes = scopesOf(route).length > 0
  const kinds =
    pairs.length > MOST_WITH_STATES ? [VALID] : hasScopes ? [VALID, LACKING, ...REFUSED] : [VALID, ...REFUSED]
  return pairs.flatMap(({ pool, username, client }) =>
    kinds.map(({ state, lacksScope, words }) => ({
      pool: pool.name,
      label: `${username} via ${client.name}${words}`,
      token: { userPoolId: pool.id, username, clientId: client.clientId, state },
      lacksScope,
    })),
  )
}

interface TokenKind {
  readonly state: TokenState
  readonly lacksScope: boolean
  readonly words: string
}

const VALID: TokenKind = { state: 'valid', lacksScope: false, words: '' }
const LACKING: TokenKind = { state: 'valid', lacksScope: true, words: ', missing scope' }
const REFUSED: readonly TokenKind[] = TOKEN_STATES.filter((state) => state !== 'valid').map((state) => ({
  state,
  lacksScope: false,
  words: `, ${STATE_WORDS[state]}`,
}))

/** Text that tells choices apart, for the menu. */
export function keyOfToken(token: TokenChoice['token'], lacksScope: boolean): string {
  return [token.userPoolId, token.username, token.clientId, lacksScope ? 'missing-scope' : token.state].join(' ')
}

/** Whether a token that is valid else has none of the scopes that the route asks for. */
export function lacksScope({ state, use, scopes }: SavedToken, route: TryRoute | null): boolean {
  const wanted = scopesOf(route)
  return state === 'valid' && wanted.length > 0 && (use === 'id' || scopes.every((scope) => !wanted.includes(scope)))
}

/** The token that a choice stands for: with the scopes of its client but for the route's where it is to lack them. */
export function tokenOfChoice(target: TokenTarget, choice: TokenChoice, before: SavedToken | null): SavedToken {
  const { api, route, design } = target
  const defaults = tokenDefaults(api, route)
  if (choice.lacksScope) {
    const pool = design.identity?.userPools.find(({ id }) => id === choice.token.userPoolId)
    const client = pool?.clients.find(({ clientId }) => clientId === choice.token.clientId)
    const scopes = (client?.scopes ?? []).filter((scope) => !scopesOf(route).includes(scope))
    return { ...choice.token, use: 'access', scopes, header: before?.header ?? defaults.header }
  }
  const { use, scopes, header } = before === null || lacksScope(before, route) ? defaults : before
  return { ...choice.token, use, scopes, header }
}

/** What a token for a route is like: an access token where the route asks for scopes, in the header that its authorizer reads. */
export function tokenDefaults(api: CallableApi, route: TryRoute | null): Pick<SavedToken, 'use' | 'scopes' | 'header'> {
  const scopes = scopesOf(route)
  const { headers, query } = identityPlaces(api, route)
  // A token has one place; several sources belong to Lambda authorizers.
  const [header] = headers.length === 1 && query.length === 0 ? headers : []
  return { use: scopes.length > 0 ? 'access' : 'id', scopes, header: header ?? 'Authorization' }
}

function scopesOf(route: TryRoute | null): readonly string[] {
  return (route === null ? undefined : accessOf(route).authorizationScopes) ?? []
}

/** A valid token that the route's authorizer takes; null where it has none, or nobody can sign in. */
export function tokenForRoute(design: Design, api: CallableApi, route: TryRoute): SavedToken | null {
  const pool = design.identity?.userPools.find(
    (each) =>
      each.users.length > 0 && clientsOfRoute(api, route, each).length > 0 && isPoolOfRoute(design, api, route, each),
  )
  if (pool === undefined) return null
  const [user, client] = [pool.users[0], clientsOfRoute(api, route, pool)[0]]
  if (user === undefined || client === undefined) return null
  const defaults = tokenDefaults(api, route)
  return { userPoolId: pool.id, username: user.username, clientId: client.clientId, state: 'valid', ...defaults }
}
