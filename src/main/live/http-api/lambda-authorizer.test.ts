import { describe, expect, test } from 'vitest'
import type { HttpAuthorizer } from '@shared/design/http-api'
import { testClock } from '../testing/test-clock'
import { HTTP_API, lambda } from './testing/http-sample'
import { servedHttp } from './testing/served-http'

const HANDLERS = `
export const who = async (event) => event.requestContext.authorizer ?? null
export const old = async (event) => ({ statusCode: 200, body: JSON.stringify(event.requestContext.authorizer) })
let calls = 0
export const simple = async (event) => {
  calls++
  const token = event.identitySource[0]
  if (token === 'nobody') throw new Error('Unauthorized')
  if (token === 'broken') throw new Error('boom')
  if (token === 'odd') return { isAuthorized: 'yes' }
  return { isAuthorized: token !== 'bad', context: token === 'plain' ? undefined : { calls, event } }
}
export const policy = async (event) => {
  calls++
  const arn = event.routeArn ?? event.methodArn
  const [head] = arn.split('/GET/')
  const Resource = [head + '/GET/a', head + '/GET/items/*']
  return {
    principalId: 'u1',
    policyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource }] },
    context: { calls, list: [1, { a: true }] },
  }
}
export const seen = async (event) => ({ isAuthorized: true, context: { event } })
`
const serve = servedHttp(HANDLERS)

const request = (handler: string, more: Partial<HttpAuthorizer> = {}): HttpAuthorizer => ({
  authorizerType: 'REQUEST',
  identitySource: ['$request.header.X-Token'],
  authorizerPayloadFormatVersion: '2.0',
  handler,
  ...more,
})
const simple = (more: Partial<HttpAuthorizer> = {}) =>
  request('./f.mjs#simple', { enableSimpleResponses: true, ...more })
const route = { integration: lambda('./f.mjs#who'), authorizationType: 'CUSTOM', authorizerId: 'own' } as const
const routes = { 'GET /a': route, 'GET /b': route, 'GET /items/{id}': route }
const token = (value: string) => ({ headers: { 'x-token': value } })

/** How often the function had been called when it decided on this request. */
function callsIn(text: string): number {
  return (JSON.parse(text) as { lambda: { calls: number } }).lambda.calls
}

describe('a Lambda authorizer with simple responses', () => {
  test('decides, and its context keeps its types', async () => {
    const { send } = await serve({ routes, api: { authorizers: { own: simple() } } })
    const answers = []
    for (const value of ['good', 'bad', 'nobody', 'broken', 'odd', 'plain']) {
      const { status, text, headers } = await send('/a?q=1', token(value))
      answers.push([status, status === 200 ? '' : text, headers['www-authenticate']])
    }
    const error = [500, '{"message":"Internal Server Error"}', undefined]
    expect(answers).toEqual([
      [200, '', undefined],
      [403, '{"message":"Forbidden"}', undefined],
      [401, '{"message":"Unauthorized"}', undefined],
      error,
      error,
      [200, '', undefined],
    ])
    expect((await send('/a', token('plain'))).text).toBe('{"lambda":null}')
  })

  test('is not called without its identity source', async () => {
    const { send } = await serve({ routes, api: { authorizers: { own: simple() } } })
    const missing = await send('/a')
    const empty = await send('/a', token(' '))
    expect([missing.status, missing.text, missing.headers['www-authenticate'], empty.status]).toEqual([
      401,
      '{"message":"Unauthorized"}',
      undefined,
      401,
    ])
    expect(callsIn((await send('/a', token('x'))).text)).toBe(1)
  })

  test('is asked once for every route while its answer is kept, and never for another caller', async () => {
    const clock = testClock()
    const { send, gateway } = await serve(
      { routes, api: { authorizers: { own: simple({ authorizerResultTtlInSeconds: 60 }) } } },
      { clock },
    )
    const calls = async (path: string, value: string): Promise<number> => callsIn((await send(path, token(value))).text)
    expect([await calls('/a', 'x'), await calls('/b', 'x'), await calls('/a', 'y'), await calls('/b', 'x')]).toEqual([
      1, 1, 2, 1,
    ])
    expect(
      gateway.caches().authorizer.map(({ owner, key, summary, ttlSeconds }) => [owner, key, summary, ttlSeconds]),
    ).toEqual([
      ['own', 'X-Token: x…', 'Allow', 60],
      ['own', 'X-Token: y…', 'Allow', 60],
    ])
    clock.pass(60_000)
    expect(await calls('/a', 'x')).toBe(3)
    await send('/a', token('bad'))
    const denied = await send('/b', token('bad'))
    expect([denied.status, await calls('/a', 'z')]).toEqual([403, 5])
  })

  test('is not kept apart from $context.routeKey, nor when it failed', async () => {
    const own = simple({
      identitySource: ['$request.header.X-Token', '$context.routeKey'],
      authorizerResultTtlInSeconds: 60,
    })
    const { send } = await serve({ routes, api: { authorizers: { own } } })
    const calls = async (path: string, value: string): Promise<number> => callsIn((await send(path, token(value))).text)
    await send('/a', token('broken'))
    await send('/a', token('broken'))
    expect([await calls('/a', 'x'), await calls('/b', 'x'), await calls('/a', 'x')]).toEqual([3, 4, 3])
  })
})

describe('a Lambda authorizer with policies', () => {
  test('has its kept policy asked again for every route', async () => {
    const own = request('./f.mjs#policy', { authorizerResultTtlInSeconds: 60 })
    const { send, traced } = await serve({ routes, api: { authorizers: { own } } })
    const answers = []
    for (const path of ['/a', '/b', '/items/7', '/items/%37']) answers.push((await send(path, token('x'))).status)
    expect(answers).toEqual([200, 403, 200, 200])
    expect(JSON.parse((await send('/a', token('x'))).text)).toEqual({
      lambda: { calls: 1, list: [1, { a: true }] },
    })
    expect(traced[1]!.trace.at(-1)).toMatchObject({
      step: 'authorizer',
      verdict: 'stopped',
      details: { source: 'cache' },
    })
  })

  test('puts its context beside the principal in events of format 1.0', async () => {
    const integration = lambda('./f.mjs#old', { payloadFormatVersion: '1.0' })
    const own = request('./f.mjs#policy', { authorizerPayloadFormatVersion: '1.0' })
    const { send } = await serve({ routes: { 'GET /a': { ...route, integration } }, api: { authorizers: { own } } })
    expect(JSON.parse((await send('/a', token('x'))).text)).toEqual({
      principalId: 'u1',
      calls: 1,
      list: [1, { a: true }],
    })
  })
})

test('the event of a Lambda authorizer has no body and the values of its sources', async () => {
  const own = request('./f.mjs#seen', {
    enableSimpleResponses: true,
    identitySource: ['$request.querystring.q', '$stageVariables.color', '$context.identity.sourceIp'],
  })
  const { send } = await serve({
    routes: { 'POST /a/{id}': route },
    api: { authorizers: { own }, stages: { dev: { autoDeploy: true, stageVariables: { color: 'red' } } } },
  })
  const { text } = await send('/a/6%207?q=1&q=2', { method: 'POST', body: 'hi' })
  const { event } = (JSON.parse(text) as { lambda: { event: Record<string, unknown> } }).lambda
  const { headers: _headers, requestContext, ...rest } = event
  expect(rest).toEqual({
    version: '2.0',
    type: 'REQUEST',
    routeArn: `arn:aws:execute-api:us-east-1:123456789012:${HTTP_API}/dev/POST/a/6 7`,
    identitySource: ['1,2', 'red', '127.0.0.1'],
    routeKey: 'POST /a/{id}',
    rawPath: '/dev/a/6 7',
    rawQueryString: 'q=1&q=2',
    queryStringParameters: { q: '1,2' },
    pathParameters: { id: '6 7' },
    stageVariables: { color: 'red' },
  })
  expect(Object.keys(requestContext as object)).not.toContain('authorizer')
})
