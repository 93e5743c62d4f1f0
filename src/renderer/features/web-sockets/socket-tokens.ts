import type { WebSocketToken } from '@shared/contract/websocket'
import type { Identity } from '@shared/design/identity'
import { TOKEN_STATES, type TokenState } from '@shared/design/saved-request'
import type { WebSocketApi } from '@shared/design/websocket-api'

/** A token that a handshake can carry: of a user through an app client of one pool, in one state. */
export interface SocketTokenChoice {
  /** "ada via Web shop", "ada via Web shop, expired". */
  readonly label: string
  readonly token: WebSocketToken
}

const STATE_WORDS: { readonly [state in TokenState]: string } = {
  valid: '',
  expired: ', expired',
  'wrong-audience': ', wrong audience',
  'wrong-signature': ', wrong signature',
}

/** ID tokens of the local users, for the place that the authorizer of `$connect` reads. */
export function socketTokens(api: WebSocketApi, identity: Identity | undefined): SocketTokenChoice[] {
  const target = tokenTarget(api)
  return (identity?.userPools ?? []).flatMap(({ clients, id, users }) =>
    users.flatMap(({ username }) =>
      clients.flatMap(({ clientId, name }) =>
        TOKEN_STATES.map((state) => ({
          label: `${username} via ${name}${STATE_WORDS[state]}`,
          token: { userPoolId: id, username, clientId, use: 'id' as const, scopes: [], state, ...target },
        })),
      ),
    ),
  )
}

/** Where the authorizer of `$connect` looks first; the query, which every client can write, where nothing says so. */
export function tokenTarget({ authorizers, routes }: WebSocketApi): Pick<WebSocketToken, 'place' | 'header'> {
  const id = Object.hasOwn(routes, '$connect') ? routes['$connect']?.authorizerId : undefined
  const authorizer = id !== undefined && Object.hasOwn(authorizers, id) ? authorizers[id] : undefined
  for (const source of authorizer?.identitySource ?? []) {
    const [, place, header] = /^route\.request\.(header|querystring)\.(.+)$/.exec(source) ?? []
    if (header !== undefined) return { place: place === 'header' ? 'HEADER' : 'QUERY', header }
  }
  return { place: 'QUERY', header: 'token' }
}

/** Text that tells choices apart. */
export function tokenKey({ clientId, state, userPoolId, username }: WebSocketToken): string {
  return [userPoolId, username, clientId, state].join(' ')
}
