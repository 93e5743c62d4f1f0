import { connect, type Socket } from 'node:net'
import { request } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import type { FrameEvent } from '@shared/contract/websocket'
import type { ServedSampleOptions } from '../testing/served-sample'
import { testClock } from '../testing/test-clock'
import { serveWebSocket, type ServedWebSocket } from './testing/served-web-socket'
import { CHAT, mockReplying, twoWay, webSocketDesign, type WebSocketParts } from './testing/web-socket-sample'

const started: ServedWebSocket[] = []
afterEach(async () => {
  for (const sample of started.splice(0)) await sample.close()
})

async function serve(parts: WebSocketParts, options: Partial<ServedSampleOptions> = {}): Promise<ServedWebSocket> {
  const sample = await serveWebSocket(parts, options)
  started.push(sample)
  return sample
}

const ECHO = { $default: twoWay('echo') }
const MINUTE = 60

describe('time', () => {
  test('ends a connection that was idle for ten minutes, with 1001', async () => {
    const { connect: open, gateway } = await serve({ routes: ECHO })
    const client = await open()
    expect(gateway.webSockets.fastForward(10 * MINUTE - 1)).toBe(0)
    await client.ask('still here')
    expect(gateway.webSockets.fastForward(10 * MINUTE - 1)).toBe(0)
    expect(gateway.webSockets.fastForward(1)).toBe(1)
    expect(await client.closed()).toEqual({ code: 1001, reason: 'Going away' })
  })

  test('ends a connection after two hours, however busy', async () => {
    const { connect: open, gateway } = await serve({ routes: ECHO })
    const client = await open()
    for (let passed = 0; passed < 119; passed += 7) {
      await client.ask('busy')
      expect(gateway.webSockets.fastForward(7 * MINUTE)).toBe(0)
    }
    expect(gateway.webSockets.fastForward(MINUTE)).toBe(1)
    expect(await client.closed()).toEqual({ code: 1001, reason: 'Going away' })
  })

  test.each([
    [true, 0],
    [false, 1],
  ])('with pings that count (%s) leaves %i connections ended', async (pingKeepsConnection, ended) => {
    const assumptions = { pingKeepsConnection }
    const { connect: open, gateway } = await serve({ routes: ECHO, design: { assumptions } })
    const client = await open()
    gateway.webSockets.fastForward(9 * MINUTE)
    const pong = new Promise((resolve) => client.ws.once('pong', resolve))
    client.ws.ping()
    await pong
    expect(gateway.webSockets.fastForward(2 * MINUTE)).toBe(ended)
  })
})

describe('throttles', () => {
  const limits = (rate: number) => ({ throttlingRateLimit: rate, throttlingBurstLimit: rate })

  test('of a route stop its messages alone, and the connection stays open', async () => {
    const stage = { routeSettings: { slow: limits(1) } }
    const routes = { slow: twoWay('echo'), echo: twoWay('echo') }
    const { connect: open } = await serve({ routes, stage }, { clock: testClock() })
    const client = await open()
    const slow = '{"action":"slow"}'
    expect([await client.ask(slow), await client.ask('{"action":"echo"}')]).toEqual([slow, '{"action":"echo"}'])
    expect(await client.ask(slow)).toMatch(
      /^\{"message": "Too Many Requests", "connectionId":"[\w-]{15}=", "requestId":"[\w-]{15}="\}$/,
    )
  })

  test('of $connect refuse the handshake with 429', async () => {
    const stage = { routeSettings: { $connect: limits(1) } }
    const sample = await serve({ routes: { $connect: { target: 'ok' } }, stage }, { clock: testClock() })
    await sample.connect()
    const second = await sample.handshake()
    expect([second.status, 'body' in second && second.body]).toEqual([429, '{"message":"Too Many Requests"}'])
  })

  test('of the account count calls of @connections too', async () => {
    const account = { throttleSettings: { rateLimit: 2, burstLimit: 2 } }
    const sample = await serve({ routes: ECHO, design: { account } }, { clock: testClock() })
    await sample.connect()
    const { connectionId } = sample.gateway.webSockets.list()[0]!
    const push = () => sample.gateway.webSockets.push(connectionId, 'x')
    expect([(await push()).status, (await push()).status]).toEqual([200, 429])
  })

  test('let five hundred clients in a second', async () => {
    const sample = await serve({ routes: ECHO }, { clock: testClock() })
    const statuses: number[] = []
    for (let at = 0; at < 505; at++) statuses.push(await upgradeStatus(sample.state.port, `/${CHAT}/prod`))
    expect([statuses.slice(0, 500).every((status) => status === 101), statuses.slice(500)]).toEqual([
      true,
      [429, 429, 429, 429, 429],
    ])
  })
})

describe('hostile clients', () => {
  /** Frames as they are written on the wire, unmasked unless a mask is in them. */
  test.each([
    ['bad UTF-8', [0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28], 1007],
    ['an unmasked frame', [0x81, 0x01, 0x41], 1002],
    ['a fragmented ping', [0x09, 0x80, 0, 0, 0, 0], 1002],
    ['a control frame that is too long', [0x89, 0xfe, 0x01, 0x00, 0, 0, 0, 0], 1002],
    ['a reserved bit', [0xc1, 0x80, 0, 0, 0, 0], 1002],
    ['an unknown opcode', [0x83, 0x80, 0, 0, 0, 0], 1002],
    ['a continuation of nothing', [0x80, 0x80, 0, 0, 0, 0], 1002],
    ['a length of exabytes', [0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0], 1009],
    ['a length of a gigabyte', [0x81, 0xff, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0], 1009],
  ])('that send %s are closed with the code that fits, and others go on', async (_what, bytes, code) => {
    const sample = await serve({ routes: ECHO })
    const other = await sample.connect()
    const socket = await rawSocket(sample.state.port, `/${CHAT}/prod`)
    const closed = closeCodeOf(socket)
    socket.write(Buffer.from(bytes))
    expect([await closed, await other.ask('fine')]).toEqual([code, 'fine'])
    await until(() => sample.gateway.webSockets.list().length === 1)
  })

  test('that send heads byte by byte are told of a frame that is too large', async () => {
    const sample = await serve({ routes: ECHO })
    const socket = await rawSocket(sample.state.port, `/${CHAT}/prod`)
    socket.setNoDelay(true)
    const closed = closeCodeOf(socket)
    for (const byte of [0x01, 0xff, 0, 0, 0, 0, 0, 0, 0x80, 0x01, 1, 2, 3, 4]) {
      socket.write(Buffer.from([byte]))
      await new Promise((go) => setImmediate(go))
    }
    expect(await closed).toBe(1009)
  })

  test.each([
    [{ Host: 'evil.example' }, 403],
    [{ Origin: 'https://evil.example' }, 403],
    [{ Origin: 'null' }, 403],
    [{ Origin: 'http://localhost:5173' }, 101],
    [{ Origin: 'https://chat.example.com' }, 101],
    [{ Host: 'chat.example.com' }, 403],
    [{ Host: `${CHAT}.execute-api.us-east-1.amazonaws.com` }, 403],
    [{ 'Sec-WebSocket-Version': '12' }, 400],
    [{ 'Sec-WebSocket-Key': 'short' }, 400],
    [{ 'X-Long': 'x'.repeat(11_000) }, 431],
  ])('with %j are answered %i', async (headers, status) => {
    const domainNames = [
      { domainName: 'chat.example.com', basePathMappings: [{ basePath: 'v1', apiId: CHAT, stage: 'prod' }] },
    ]
    const sample = await serve({ routes: ECHO, design: { domainNames } })
    expect(await upgradeStatus(sample.state.port, `/${CHAT}/prod`, headers)).toBe(status)
  })

  test.each([
    [`/${CHAT}/prod`, {}, 101],
    [`/${CHAT}/prod/`, {}, 101],
    [`/${CHAT}/prod/more`, {}, 403],
    [`/${CHAT}/other`, {}, 403],
    [`/${CHAT}`, {}, 403],
    ['/v1', { Host: 'chat.example.com' }, 101],
    ['/prod', { Host: `${CHAT}.execute-api.us-east-1.amazonaws.com` }, 101],
    [`/${CHAT}/prod?${'x'.repeat(5000)}`, {}, 414],
  ])('at %s with %j are answered %i', async (path, headers, status) => {
    const domainNames = [
      { domainName: 'chat.example.com', basePathMappings: [{ basePath: 'v1', apiId: CHAT, stage: 'prod' }] },
    ]
    const sample = await serve({ routes: ECHO, design: { domainNames } })
    expect(await upgradeStatus(sample.state.port, path, headers)).toBe(status)
  })

  test('that do not ask to connect learn that they must', async () => {
    const sample = await serve({ routes: ECHO })
    const answers = await Promise.all(['', '/more', '/@connections'].map((path) => sample.send(path)))
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [426, '{"message":"Upgrade Required"}'],
      [403, '{"message":"Missing Authentication Token"}'],
      [403, '{"message":"Missing Authentication Token"}'],
    ])
  })

  test('that do not read are let go, and take no memory with them', async () => {
    const sample = await serve({
      routes: { $default: twoWay('big') },
      integrations: { big: mockReplying('x'.repeat(30_000)) },
    })
    const socket = await rawSocket(sample.state.port, `/${CHAT}/prod`)
    socket.pause()
    const message = Buffer.from([0x81, 0x81, 0, 0, 0, 0, 0x41])
    const ended = new Promise((resolve) => socket.on('close', resolve))
    socket.on('error', () => undefined)
    for (let at = 0; at < 2_000 && sample.gateway.webSockets.list().length > 0; at++) {
      socket.write(message)
      await new Promise((go) => setImmediate(go))
    }
    await until(() => sample.gateway.webSockets.list().length === 0)
    socket.resume()
    await ended
  })
})

const step = (name: string) => expect.objectContaining({ step: name })
const PASSED = [step('account-throttle'), step('integration'), step('integration')]
const PASSED_HANDSHAKE = [step('connection-rate'), ...PASSED]

describe('the table of connections', () => {
  test('is empty after five hundred clients have come and gone at random', async () => {
    const clock = testClock()
    const sample = await serve({ routes: ECHO }, { clock })
    let seed = 7
    const random = (below: number): number => (seed = (seed * 48_271) % 0x7fff_ffff) % below
    for (let wave = 0; wave < 10; wave++) {
      clock.pass(1_000)
      const clients = await Promise.all(Array.from({ length: 50 }, () => sample.connect()))
      for (const client of clients) {
        const how = random(4)
        if (how === 0) client.ws.terminate()
        else if (how === 1) client.ws.close(1000 + random(2) * 3000)
        else if (how === 2) client.ws.send(Buffer.from([1]))
        else client.ws.send('x'.repeat(40_000))
      }
    }
    await until(() => sample.gateway.webSockets.list().length === 0)
    const again = await sample.connect()
    expect(await again.ask('hi')).toBe('hi')
  })

  test('keeps connections through a change of the design, which later messages find changed', async () => {
    const sample = await serve({ routes: ECHO })
    const client = await sample.connect()
    expect(await client.ask('hi')).toBe('hi')
    const other = { say: mockReplying('changed') }
    sample.gateway.update(webSocketDesign({ routes: { $default: twoWay('say') }, integrations: other }))
    expect(await client.ask('hi')).toBe('changed')
    sample.gateway.update(webSocketDesign({ routes: {}, api: { stages: { dev: {} } } }))
    expect(await client.closed()).toEqual({ code: 1001, reason: 'Going away' })
  })

  test('is told of to who watches, frame by frame', async () => {
    const sample = await serve({ routes: { ...ECHO, off: { target: 'ok' } } })
    const frames: FrameEvent[] = []
    const connections: unknown[] = []
    sample.gateway.webSockets.onFrame((frame) => frames.push(frame))
    sample.gateway.webSockets.onConnection((event) => connections.push(event))
    const client = await sample.connect({ headers: { 'User-Agent': 'test' } })
    await client.ask('é')
    const { connectionId } = sample.gateway.webSockets.list()[0]!
    const time = {
      at: expect.any(Number),
      durationMs: expect.any(Number),
      integrationMs: null,
      problem: null,
      dropped: 0,
    }
    expect(frames).toEqual([
      { connectionId, direction: 'in', text: 'é', bytes: 2, routeKey: '$default', status: 200, ...time, trace: PASSED },
      { connectionId, direction: 'out', text: 'é', bytes: 2, routeKey: null, status: null, ...time, durationMs: null },
    ])
    await client.close(4001, 'enough')
    await until(() => connections.length === 2)
    const connection = {
      connectionId,
      apiId: CHAT,
      apiName: 'Chat',
      stage: 'prod',
      connectedAt: expect.any(Number),
      lastActiveAt: expect.any(Number),
      sourceIp: '127.0.0.1',
      userAgent: 'test',
      subprotocol: null,
      principalId: null,
      apiKeyName: null,
      received: 0,
      sent: 0,
      billedMessages: 0,
      socketId: null,
    }
    expect(connections).toEqual([
      { kind: 'opened', at: expect.any(Number), connection, trace: PASSED_HANDSHAKE },
      {
        kind: 'closed',
        at: expect.any(Number),
        connection: { ...connection, received: 1, sent: 1, billedMessages: 2 },
        code: 4001,
        reason: 'enough',
      },
    ])
  })

  test('tells fifty frames a second, and how many it has not', async () => {
    const clock = testClock()
    const sample = await serve({ routes: ECHO }, { clock })
    const frames: FrameEvent[] = []
    sample.gateway.webSockets.onFrame((frame) => frames.push(frame))
    const client = await sample.connect()
    for (let at = 0; at < 40; at++) await client.ask('x'.repeat(5_000))
    clock.pass(1_000)
    await client.ask('later')
    expect([frames.length, frames[0]!.text.length, frames.at(-2)!.dropped, frames.at(-1)!.dropped]).toEqual([
      52, 4_096, 30, 0,
    ])
  })
})

describe('sockets of the program itself', () => {
  test('connect as any client does, and are known among the others', async () => {
    const sample = await serve({ routes: { $connect: { target: 'ok' }, ...ECHO } })
    const { webSockets } = sample.gateway
    const request = {
      apiId: CHAT,
      stage: 'prod',
      query: 'a=1',
      headers: [],
      subprotocols: [],
      apiKeyId: null,
      iamUser: null,
    }
    const opened = await webSockets.open(request)
    if (opened.kind !== 'open') throw new Error(`refused with ${opened.status}`)
    const frames: string[] = []
    webSockets.onFrame(({ direction, text }) => frames.push(`${direction} ${text}`))
    webSockets.send(opened.socketId, 'hello')
    await until(() => frames.length === 2)
    expect([frames, webSockets.list()[0]]).toEqual([
      ['in hello', 'out hello'],
      expect.objectContaining({ connectionId: opened.connectionId, socketId: opened.socketId }),
    ])
    expect(await webSockets.push(opened.connectionId, 'news')).toEqual({ status: 200, body: '' })
    webSockets.close(opened.socketId, 1000, 'done')
    await until(() => webSockets.list().length === 0)
    expect(() => webSockets.send(opened.socketId, 'late')).toThrow('this socket is closed')
  })

  test('tell how a handshake was refused', async () => {
    const sample = await serve({ routes: { $connect: { apiKeyRequired: true } } })
    const request = {
      apiId: CHAT,
      stage: 'prod',
      query: '',
      headers: [],
      subprotocols: [],
      apiKeyId: null,
      iamUser: null,
    }
    expect(await sample.gateway.webSockets.open(request)).toMatchObject({
      kind: 'refused',
      status: 403,
      body: '{"message":"Forbidden"}',
    })
    await expect(sample.gateway.webSockets.open({ ...request, apiKeyId: 'k9' })).rejects.toThrow(
      'no API key with the id "k9"',
    )
  })
})

const HANDSHAKE = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Version': '13',
}

/** The status of a handshake; one that is accepted is dropped. */
function upgradeStatus(port: number, path: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, agent: false, headers: { ...HANDSHAKE, ...headers } })
    sent.on('upgrade', (_response, socket) => {
      socket.destroy()
      resolve(101)
    })
    sent.on('response', (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** A connection without a library at its other end. */
function rawSocket(port: number, path: string): Promise<Socket> {
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...HANDSHAKE }).map(([name, value]) => `${name}: ${value}`)
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`),
    )
    socket.once('error', reject)
    socket.once('data', (data: Buffer) => {
      if (data.toString('latin1').startsWith('HTTP/1.1 101')) resolve(socket)
      else reject(new Error(data.toString('latin1')))
    })
  })
}

/** The code of the close frame that the server sends. */
function closeCodeOf(socket: Socket): Promise<number> {
  return new Promise((resolve) => {
    socket.on('data', (data: Buffer) => {
      if (data[0] === 0x88) resolve(data.readUInt16BE(2))
    })
  })
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((go) => setImmediate(go))
}
