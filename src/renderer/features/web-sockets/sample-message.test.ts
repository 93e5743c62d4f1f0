import { describe, expect, it } from 'vitest'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { messageRoutes, sampleMessage, selectingPath } from './sample-message'

const API: WebSocketApi = {
  protocolType: 'WEBSOCKET',
  id: 'chat',
  name: 'Chat',
  routeSelectionExpression: '$request.body.action',
  routes: { $connect: {}, $default: {}, join: { requestModels: { $default: 'Join' } }, leave: {} },
  integrations: {},
  authorizers: {},
  models: {
    Join: {
      contentType: 'application/json',
      schema: {
        type: 'object',
        properties: { roomId: { type: 'string', enum: ['lobby'] }, action: { type: 'string' } },
        required: ['roomId'],
      },
    },
  },
  stages: {},
}
const parsed = (api: WebSocketApi, routeKey: string): unknown => JSON.parse(sampleMessage(api, routeKey))

describe('a message for a route', () => {
  it('has what chooses the route, and what its model asks for', () => {
    expect([parsed(API, 'join'), parsed(API, 'leave'), parsed(API, '$default')]).toEqual([
      { action: 'join', roomId: 'lobby' },
      { action: 'leave' },
      { message: 'hello' },
    ])
  })

  it('chooses it where the expression looks', () => {
    const nested = { ...API, routeSelectionExpression: '${request.body.data.kind}' }
    expect(parsed(nested, 'leave')).toEqual({ data: { kind: 'leave' } })
  })

  it('is made for routes of messages alone', () => {
    expect(messageRoutes(API)).toEqual(['$default', 'join', 'leave'])
  })

  it('is not made from an expression that mixes texts', () => {
    expect(['$request.body.a/$request.body.b', 'static', '$request.body.__proto__'].map(selectingPath)).toEqual([
      null,
      null,
      null,
    ])
  })
})
