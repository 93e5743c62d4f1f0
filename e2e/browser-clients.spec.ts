import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, type Page } from '@playwright/test'
import { serve, type ServedCommand } from './served-command'

// The certificates are good, but this browser was not told of the authority that signs them.
test.use({ ignoreHTTPSErrors: true })

interface Site {
  readonly origin: string
  readonly server: Server
}

/** A site of somebody's: one page without anything on it. */
async function site(): Promise<Site> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>A site</title>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

let known: Site
let other: Site
let backend: Server
let served: ServedCommand
/** Method and cookie of what the backend got. */
const received: string[] = []

test.beforeAll(async () => {
  known = await site()
  other = await site()
  backend = createServer(({ method, headers }, response) => {
    received.push(`${method} ${headers['cookie'] ?? ''}`)
    response.setHeader('Content-Type', 'application/json').end('{"from":"backend"}')
  })
  await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve))
  const { port } = backend.address() as AddressInfo
  served = await serve({ apis: [httpApi(`http://127.0.0.1:${port}`), REST_API, CHAT] })
})

test.afterAll(async () => {
  await served.end()
  for (const server of [known.server, other.server, backend]) {
    server.close()
    server.closeAllConnections()
  }
})

const httpApi = (integrationUri: string) => ({
  protocolType: 'HTTP',
  id: 'items00001',
  name: 'Items',
  corsConfiguration: {
    allowOrigins: [known.origin],
    allowMethods: ['GET', 'PUT'],
    allowHeaders: ['authorization', 'content-type'],
    exposeHeaders: ['apigw-requestid'],
    allowCredentials: true,
    maxAge: 0,
  },
  routes: { 'ANY /items': { authorizationType: 'NONE', target: 'backend' } },
  integrations: {
    backend: {
      integrationType: 'HTTP_PROXY',
      integrationMethod: 'ANY',
      integrationUri,
      payloadFormatVersion: '1.0',
    },
  },
  authorizers: {},
  stages: { $default: { autoDeploy: true } },
})

const HEADERS = {
  'Access-Control-Allow-Origin': "'*'",
  'Access-Control-Allow-Methods': "'GET,OPTIONS'",
  'Access-Control-Allow-Headers': "'X-Api-Key,Authorization'",
}

/** A MOCK that answers with those CORS headers. */
function mock(names: readonly (keyof typeof HEADERS)[], text: string) {
  const at = (name: string): string => `method.response.header.${name}`
  return {
    authorizationType: 'NONE',
    methodResponses: [
      { statusCode: '200', responseParameters: Object.fromEntries(names.map((name) => [at(name), false])) },
    ],
    integration: {
      type: 'MOCK',
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
      integrationResponses: [
        {
          statusCode: '200',
          responseParameters: Object.fromEntries(names.map((name) => [at(name), HEADERS[name]])),
          responseTemplates: { 'application/json': text },
        },
      ],
    },
  }
}

const REST_API = {
  protocolType: 'REST',
  id: 'orders0001',
  name: 'Orders',
  resources: {
    '/open': {
      methods: {
        GET: mock(['Access-Control-Allow-Origin'], '{"from":"mock"}'),
        OPTIONS: mock(
          ['Access-Control-Allow-Origin', 'Access-Control-Allow-Methods', 'Access-Control-Allow-Headers'],
          '',
        ),
      },
    },
    '/closed': { methods: { GET: mock([], '{"from":"mock"}') } },
  },
  stages: { prod: { deploymentId: 'dep001', methodSettings: {} } },
  deployments: [{ id: 'dep001', createdDate: '2026-11-02T09:00:00Z' }],
}

const CHAT = {
  protocolType: 'WEBSOCKET',
  id: 'chat000001',
  name: 'Chat',
  routeSelectionExpression: '$request.body.action',
  routes: {
    $default: { target: 'echo', routeResponseSelectionExpression: '$default', routeResponses: { $default: {} } },
  },
  integrations: {
    echo: {
      integrationType: 'MOCK',
      requestTemplates: {
        $default: '#set($context.requestOverride.path.text = $input.body){"statusCode": 200}',
      },
      integrationResponses: { $default: { responseTemplates: { $default: '$context.requestOverride.path.text' } } },
    },
  },
  authorizers: {},
  stages: { prod: {} },
}

/** What a page's `fetch` comes to: the answer with one of its headers, or that the browser keeps it from the page. */
async function fetched(page: Page, url: string, init: RequestInit, header = 'apigw-requestid'): Promise<string> {
  return page.evaluate(
    async ([target, options, name]) => {
      try {
        const response = await fetch(target, options)
        return `${response.status} ${await response.text()}${response.headers.has(name) ? ` with ${name}` : ''}`
      } catch (error) {
        return (error as Error).name
      }
    },
    [url, init, header] as const,
  )
}

const PUT_WITH_CREDENTIALS: RequestInit = {
  method: 'PUT',
  headers: { Authorization: 'Bearer token', 'Content-Type': 'application/json' },
  body: '{"n":1}',
  credentials: 'include',
}

test('an HTTP API with CORS lets its origin through the preflight, with cookies, and no other', async ({ page }) => {
  const { url, secureUrl } = served.apis.get('Items')!
  await page.goto(known.origin)
  await page.context().addCookies([{ name: 'session', value: 'abc', url: 'http://127.0.0.1' }])
  const answer = '200 {"from":"backend"} with apigw-requestid'
  expect(await fetched(page, `${url}/items`, PUT_WITH_CREDENTIALS)).toBe(answer)
  expect(received).toEqual(['PUT session=abc'])
  expect(await fetched(page, `${secureUrl}/items`, PUT_WITH_CREDENTIALS)).toBe(answer)
  expect(await fetched(page, `${url}/items`, { method: 'DELETE' })).toBe('TypeError')
  expect(await fetched(page, `${url}/items`, { headers: { 'X-Other': '1' } })).toBe('TypeError')
  await page.goto(other.origin)
  expect(await fetched(page, `${url}/items`, PUT_WITH_CREDENTIALS)).toBe('TypeError')
  expect(received.filter((line) => line.startsWith('PUT'))).toHaveLength(2)
})

test('a REST API answers a preflight by its OPTIONS method; without one the browser keeps the answer back', async ({
  page,
}) => {
  const { url, secureUrl } = served.apis.get('Orders')!
  await page.goto(known.origin)
  const withKey = { headers: { 'X-Api-Key': 'key' } }
  expect(await fetched(page, `${url}/open`, withKey)).toBe('200 {"from":"mock"}')
  expect(await fetched(page, `${secureUrl}/open`, withKey)).toBe('200 {"from":"mock"}')
  // A wildcard is not for requests with credentials.
  expect(await fetched(page, `${url}/open`, { ...withKey, credentials: 'include' })).toBe('TypeError')
  expect(await fetched(page, `${url}/open`, { headers: { 'X-Other': '1' } })).toBe('TypeError')
  expect(await fetched(page, `${url}/closed`, {})).toBe('TypeError')
})

/** Opens a socket as a page does, says something, and gives what comes back. */
async function said(page: Page, url: string, text: string): Promise<string> {
  return page.evaluate(
    ([address, message]) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(address)
        socket.addEventListener('open', () => socket.send(message))
        socket.addEventListener('message', ({ data }) => {
          resolve(String(data))
          socket.close()
        })
        socket.addEventListener('error', () => resolve('refused'))
      }),
    [url, text] as const,
  )
}

test('a page talks to a WebSocket API, plain and over TLS', async ({ page }) => {
  const { url, secureUrl } = served.apis.get('Chat')!
  await page.goto(known.origin)
  expect([await said(page, url, 'hello'), await said(page, secureUrl, 'hello over TLS')]).toEqual([
    'hello',
    'hello over TLS',
  ])
})

test('a page of a site that is not on this computer gets no socket', async ({ page }) => {
  const { url } = served.apis.get('Chat')!
  await page.route('http://elsewhere.example/', (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  await page.goto('http://elsewhere.example/')
  expect(await said(page, url, 'hello')).toBe('refused')
})
