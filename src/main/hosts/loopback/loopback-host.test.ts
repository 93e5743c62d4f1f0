import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { SOCKET_PROTOCOL } from '@shared/contract/wire'
import type { Emit } from '../../service/emit'
import type { Handlers } from '../../service/service'
import { startLoopbackHost, type LoopbackHost } from './loopback-host'

let folder = ''
let host: LoopbackHost
let emit: Emit
let token = ''
const clientCounts: number[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gatewright-loopback-'))
  writeFileSync(join(folder, 'index.html'), '<title>Gatewright</title>')
  host = await startLoopbackHost({
    pageFolder: folder,
    port: 0,
    facts: { version: '1.2.3', host: 'loopback', system: 'test', home: '' },
    createService: (send) => {
      emit = send
      const handlers = { 'gateway.start': (args: { port: number }) => Promise.resolve({ state: 'failed', ...args }) }
      return { handlers: handlers as unknown as Handlers, close: () => Promise.resolve() }
    },
    onClientCount: (count) => clientCounts.push(count),
  })
  token = new URL(host.url).hash.slice('#t='.length)
})
afterAll(async () => {
  await host.close()
  rmSync(folder, { recursive: true })
})

/** Sends the lines as they are and gives the status line of the answer. */
async function rawStatus(...lines: string[]): Promise<string> {
  const socket = connect(host.port, '127.0.0.1')
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  const [statusLine = ''] = (await text(socket)).split('\r\n')
  return statusLine.split(' ')[1] ?? ''
}

const get = (path: string, ...headers: string[]) => rawStatus(`GET ${path} HTTP/1.1`, ...headers, 'connection: close')
const own = () => `host: 127.0.0.1:${host.port}`

describe('pages', () => {
  test.each([() => own(), () => `host: localhost:${host.port}`, () => `Host: LOCALHOST:${host.port}`])(
    'are served to this computer by either of its names',
    async (hostHeader) => {
      expect(await get('/', hostHeader())).toBe('200')
    },
  )
  test.each([
    'evil.example',
    '127.0.0.1',
    '127.0.0.1.evil.example',
    'localhost.evil',
    '127.evil',
    '127.0.0.1:1',
    '[::1]',
    '',
  ])('are not served under the name "%s"', async (name) => {
    expect(await get('/', `host: ${name}`)).toBe('421')
  })
  test('are not served to a request with two Host headers', async () => {
    expect(await get('/', own(), 'host: evil.example')).toMatch(/^4(00|21)$/)
  })
  test('are not served to a request without Host', async () => {
    expect(await get('/')).toBe('400')
  })
  test.each(['/../secret', '/%2e%2e/secret', '/..%2fsecret', '/..%5csecret'])('cannot be left by %s', async (path) => {
    expect(await get(path, own())).toBe('403')
  })
  test('are not served to another origin, and no origin is ever allowed to read them', async () => {
    expect(await get('/', own(), 'origin: https://evil.example')).toBe('403')
    const response = await fetch(`http://127.0.0.1:${host.port}/`)
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, null])
  })
  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('are read-only: %s', async (method) => {
    expect(await rawStatus(`${method} / HTTP/1.1`, own(), 'connection: close')).toBe('405')
  })
  test('need a path: a proxy request and an upgrade by CONNECT are refused', async () => {
    expect(await get(`http://evil.example/`, own())).toBe('400')
    expect(await rawStatus('CONNECT evil.example:80 HTTP/1.1', own())).toBe('')
  })
  test('a header block of 20 kB and one with a length and chunks are refused', async () => {
    expect(await get('/', own(), `x: ${'a'.repeat(20_000)}`)).toBe('431')
    expect(await get('/', own(), 'content-length: 3', 'transfer-encoding: chunked')).toBe('400')
  })
})

describe('handshakes', () => {
  const key = [
    'upgrade: websocket',
    'connection: upgrade',
    'sec-websocket-version: 13',
    'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
  ]
  const protocol = (value: string) => `sec-websocket-protocol: ${value}`
  const good = () => protocol(`${SOCKET_PROTOCOL}, t.${token}`)
  const ownOrigin = () => `origin: http://127.0.0.1:${host.port}`
  const shake = (path: string, ...headers: string[]) => rawStatus(`GET ${path} HTTP/1.1`, ...key, ...headers)

  test.each([
    ['no token', () => [own(), ownOrigin(), protocol(SOCKET_PROTOCOL)], '403'],
    ['no protocol at all', () => [own(), ownOrigin()], '403'],
    ['a wrong token', () => [own(), ownOrigin(), protocol(`${SOCKET_PROTOCOL}, t.${'A'.repeat(32)}`)], '403'],
    ['the token first', () => [own(), ownOrigin(), protocol(`t.${token}, ${SOCKET_PROTOCOL}`)], '403'],
    ['another origin', () => [own(), 'origin: https://evil.example', good()], '403'],
    ['a sandboxed page', () => [own(), 'origin: null', good()], '403'],
    ['no origin', () => [own(), good()], '403'],
    ['another name', () => ['host: evil.example', ownOrigin(), good()], '421'],
  ])('with %s are refused', async (_, headers, status) => {
    expect(await shake('/rpc', ...headers())).toBe(status)
  })
  test('are accepted nowhere else', async () => {
    expect(await shake('/', own(), ownOrigin(), good())).toBe('404')
  })
  test('work any number of times in one launch', async () => {
    const clients = await Promise.all([open(), open(), open()])
    expect(clients.map((client) => client.protocol)).toEqual([SOCKET_PROTOCOL, SOCKET_PROTOCOL, SOCKET_PROTOCOL])
    await Promise.all(clients.map(closed))
  })
})

function open(): Promise<WebSocket> {
  const client = new WebSocket(`ws://127.0.0.1:${host.port}/rpc`, [SOCKET_PROTOCOL, `t.${token}`], {
    origin: `http://127.0.0.1:${host.port}`,
  })
  return new Promise((resolve, reject) => client.once('open', () => resolve(client)).once('error', reject))
}

function closed(client: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    client.once('close', resolve)
    client.close()
  })
}

const nextMessage = (client: WebSocket) =>
  new Promise<unknown>((resolve) =>
    client.once('message', (data: Buffer, isBinary: boolean) => resolve(isBinary ? data : JSON.parse(String(data)))),
  )
const closeCode = (client: WebSocket) => new Promise<number>((resolve) => client.once('close', resolve))

describe('calls and events', () => {
  test('a call is answered under its id, an unknown one with a typed error', async () => {
    const client = await open()
    client.send(JSON.stringify({ id: 7, name: 'gateway.start', args: { port: 3000 } }))
    expect(await nextMessage(client)).toEqual({ id: 7, result: { state: 'failed', port: 3000 } })
    client.send(JSON.stringify({ id: 8, name: 'gateway.explode', args: {} }))
    expect(await nextMessage(client)).toMatchObject({ id: 8, error: { code: 'contract/unknown-command' } })
    await closed(client)
  })

  test('an event reaches every window, a snapshot as one binary frame', async () => {
    const clients = await Promise.all([open(), open()])
    const events = Promise.all(clients.map(nextMessage))
    emit('gateway.state', { state: 'stopped' })
    const stopped = { event: 'gateway.state', payload: { state: 'stopped' } }
    expect(await events).toEqual([stopped, stopped])
    const frames = Promise.all(clients.map(nextMessage))
    emit('simulator.snapshot', new Float64Array([1, 2, 3]).buffer)
    expect((await frames).map((frame) => (frame as Buffer).byteLength)).toEqual([24, 24])
    await Promise.all(clients.map(closed))
  })

  test.each([
    ['no JSON', '{', 1007],
    ['no id', '{"name":"app.info"}', 1007],
    ['an id that is no number', '{"id":"1","name":"app.info"}', 1007],
    ['a binary call', Buffer.from('{}'), 1003],
  ])('a client that sends %s is closed, and only it', async (_, message, code) => {
    const [bad, good] = await Promise.all([open(), open()])
    bad.send(message)
    expect(await closeCode(bad)).toBe(code)
    good.send(JSON.stringify({ id: 1, name: 'gateway.start', args: { port: 1 } }))
    expect(await nextMessage(good)).toMatchObject({ id: 1 })
    await closed(good)
  })

  test('a window that does not read is skipped by snapshots instead of filling the memory', async () => {
    const [slow, quick] = await Promise.all([open(), open()])
    slow.pause()
    let received = 0
    quick.on('message', () => received++)
    const frame = new ArrayBuffer(1024 * 1024)
    for (let sent = 0; sent < 60; sent++) {
      const arrived = new Promise((resolve) => quick.once('message', resolve))
      emit('simulator.snapshot', frame)
      await arrived
    }
    let kept = 0
    slow.on('message', () => kept++)
    const marker = new Promise<void>((resolve) => {
      slow.on('message', (_data, isBinary) => {
        if (!isBinary) resolve()
      })
    })
    slow.resume()
    emit('gateway.state', { state: 'stopped' })
    await marker
    expect(received).toBeGreaterThanOrEqual(60)
    expect(kept).toBeLessThan(40)
    await Promise.all([closed(slow), closed(quick)])
  })

  test('the number of windows is told at each change', async () => {
    clientCounts.length = 0
    const client = await open()
    await closed(client)
    await expect.poll(() => clientCounts).toEqual([1, 0])
  })
})

test('a port that is taken is an operational error that names it', async () => {
  const options = {
    pageFolder: folder,
    port: host.port,
    facts: { version: '', host: 'loopback', system: '', home: '' } as const,
  }
  const second = startLoopbackHost({
    ...options,
    createService: () => ({ handlers: {} as Handlers, close: () => Promise.resolve() }),
    onClientCount: () => undefined,
  })
  await expect(second).rejects.toMatchObject({ code: 'live/port-in-use', details: { port: host.port } })
})
