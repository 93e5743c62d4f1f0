import { expect, test } from 'vitest'
import type { HttpApi } from '@shared/design/http-api'
import { emptyDesign } from '@shared/design/new-design'
import { newHttpApi } from '@shared/design/new-http-api'
import { newWebSocketApi } from '@shared/design/new-websocket-api'
import type { Scenario } from '@shared/design/scenario'
import { scenarioPlan } from './scenario-plan'

const api: HttpApi = {
  ...newHttpApi('Items'),
  id: 'itemsapi01',
  routes: {
    'GET /items/{id}': { authorizationType: 'NONE' },
    'POST /items': { authorizationType: 'JWT', authorizerId: 'users' },
    $default: { authorizationType: 'NONE' },
  },
  authorizers: {
    users: {
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: { issuer: 'https://example.com', audience: ['shop'] },
    },
  },
}
const scenario: Scenario = {
  name: 'monday',
  apiId: api.id,
  stage: '$default',
  durationInSeconds: 10,
  seed: 1,
  sources: [
    {
      name: 'clients',
      shape: { type: 'CONSTANT', ratePerSecond: 5 },
      routes: { 'GET /items/{id}': 2, 'POST /items': 1, $default: 1 },
    },
  ],
}

test('a scenario of an HTTP API is played by its routeKeys', () => {
  const plan = scenarioPlan({ ...emptyDesign('items'), apis: [api] }, scenario)
  expect(plan.baseUrl).toBe('http://127.0.0.1:3000/itemsapi01')
  expect(plan.sources[0]!.routes.map(({ verb, path, weight, tokens }) => [verb, path, weight, tokens.length])).toEqual([
    ['GET', '/items/{id}', 2, 0],
    ['POST', '/items', 1, 1],
    ['GET', '/', 1, 0],
  ])
})

test('a scenario of a WebSocket API says that its connections are left out', () => {
  const chat = { ...newWebSocketApi('Chat'), id: 'chatapi001' }
  const connections = [{ name: 'people', shape: { type: 'CONSTANT', ratePerSecond: 5 } }] as const
  const of = { ...scenario, apiId: chat.id, stage: 'prod', sources: [], connections }
  const { sources, notes } = scenarioPlan({ ...emptyDesign('chat'), apis: [chat] }, of)
  expect([sources, notes[0]]).toEqual([
    [],
    'Connections "people" are left out: the script sends requests, and cannot stay connected to a WebSocket API.',
  ])
})
