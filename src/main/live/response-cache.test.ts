import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Method } from '@shared/design/method'
import type { Stage } from '@shared/design/stage'
import { builtHandlerProcess } from './testing/built-handler-process'
import { lambdaMethod, sampleDesign, type SampleParts } from './testing/sample-design'
import { serveSample, type ServedSample } from './testing/served-sample'
import { testClock } from './testing/test-clock'

let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})
let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

/** Counts its calls; `?size=` and `?status=` say what it answers. */
const counting = `
  let calls = 0
  export const handler = async ({ queryStringParameters: query, httpMethod }) => {
    calls++
    const size = Number(query?.size ?? 0)
    return {
      statusCode: Number(query?.status ?? 200),
      headers: { 'X-Calls': calls, 'Content-Type': 'text/plain' },
      body: size > 0 ? 'x'.repeat(size) : httpMethod + ' ' + calls,
    }
  }`

const keyed = (cacheKeyParameters: readonly string[], more: object = {}): Method =>
  lambdaMethod('./count.mjs', {}, { cacheKeyParameters, ...more })
const cachedStage = (methodSettings: Stage['methodSettings'] = {}): Partial<Stage> => ({
  cacheClusterEnabled: true,
  cacheClusterSize: '0.5',
  methodSettings: { '*/*': { cachingEnabled: true, cacheTtlInSeconds: 10 }, ...methodSettings },
})

async function serve(parts: SampleParts) {
  const clock = testClock()
  sample = await serveSample({
    design: sampleDesign(parts),
    files: { 'count.mjs': counting },
    handlerProcessUrl,
    clock,
  })
  const { send, traced } = sample
  const calls = async (path: string, sent = {}) => (await send(path, sent)).headers['x-calls']
  return { clock, send, traced, calls }
}

const items = (method: Method) => ({ '/items/{id}': { methods: { GET: method } } })

describe('the response cache', () => {
  test('answers with status, headers and body of an earlier response until its time is over', async () => {
    const { send, clock, traced } = await serve({ resources: items(keyed([])), stage: cachedStage() })
    const first = await send('/items/1?status=201')
    const second = await send('/items/1')
    expect([second.status, second.text, second.headers['content-type'], second.headers['x-calls']]).toEqual([
      201,
      'GET 1',
      'text/plain',
      '1',
    ])
    expect(second.headers['x-amzn-requestid'] === first.headers['x-amzn-requestid']).toBe(false)
    expect(traced[1]).toMatchObject({ status: 201, integrationMs: null })
    clock.pass(10_000)
    expect((await send('/items/1')).headers['x-calls']).toBe('2')
  })

  test('tells nothing apart but the declared parameters, and absent from empty', async () => {
    const parameters = [
      'method.request.querystring.page',
      'method.request.header.X-Lang',
      'method.request.multivaluequerystring.tag',
    ]
    const { calls } = await serve({ resources: items(keyed(parameters)), stage: cachedStage() })
    expect([
      await calls('/items/1'),
      await calls('/items/2?other=1'),
      await calls('/items/1?page='),
      await calls('/items/1?page=1'),
      await calls('/items/1?page=1', { headers: { 'x-lang': 'de' } }),
      await calls('/items/1?page=1', { headers: { 'X-LANG': 'de' } }),
      await calls('/items/1?tag=a&tag=b'),
      await calls('/items/1?tag=b'),
    ]).toEqual(['1', '1', '2', '3', '4', '4', '5', '6'])
  })

  test('tells items apart by a path parameter, and by one that is mapped for the integration', async () => {
    const mapped = keyed(['integration.request.path.item'], {
      requestParameters: { 'integration.request.path.item': 'method.request.path.id' },
    })
    const resources = { ...items(keyed(['method.request.path.id'])), '/mapped/{id}': { methods: { GET: mapped } } }
    const { calls } = await serve({ resources, stage: cachedStage() })
    expect([await calls('/items/1'), await calls('/items/2'), await calls('/items/1')]).toEqual(['1', '2', '1'])
    expect([await calls('/mapped/1'), await calls('/mapped/2'), await calls('/mapped/1')]).toEqual(['3', '4', '3'])
  })

  test('is shared by integrations with one namespace', async () => {
    const shared = keyed([], { cacheNamespace: 'one' })
    const resources = { '/a': { methods: { GET: shared } }, '/b': { methods: { GET: shared } } }
    const { calls } = await serve({ resources, stage: cachedStage() })
    expect([await calls('/a'), await calls('/b')]).toEqual(['1', '1'])
  })

  test('keeps GET only, unless a method has its own setting', async () => {
    const method = lambdaMethod('./count.mjs')
    const resources = {
      '/one': { methods: { GET: method, POST: method } },
      '/any': { methods: { ANY: method } },
      '/own': { methods: { ANY: method } },
    }
    const stage = cachedStage({ '/own/ANY': { cachingEnabled: true } })
    const { calls } = await serve({ resources, stage })
    const post = { method: 'POST' }
    expect([await calls('/one', post), await calls('/one', post)]).toEqual(['1', '2'])
    expect([await calls('/any', post), await calls('/any', post), await calls('/any'), await calls('/any')]).toEqual([
      '3',
      '4',
      '5',
      '5',
    ])
    expect([await calls('/own', post), await calls('/own', post), await calls('/own')]).toEqual(['6', '6', '7'])
  })

  test('does not keep what is larger than an entry may be, nor what the gateway made itself', async () => {
    const { calls, send } = await serve({ resources: items(keyed([])), stage: cachedStage() })
    expect([await calls('/items/1?size=1048577'), await calls('/items/1?size=1048577')]).toEqual(['1', '2'])
    expect((await send('/items/1?status=99')).status).toBe(502)
    expect(await calls('/items/1')).toBe('4')
    expect(await calls('/items/1')).toBe('4')
  })

  test('keeps answers of the backend that are no success, as the service is seen to do', async () => {
    const { send } = await serve({ resources: items(keyed([])), stage: cachedStage() })
    expect([(await send('/items/1?status=404')).status, (await send('/items/1')).status]).toEqual([404, 404])
  })

  test.each([
    [{}, 200, '1', '199 Cache-control headers were ignored because the caller was unauthorized.'],
    [{ unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITHOUT_RESPONSE_HEADER' }, 200, '1', undefined],
    [{ unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' }, 403, undefined, undefined],
    [{ requireAuthorizationForCacheControl: false }, 200, '2', undefined],
  ] as const)('with %j a wish to renew the entry is answered %s', async (setting, status, calls, warning) => {
    const stage = cachedStage({ '*/*': { cachingEnabled: true, ...setting } })
    const { send } = await serve({ resources: items(keyed([])), stage })
    await send('/items/1')
    const renewed = await send('/items/1', { headers: { 'Cache-Control': 'no-transform, max-age=0' } })
    expect([renewed.status, renewed.headers['x-calls'], renewed.headers['warning']]).toEqual([status, calls, warning])
    if (status === 403) {
      expect(JSON.parse(renewed.text)).toEqual({ Message: 'User is not authorized to access this resource' })
    } else expect((await send('/items/1')).headers['x-calls']).toBe(calls)
  })
})
