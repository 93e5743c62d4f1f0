import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SampleInfo } from '@shared/contract/app-info'
import type { ServedApi } from '@shared/contract/gateway'
import { checkDesign } from '@shared/design/checks/check-design'
import type { Design } from '@shared/design/design'
import type { SavedRequest } from '@shared/design/saved-request'
import { parseProject } from '../project-format/parse-project'
import { createGateway, type LiveGateway } from './gateway'
import { builtHandlerProcess } from './testing/built-handler-process'
import { connectSocket, handshake, type SocketClient } from './websocket-api/testing/socket-client'

const SAMPLES = fileURLToPath(new URL('../../../resources/samples/', import.meta.url))
const LISTED = JSON.parse(readFileSync(join(SAMPLES, 'samples.json'), 'utf8')) as SampleInfo[]

let handlerProcessUrl: URL
const folders: string[] = []
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

function read(name: string): Design {
  const file = `${name}.gatewright.yaml`
  const { design, diagnostics } = parseProject(readFileSync(join(SAMPLES, name, file), 'utf8'), file)
  expect([design === null, diagnostics]).toEqual([false, []])
  return design!
}

/** Serve a copy of a sample, so that what its functions write is not part of it. */
async function serving<Result>(
  name: string,
  work: (gateway: LiveGateway, design: Design, apis: readonly ServedApi[]) => Promise<Result>,
  changed: (design: Design) => Design = (design) => design,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'gatewright-sample-'))
  folders.push(folder)
  cpSync(join(SAMPLES, name), folder, { recursive: true })
  const gateway = createGateway({ handlerProcessUrl })
  try {
    const design = changed(read(name))
    const { apis } = await gateway.start(design, { host: '127.0.0.1', port: 0, folder })
    return await work(gateway, design, apis)
  } finally {
    await gateway.stop()
  }
}

async function statusOf(gateway: LiveGateway, { headers, ...saved }: SavedRequest): Promise<number> {
  const { status } = await gateway.send({
    apiKeyId: null,
    token: null,
    iamUser: null,
    caller: {},
    ...saved,
    headers: headers.map(({ name, value }) => [name, value] as const),
    isTestInvoke: false,
  })
  return status
}

describe.each(LISTED)('the sample $name', ({ name, protocolTypes }) => {
  test('has no mistakes, and the API types that it is listed with', () => {
    const design = read(name)
    expect(checkDesign(design).filter(({ severity }) => severity === 'error')).toEqual([])
    expect([...new Set(design.apis.map(({ protocolType }) => protocolType))]).toEqual(protocolTypes)
  })

  test('is served, stage by stage', async () => {
    const [designed, served] = await serving(name, async (_gateway, { apis }, running) => [
      apis.flatMap((api) => Object.keys(api.stages).map((stage) => `${api.name} ${stage}`)),
      running.map(({ name: api, stage }) => `${api} ${stage}`),
    ])
    expect(served).toEqual(designed)
  })
})

test.each([
  ['order-api', 'ordersapi1', 'prod', '/products', 200],
  ['order-api', 'ordersapi1', 'prod', '/orders', 401],
  ['token-bucket', 'bucketapi1', 'prod', '/items', 200],
])('%s answers GET %s/%s%s with %i', async (name, apiId, stage, path, status) => {
  const request = { name: 'once', apiId, stage, method: 'GET', path, headers: [], body: null }
  expect(await serving(name, (gateway) => statusOf(gateway, request))).toBe(status)
})

test('each saved request of the items shows one rule', async () => {
  const statuses = await serving('items-api', async (gateway, { requests = [] }) => {
    const answered: Record<string, number> = {}
    for (const request of requests) answered[request.name] = await statusOf(gateway, request)
    return answered
  })
  expect(statuses).toEqual({
    'List items': 200,
    'Get item': 200,
    'Create item as ada': 201,
    'Create without a token': 401,
    'Create without the scope': 403,
    'Preflight of a browser': 204,
    'An unknown path': 404,
  })
})

test('the loss sample passes a call on to its backend', async () => {
  const backend = createServer(({ url }, response) => response.end(`did ${url}`)).listen(0, '127.0.0.1')
  await once(backend, 'listening')
  const { port } = backend.address() as AddressInfo
  // Its own backend is simulated: nothing listens there.
  const withBackend = (design: Design): Design =>
    JSON.parse(JSON.stringify(design).replaceAll('127.0.0.1:9000', `127.0.0.1:${port}`)) as Design
  const request = { name: 'once', apiId: 'lossapi001', stage: 'prod', method: 'GET', path: '/jobs', headers: [] }
  try {
    const status = await serving('loss', (gateway) => statusOf(gateway, { ...request, body: null }), withBackend)
    expect(status).toBe(200)
  } finally {
    backend.close()
  }
})

test('the speed sample asks for a key, and with one for the function that it does not have', async () => {
  const call = { name: 'once', apiId: 'speedapi01', stage: 'prod', method: 'GET', path: '/route1/7', body: null }
  const statuses = await serving('speed', async (gateway) => [
    await statusOf(gateway, { ...call, headers: [] }),
    await statusOf(gateway, { ...call, headers: [{ name: 'x-api-key', value: 'sampleKeySpeed00000000' }] }),
  ])
  expect(statuses).toEqual([403, 500])
})

test('in the chat a message reaches everybody in its room and nobody else', async () => {
  await serving('chat', async (_gateway, _design, [chat]) => {
    const url = chat!.url.replace(/^http/, 'ws')
    expect((await handshake(url, { query: 'token=nobody' })).status).toBe(401)
    const [ana, ben, cy] = await Promise.all(
      ['ana', 'ben', 'cy'].map((user) => connectSocket(url, { query: `token=user-${user}` })),
    )
    const join = async (client: SocketClient, roomId: string) =>
      JSON.parse(await client.ask(ask('joinroom', { roomId })))
    expect([await join(ana!, 'lobby'), await join(cy!, 'kitchen'), await join(ben!, 'lobby')]).toEqual([
      { type: 'joined', roomId: 'lobby', members: 1 },
      { type: 'joined', roomId: 'kitchen', members: 1 },
      { type: 'joined', roomId: 'lobby', members: 2 },
    ])
    ana!.ws.send(ask('sendmessage', { roomId: 'lobby', text: 'hello' }))
    const message = { type: 'message', roomId: 'lobby', from: 'ana', text: 'hello' }
    expect([await ana!.next(), await ana!.next(), await ben!.next()].map((text) => JSON.parse(text))).toEqual([
      message,
      { type: 'sent', roomId: 'lobby', reached: 2, gone: 0 },
      message,
    ])
    expect(JSON.parse(await cy!.ask('hm'))).toEqual({ type: 'error', message: 'No such action', sent: 'hm' })
    for (const client of [ana, ben, cy]) client!.ws.terminate()
  })
})

function ask(action: string, members: object): string {
  return JSON.stringify({ action, ...members })
}
