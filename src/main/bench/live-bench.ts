import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { addRoute } from '@shared/design/edits/add-route'
import type { Design } from '@shared/design/design'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import { createGateway } from '../live/gateway'
import { BENCH_PATH, httpDesign, restProxyDesign } from './live-designs'

const REQUESTS = 20_000
const WARM_UP = 4_000
const CONNECTIONS = 50
const ROUNDS = 3
const BODY = JSON.stringify({
  id: 'a1b2c3d4',
  status: 'created',
  createdAt: '2026-01-01T00:00:00.000Z',
  note: 'x'.repeat(16),
})

/** What a child process serves. */
const SERVERS = {
  bare: serveBare,
  'one route': () => serveMock(1),
  '300 routes': () => serveMock(300),
  'REST to a server': (url: string) => serveBackend(restProxyDesign({ kind: 'proxy', url })),
  'HTTP to a server': (url: string) => serveBackend(httpDesign({ kind: 'proxy', url })),
  'REST to a function': () => serveBackend(restProxyDesign({ kind: 'function' })),
  'HTTP to a function': () => serveBackend(httpDesign({ kind: 'function' })),
}
type ServerName = keyof typeof SERVERS

/** Functions run in processes of their own, one for each request in progress. */
const LOADS: Partial<Record<ServerName, Load>> = {
  'REST to a function': { requests: 4_000, warmUp: 1_000, connections: 4 },
  'HTTP to a function': { requests: 4_000, warmUp: 1_000, connections: 4 },
}
const FULL: Load = { requests: REQUESTS, warmUp: WARM_UP, connections: CONNECTIONS }

interface Load {
  readonly requests: number
  readonly warmUp: number
  readonly connections: number
}

/**
 * Processor time of the server for one request, in microseconds: a MOCK route beside a bare `node:http` server that answers the same
 * body, and routes of REST and HTTP APIs that pass it on from a server of this process or from a function, whose own time does not
 * count. The servers are children of this process, which sends the requests over kept connections; they take turns.
 */
export async function benchLive() {
  const backend = await listenBare()
  const best: Partial<Record<ServerName, number>> = {}
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of Object.keys(SERVERS) as ServerName[]) {
      best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, await cost(name, backend.url))
    }
  }
  backend.close()
  const bare = best.bare!
  return Object.fromEntries(
    Object.entries(best).map(([name, micros]) => [
      name,
      { microsecondsOfCpu: Math.round(micros * 10) / 10, timesBare: Math.round((micros / bare) * 100) / 100 },
    ]),
  )
}

/** The child's side: serve until the parent is gone, and answer each line with the processor time used so far. */
export async function runLiveChild(name: string, backendUrl: string): Promise<void> {
  const url = await SERVERS[name as ServerName](backendUrl)
  console.log(url)
  const lines = createInterface({ input: process.stdin })
  lines.on('line', () => {
    const { user, system } = process.cpuUsage()
    console.log(String(user + system))
  })
  await once(lines, 'close')
  process.exit(0)
}

async function cost(name: ServerName, backendUrl: string): Promise<number> {
  const { requests, warmUp, connections } = LOADS[name] ?? FULL
  const args = [process.argv[1]!, '--live', name, backendUrl]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const url = String((await lines.next()).value)
  await send(url, warmUp, connections)
  const before = await cpu(child, lines)
  await send(url, requests, connections)
  const after = await cpu(child, lines)
  child.stdin.end()
  await once(child, 'exit')
  return (after - before) / requests
}

async function cpu(child: ChildProcess, lines: AsyncIterator<string>): Promise<number> {
  child.stdin!.write('cpu\n')
  return Number((await lines.next()).value)
}

/** `count` requests over as many connections as there are workers; anything but 200 ends the bench. */
async function send(url: string, count: number, connections: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let left = count
  const worker = async (): Promise<void> => {
    while (left-- > 0) await request(url, agent)
  }
  await Promise.all(Array.from({ length: connections }, worker))
  agent.destroy()
}

function request(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = get(url, { agent }, (response) => {
      response.resume()
      response.on('end', resolve)
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`))
    })
    sent.on('error', reject)
  })
}

async function serveBare(): Promise<string> {
  return (await listenBare()).url
}

/** A server that answers every request with the body. */
async function listenBare(): Promise<{ readonly url: string; close(): void }> {
  const head = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(BODY) }
  const server = createServer((_, response) => {
    response.writeHead(200, head)
    response.end(BODY)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hello`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function serveBackend(design: Design): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gatewright-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const answer = JSON.stringify({ statusCode: 200, headers: { 'content-type': 'application/json' }, body: BODY })
  writeFileSync(join(folder, 'hello.mjs'), `const answer = ${answer}\nexport const hello = async () => answer\n`)
  const handlerProcessUrl = new URL('./handler-process.js', import.meta.url)
  const gateway = createGateway({ handlerProcessUrl, keepsRecords: false })
  const { apis } = await gateway.start(design, { port: 0, host: '127.0.0.1', folder, stage: 'bench' })
  return `${apis[0]!.url}${BENCH_PATH}`
}

async function serveMock(routes: number): Promise<string> {
  const api = { ...newRestApi('Bench'), stages: {} }
  const paths = Array.from({ length: routes }, (_, at) => `/group${at % 20}/item${at}`)
  const empty: Design = { ...emptyDesign('bench'), apis: [api] }
  const routed = paths.reduce((grown, path) => addRoute(grown, api.id, path, 'GET'), empty)
  // Wide enough that nothing is throttled while buckets are looked at all the same.
  const design = { ...routed, account: { throttleSettings: { rateLimit: 1_000_000, burstLimit: 1_000_000 } } }
  const text = JSON.stringify(design).replaceAll(
    '"integrationResponses":[{"statusCode":"200"}]',
    `"integrationResponses":[{"statusCode":"200","responseTemplates":{"application/json":${JSON.stringify(BODY)}}}]`,
  )
  const gateway = createGateway({ handlerProcessUrl: new URL('file:///nothing'), keepsRecords: false })
  const { apis } = await gateway.start(JSON.parse(text) as Design, {
    port: 0,
    host: '127.0.0.1',
    folder: '/',
    stage: 'bench',
  })
  return `${apis[0]!.url}${paths.at(-1)!}`
}
