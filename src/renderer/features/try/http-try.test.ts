import { describe, expect, test } from 'vitest'
import type { TracedRequest } from '@shared/contract/gateway'
import type { TryAnswer } from '@shared/contract/try'
import { closestRoutes } from './closest-routes'
import { HTTP_API, HTTP_DESIGN, httpRoute } from './http-try.fixture'
import { matchRoute } from './match-route'
import { payloadsOf } from './payloads'
import { emptyRequest, requestOfRoute } from './request-of-route'
import { requirementOf } from './requirement-of'
import { routesLike } from './routes-like'
import { lacksScope, tokenChoices, tokenForRoute, tokenOfChoice } from './token-choices'
import { tryRoutes } from './try-route'

const requestOf = (routeKey: string) => requestOfRoute(HTTP_DESIGN, HTTP_API, '$default', httpRoute(routeKey))
const plain = emptyRequest('http000001', '$default')

describe('the route of a request', () => {
  test.each([
    ['GET', '/items?limit=2', 'GET /items'],
    ['GET', '/items/7', 'GET /items/{id}'],
    ['PATCH', '/items/7', 'ANY /items/{id}'],
    ['GET', '/files/a/b', 'GET /files/{name+}'],
    ['POST', '/files/a', 'ANY /{proxy+}'],
    ['GET', '/it%65ms', 'GET /items'],
    ['GET', '/', '$default'],
    ['TRACE', '/items', undefined],
  ])('%s %s: %s', (method, path, routeKey) => {
    expect(matchRoute(HTTP_API, method, path)?.routeKey).toBe(routeKey)
  })

  test('is the one of the verb where a greedy one of another verb would fit better', () => {
    const routes = { 'ANY /a/{b}': HTTP_API.routes['GET /items']!, 'GET /{c+}': HTTP_API.routes['GET /items']! }
    expect(matchRoute({ protocolType: 'HTTP', routes }, 'GET', '/a/b')?.routeKey).toBe('ANY /a/{b}')
  })

  test('is looked for among all but $default when none fits', () => {
    const { 'ANY /{proxy+}': _greedy, ...routes } = HTTP_API.routes
    expect(closestRoutes({ protocolType: 'HTTP', routes }, 'GET', '/item', 20)).toEqual([
      'GET /items',
      'POST /items',
      'GET /items/{id}',
      'ANY /items/{id}',
      'PUT /items/{id}',
      'DELETE /items/{id}',
      'GET /files/{name+}',
    ])
  })

  test('is offered while its path is typed, $default too', () => {
    const like = (typed: string) => routesLike(tryRoutes(HTTP_API), 'GET', typed).map(({ routeKey }) => routeKey)
    expect([like('/items')[0], like('$def'), like('list')]).toEqual([
      'GET /items',
      ['ANY /{proxy+}', '$default'],
      ['ANY /{proxy+}', 'GET /items'],
    ])
  })
})

describe('a request for a route', () => {
  test('has an empty body where bodies are usual, and a token that its JWT authorizer takes', () => {
    expect(requestOf('POST /items')).toEqual({
      ...plain,
      method: 'POST',
      path: '/items',
      headers: [['Content-Type', 'application/json']],
      body: '{}',
      token: {
        userPoolId: 'us-east-1_Shop',
        username: 'ada',
        clientId: 'web',
        state: 'valid',
        use: 'access',
        scopes: ['items/write'],
        header: 'X-Token',
      },
    })
  })

  test('has what a Lambda authorizer reads, wherever it does', () => {
    expect(requestOf('PUT /items/{id}')).toMatchObject({
      path: '/items/id-1?tenant=user-1',
      headers: [
        ['Content-Type', 'application/json'],
        ['X-User', 'user-1'],
      ],
    })
  })

  test('is signed for AWS_IAM', () => {
    expect(requestOf('DELETE /items/{id}')).toEqual({
      ...plain,
      method: 'DELETE',
      path: '/items/id-1',
      iamUser: 'batch',
    })
  })

  test('goes anywhere for $default', () => {
    expect(requestOf('$default')).toEqual({ ...plain, path: '/anything' })
  })
})

describe('tokens', () => {
  const target = { design: HTTP_DESIGN, api: HTTP_API, route: httpRoute('POST /items') }
  const choices = tokenChoices(target)
  const choose = (label: string) => choices.find((choice) => choice.label === label)!

  test('of the pool and the client that the authorizer takes come first; one lacks the scope', () => {
    expect(choices.slice(0, 5).map(({ pool, label }) => `${pool}: ${label}`)).toEqual([
      'Shoppers: ada via Web shop',
      'Shoppers: ada via Web shop, missing scope',
      'Shoppers: ada via Web shop, expired',
      'Shoppers: ada via Web shop, wrong audience',
      'Shoppers: ada via Web shop, wrong signature',
    ])
    expect(choices.at(-1)?.pool).toBe('Staff')
  })

  test('that lack the scope have the others of their client; the next choice has it again', () => {
    const lacking = tokenOfChoice(target, choose('ada via Web shop, missing scope'), null)
    const again = tokenOfChoice(target, choose('ada via Web shop, expired'), lacking)
    expect([lacking, again.scopes, again.state]).toEqual([
      {
        userPoolId: 'us-east-1_Shop',
        username: 'ada',
        clientId: 'web',
        state: 'valid',
        use: 'access',
        scopes: ['items/read'],
        header: 'X-Token',
      },
      ['items/write'],
      'expired',
    ])
    expect([lacksScope(lacking, target.route), lacksScope(again, target.route)]).toEqual([true, false])
  })

  test('with scopes of their own keep them', () => {
    const own = { ...tokenForRoute(HTTP_DESIGN, HTTP_API, target.route)!, scopes: ['items/write', 'more'] }
    expect(tokenOfChoice(target, choose('ada via Web shop, expired'), own).scopes).toEqual(['items/write', 'more'])
  })

  test('are made for no route that asks for none', () => {
    expect(tokenForRoute(HTTP_DESIGN, HTTP_API, httpRoute('GET /items'))).toBeNull()
  })
})

test.each([
  ['GET /items', 'GET /items is open to everybody.'],
  ['POST /items', 'POST /items wants an access token for items/write that shop takes.'],
  ['DELETE /items/{id}', 'DELETE /items/{id} wants a signature of an IAM user who may invoke it.'],
])('what %s asks for is said', (routeKey, words) => {
  expect(requirementOf(HTTP_API, httpRoute(routeKey))).toBe(words)
})

describe('payloads', () => {
  const call: TracedRequest = {
    requestId: 'r1',
    protocolType: 'HTTP',
    receivedAt: 0,
    method: 'POST',
    path: '/items',
    routeKey: 'POST /items',
    apiName: 'Items',
    stage: '$default',
    status: 201,
    durationMs: 9,
    integrationMs: 3,
    apiKeyName: null,
    trace: [{ step: 'integration', verdict: 'answered', atMs: 0, details: {} }],
  }
  const answer: TryAnswer = {
    status: 201,
    headers: [],
    body: { kind: 'text', text: '{"id":1}', bytes: 8 },
    durationMs: 9,
    sent: { url: '', method: 'POST', headers: [], body: '{}' },
    curl: '',
    traced: call,
    executionLog: [],
    skippedSteps: [],
  }
  const notesOf = (parts: { call: TracedRequest; answer: TryAnswer | null }) =>
    payloadsOf({ ...parts, design: HTTP_DESIGN, api: HTTP_API }).map(({ text, note }) => [text, note])

  test('are the two bodies, which nothing changes', () => {
    expect(notesOf({ call, answer })).toEqual([
      ['{}', 'Passed on as it came: HTTP APIs map headers, query and path, not bodies.'],
      ['{"id":1}', 'As the integration gave it: HTTP APIs map headers and status, not bodies.'],
    ])
  })

  test('say so when the integration was not reached, and when they were not kept', () => {
    const refused = { ...call, trace: [] }
    expect(notesOf({ call: refused, answer })[1]).toEqual(['{"id":1}', 'The gateway answered by itself.'])
    expect(notesOf({ call, answer: null })).toEqual([
      [null, 'Not kept for calls from outside.'],
      [null, 'Not kept for calls from outside.'],
    ])
  })
})
