import { describe, expect, it } from 'vitest'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { socketTokens, tokenTarget } from './socket-tokens'

const api = (identitySource: readonly string[]): WebSocketApi => ({
  protocolType: 'WEBSOCKET',
  id: 'chat',
  name: 'Chat',
  routeSelectionExpression: '$request.body.action',
  routes: { $connect: { authorizationType: 'CUSTOM', authorizerId: 'a1' } },
  integrations: {},
  authorizers: { a1: { authorizerType: 'REQUEST', identitySource } },
  stages: {},
})

describe('the token of a handshake', () => {
  it('goes where the authorizer of $connect looks, else into the query', () => {
    const sources = [['context.stage', 'route.request.header.Auth'], ['route.request.querystring.jwt'], []]
    expect(sources.map((source) => tokenTarget(api(source)))).toEqual([
      { place: 'HEADER', header: 'Auth' },
      { place: 'QUERY', header: 'jwt' },
      { place: 'QUERY', header: 'token' },
    ])
  })

  it('is of any local user, valid or not', () => {
    const pool = {
      id: 'us-east-1_Shop',
      name: 'Shop',
      clients: [{ clientId: 'c1', name: 'Web', scopes: [] }],
      users: [{ username: 'ada', sub: 's', groups: [], attributes: {} }],
    }
    const choices = socketTokens(api([]), { userPools: [pool], iamUsers: [] })
    expect(choices.map(({ label }) => label)).toEqual([
      'ada via Web',
      'ada via Web, expired',
      'ada via Web, wrong audience',
      'ada via Web, wrong signature',
    ])
  })
})
