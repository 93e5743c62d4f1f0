import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { WebSocketServer } from 'ws'
import type { Design } from '@shared/design/design'
import { emptyDesign } from '@shared/design/new-design'
import type { WebSocketApi, WebSocketRoute } from '@shared/design/websocket-api'
import { createGateway } from '../live/gateway'

const CONNECTIONS = 100
const WINDOW = 10
const WARM_UP_MS = 1_000
const RUN_MS = 2_000
const ROUNDS = 5
const IDLE = 10_000
const MESSAGE = Buffer.from(JSON.stringify({ action: 'ping', data: 'x'.repeat(70) }))

/** What a child process serves. */
const SERVERS = { library: serveLibrary, reply: () => serveGateway('reply'), echo: () => serveGateway('echo') }
type ServerName = keyof typeof SERVERS

/** What one run of a server came to. */
interface Run {
  readonly messagesPerSecond: number
  /** Processor time of the server for one message. */
  readonly microsecondsOfCpu: number
}

/**
 * Messages a second through a MOCK route, ten in flight on each of a hundred connections, beside `ws` with JSON routing, which parses each
 * message and writes it again; and the memory of ten thousand idle connections. The servers are children of this process and take turns.
 */
export async function benchWebSocket() {
  const best: Partial<Record<ServerName, Run>> = {}
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of Object.keys(SERVERS) as ServerName[]) {
      const run = await measure(name)
      if (run.microsecondsOfCpu < (best[name]?.microsecondsOfCpu ?? Number.POSITIVE_INFINITY)) best[name] = run
    }
  }
  const library = best.library!
  const figures = Object.entries(best).map(([name, run]) => [
    name,
    {
      messagesPerSecond: Math.round(run.messagesPerSecond),
      microsecondsOfCpu: Math.round(run.microsecondsOfCpu * 100) / 100,
      // What one could do in the time, or with the processor, that the other takes.
      timesLibrary: Math.round((run.messagesPerSecond / library.messagesPerSecond) * 100) / 100,
      timesLibraryByCpu: Math.round((library.microsecondsOfCpu / run.microsecondsOfCpu) * 100) / 100,
    },
  ])
  return { ...(Object.fromEntries(figures) as Record<string, object>), idle: await measureIdle() }
}

/** The child's side: serve until the parent is gone, and answer each line with the processor time and the memory used so far. */
export async function runWebSocketChild(name: string): Promise<void> {
  console.log(await SERVERS[name as ServerName]())
  const lines = createInterface({ input: process.stdin })
  lines.on('line', () => {
    const { user, system } = process.cpuUsage()
    globalThis.gc?.()
    console.log(JSON.stringify({ cpu: user + system, rss: process.memoryUsage.rss() }))
  })
  await once(lines, 'close')
  process.exit(0)
}

interface Child {
  readonly process: ChildProcess
  readonly port: number
  readonly path: string
  ask(): Promise<{ readonly cpu: number; readonly rss: number }>
  end(): Promise<void>
}

async function startChild(name: ServerName): Promise<Child> {
  const script = [process.argv[1]!, '--websocket', name]
  const child = spawn(process.execPath, ['--expose-gc', ...script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const url = new URL(String((await lines.next()).value))
  return {
    process: child,
    port: Number(url.port),
    path: url.pathname,
    ask: async () => {
      child.stdin.write('figures\n')
      return JSON.parse(String((await lines.next()).value)) as { cpu: number; rss: number }
    },
    end: async () => {
      child.stdin.end()
      await once(child, 'exit')
    },
  }
}

async function measure(name: ServerName): Promise<Run> {
  const child = await startChild(name)
  const counter = { replies: 0, isOver: false }
  const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, () => openSocket(child)))
  for (const socket of sockets) keepBusy(socket, counter)
  await pause(WARM_UP_MS)
  const before = { ...(await child.ask()), replies: counter.replies, at: performance.now() }
  await pause(RUN_MS)
  const after = { ...(await child.ask()), replies: counter.replies, at: performance.now() }
  counter.isOver = true
  for (const socket of sockets) socket.destroy()
  await child.end()
  const messages = after.replies - before.replies
  return {
    messagesPerSecond: messages / ((after.at - before.at) / 1000),
    microsecondsOfCpu: (after.cpu - before.cpu) / messages,
  }
}

async function measureIdle() {
  const child = await startChild('echo')
  const before = await child.ask()
  const sockets: Socket[] = []
  while (sockets.length < IDLE) {
    // Within the account's rate of new connections.
    sockets.push(...(await Promise.all(Array.from({ length: 50 }, () => openSocket(child)))))
    await pause(110)
  }
  const after = await child.ask()
  for (const socket of sockets) socket.destroy()
  await child.end()
  const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20)
  return {
    connections: IDLE,
    megabytes: megabytes(after.rss),
    megabytesBefore: megabytes(before.rss),
    kilobytesEach: Math.round((after.rss - before.rss) / IDLE / 102.4) / 10,
  }
}

/** A client that costs little, so that the server is what is measured. */
function openSocket({ path, port }: Child): Promise<Socket> {
  const key = randomBytes(16).toString('base64')
  const head = [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${key}`,
    'Sec-WebSocket-Version: 13',
  ]
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${head.join('\r\n')}\r\n\r\n`))
    socket.setNoDelay(true)
    socket.once('error', reject)
    socket.once('data', (data: Buffer) => {
      const answer = data.toString('latin1')
      if (answer.startsWith('HTTP/1.1 101')) resolve(socket)
      else reject(new Error(`the handshake was answered ${answer.slice(0, 60)}`))
    })
  })
}

/** Ten messages in flight: for each reply another message. Replies are shorter than 126 bytes, or have two bytes of length. */
function keepBusy(socket: Socket, counter: { replies: number; isOver: boolean }): void {
  const frame = Buffer.concat([Buffer.from([0x81, 0x80 | MESSAGE.length, 0, 0, 0, 0]), MESSAGE])
  let rest: Buffer | null = null
  socket.on('data', (chunk: Buffer) => {
    const bytes = rest === null ? chunk : Buffer.concat([rest, chunk])
    let at = 0
    let replies = 0
    while (at + 4 <= bytes.length) {
      const short = bytes[at + 1]! & 0x7f
      const size = short === 126 ? 4 + bytes.readUInt16BE(at + 2) : 2 + short
      if (at + size > bytes.length) break
      at += size
      replies++
    }
    rest = at < bytes.length ? bytes.subarray(at) : null
    counter.replies += replies
    if (replies > 0 && !counter.isOver) socket.write(Buffer.concat(Array.from({ length: replies }, () => frame)))
  })
  for (let sent = 0; sent < WINDOW; sent++) socket.write(frame)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

async function serveLibrary(): Promise<string> {
  const routes = new Map([['ping', (body: unknown) => body]])
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  server.on('connection', (client) =>
    client.on('message', (data: Buffer) => {
      const body = JSON.parse(data.toString()) as { readonly action: string }
      const route = routes.get(body.action)
      if (route !== undefined) client.send(JSON.stringify(route(body)))
    }),
  )
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as { readonly port: number }).port}/`
}

/** `reply` answers with a text of its own, `echo` with the message: its template hands it over. */
async function serveGateway(kind: 'reply' | 'echo'): Promise<string> {
  const route: WebSocketRoute = {
    target: kind,
    routeResponseSelectionExpression: '$default',
    routeResponses: { $default: {} },
  }
  const text = '#set($context.requestOverride.path.text = $input.body){"statusCode":200}'
  const api: WebSocketApi = {
    protocolType: 'WEBSOCKET',
    id: 'benchapi02',
    name: 'Bench',
    routeSelectionExpression: '$request.body.action',
    routes: { ping: route },
    integrations: {
      reply: mock('{"statusCode":200}', MESSAGE.toString('utf8')),
      echo: mock(text, '$context.requestOverride.path.text'),
    },
    authorizers: {},
    stages: { bench: {} },
  }
  // Wide enough that nothing is throttled while buckets are looked at all the same.
  const account = { throttleSettings: { rateLimit: 10_000_000, burstLimit: 10_000_000 } }
  const design: Design = { ...emptyDesign('bench'), account, apis: [api] }
  const gateway = createGateway({ handlerProcessUrl: new URL('file:///nothing'), keepsRecords: false })
  const { apis } = await gateway.start(design, { port: 0, host: '127.0.0.1', folder: '/' })
  return apis[0]!.managementUrl!
}

function mock(request: string, response: string): WebSocketApi['integrations'][string] {
  return {
    integrationType: 'MOCK',
    requestTemplates: { $default: request },
    integrationResponses: { $default: { responseTemplates: { $default: response } } },
  }
}
