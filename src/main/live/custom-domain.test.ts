import { afterEach, describe, expect, test } from 'vitest'
import type { BasePathMapping } from '@shared/design/domain-name'
import { API, mockAnswering, sampleDesign, type SampleParts } from './testing/sample-design'
import { exchange, serveSample, type ServedSample } from './testing/served-sample'

let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const HOST = { headers: { Host: 'API.example.com' } }
const SEEN =
  '{"path":"$context.path","domain":"$context.domainName","prefix":"$context.domainPrefix","at":"$context.resourcePath"}'
const resources = {
  '/': { methods: { GET: mockAnswering(SEEN) } },
  '/orders/{id}': { methods: { GET: mockAnswering(SEEN) } },
}

async function serveAt(basePathMappings: readonly BasePathMapping[], parts: Partial<SampleParts> = {}) {
  const domainNames = [{ domainName: 'api.example.com', basePathMappings }]
  sample = await serveSample({ design: sampleDesign({ resources, design: { domainNames }, ...parts }) })
  const { port, apis } = sample.state
  return { apis, port, get: (path: string) => exchange(port, path, HOST) }
}

describe('a custom domain', () => {
  test('answers at its base paths, which stand in paths of the context', async () => {
    const { get } = await serveAt([{ basePath: 'shop', apiId: API, stage: 'prod' }])
    const seen = { domain: 'api.example.com', prefix: 'api', at: '/orders/{id}' }
    expect(JSON.parse((await get('/shop/orders/7')).text)).toEqual({ path: '/shop/orders/7', ...seen })
    expect(JSON.parse((await get('/shop')).text)).toEqual({ ...seen, path: '/shop', at: '/' })
    for (const path of ['/orders/7', '/shopping/orders/7', '/']) {
      expect(await get(path)).toMatchObject({ status: 403, text: '{"message":"Forbidden"}' })
    }
  })

  test('leaves to "(none)" what no base path begins', async () => {
    const { get } = await serveAt([
      { basePath: '(none)', apiId: API, stage: 'prod' },
      { basePath: 'gone', apiId: API, stage: 'nope' },
    ])
    expect(JSON.parse((await get('/orders/7')).text)).toMatchObject({ path: '/orders/7', at: '/orders/{id}' })
    expect(await get('/gone/orders/7')).toMatchObject({ status: 403, text: '{"message":"Forbidden"}' })
  })

  test('is the only way in where the default endpoint is switched off', async () => {
    const { get, port } = await serveAt([{ basePath: 'shop', apiId: API, stage: 'prod' }], {
      api: { disableExecuteApiEndpoint: true },
    })
    const direct = await exchange(port, `/${API}/prod/orders/7`)
    expect([(await get('/shop/orders/7')).status, direct.status, direct.text]).toEqual([
      200,
      403,
      '{"message":"Forbidden"}',
    ])
  })

  test('is said with the API that it leads to', async () => {
    const { apis, port } = await serveAt([{ basePath: 'shop', apiId: API, stage: 'prod' }])
    expect(apis[0]!.domains).toEqual([
      {
        domainName: 'api.example.com',
        basePath: 'shop',
        url: `http://api.example.com:${port}/shop`,
        curl: `curl --resolve api.example.com:${port}:127.0.0.1 http://api.example.com:${port}/shop/`,
      },
    ])
  })

  test('that the design does not have is refused', async () => {
    const { port } = await serveAt([{ basePath: '(none)', apiId: API, stage: 'prod' }])
    const { status } = await exchange(port, '/orders/7', { headers: { Host: 'other.example.com' } })
    expect(status).toBe(403)
  })
})
