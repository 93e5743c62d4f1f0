import { describe, expect, it } from 'vitest'
import { newLogEntry, type LogEntry } from './log-entry'
import { LogRoutes } from './log-routes'
import type { ReplayTargets } from './replay-targets'

const ROUTES = [
  'GET /orders',
  'POST /orders',
  'GET /orders/{id}',
  'GET /orders/new',
  'ANY /files/{proxy+}',
  'GET /',
  'GET /orders',
]

const targets: ReplayTargets = {
  protocolType: 'REST',
  stage: 'prod',
  routes: ROUTES.map((routeKey) => {
    const [verb, path] = routeKey.split(' ') as [string, string]
    return { routeKey, verb, path }
  }),
  apiKeys: [],
}

/** "GET /orders/{id} for /orders/7", or what is wrong. */
function found(entry: Partial<LogEntry>): string {
  const result = new LogRoutes(targets).find({ ...newLogEntry(), ...entry })
  return typeof result === 'string' ? result : `${result.route}: ${ROUTES[result.route]} for "${result.item}"`
}

describe('the route of a logged request', () => {
  it.each<[string, Partial<LogEntry>, string]>([
    ['its key', { routeKey: 'POST /orders' }, '1: POST /orders for ""'],
    ['its method and resource', { httpMethod: 'GET', resourcePath: '/orders/{id}' }, '2: GET /orders/{id} for ""'],
    ['a resource of ANY', { httpMethod: 'PUT', resourcePath: '/files/{proxy+}' }, '4: ANY /files/{proxy+} for ""'],
    ['its path', { httpMethod: 'get', path: '/orders/7' }, '2: GET /orders/{id} for "/orders/7"'],
    ['the most specific path', { httpMethod: 'GET', path: '/orders/new' }, '3: GET /orders/new for "/orders/new"'],
    [
      'a path with its stage',
      { httpMethod: 'GET', path: '/prod/orders/7' },
      '2: GET /orders/{id} for "/prod/orders/7"',
    ],
    ['the stage alone', { httpMethod: 'GET', path: '/prod' }, '5: GET / for "/prod"'],
    ['a path with a query', { httpMethod: 'GET', path: '/orders?b=2' }, '0: GET /orders for "/orders?b=2"'],
    ['a path and a query', { httpMethod: 'GET', path: '/orders', query: 'b=2' }, '0: GET /orders for "/orders?b=2"'],
    ['a URL', { httpMethod: 'GET', path: 'https://x.example.com/orders' }, '0: GET /orders for "/orders"'],
    ['a greedy path', { httpMethod: 'PUT', path: '/files/a/b' }, '4: ANY /files/{proxy+} for "/files/a/b"'],
    ['a request line', { request: 'GET /orders/7?x HTTP/1.1' }, '2: GET /orders/{id} for "/orders/7?x"'],
    [
      'a resource, with the path for the item',
      { httpMethod: 'GET', resourcePath: '/orders/{id}', path: '/prod/orders/7' },
      '2: GET /orders/{id} for "/prod/orders/7"',
    ],
    ['a key that says nothing, and so its path', { routeKey: '-', httpMethod: 'GET', path: '/' }, '5: GET / for "/"'],
    ['a request line with a resource', { request: 'GET /orders/{id} HTTP/1.1' }, '2: GET /orders/{id} for ""'],
  ])('is found by %s', (_, entry, expected) => {
    expect(found(entry)).toBe(expected)
  })

  it.each<[Partial<LogEntry>, string]>([
    [{ httpMethod: 'DELETE', path: '/orders' }, 'calls DELETE /orders, which the API does not have'],
    [{ httpMethod: 'GET', resourcePath: '/gone', path: '/gone' }, 'calls GET /gone, which the API does not have'],
    [{ routeKey: '$connect' }, 'calls $connect, which the API does not have'],
    [{ httpMethod: 'GET', path: '/production' }, 'calls GET /production, which the API does not have'],
    [{ httpMethod: 'GET' }, 'has no method and path'],
    [{ path: '/orders' }, 'has no method and path'],
    [{ request: '-' }, 'has no method and path'],
  ])('is told where there is none: %o', (entry, expected) => {
    expect(found(entry)).toBe(expected)
  })
})
