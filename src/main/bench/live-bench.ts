import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { addRoute } from '@shared/design/edits/add-route'
import type { Design } from '@shared/design/design'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import { createGateway } from '../live/gateway'

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
const SERVERS = { bare: serveBare, 'one route': () => serveMock(1), '300 routes': () => serveMock(300) }
type ServerName = keyof typeof SERVERS

/**
 * Processor time of the server for one request, in microseconds: a MOCK route beside a bare `node:http` server that answers the same
 * body. The servers are children of this process, which sends the requests over kept connections; they take turns.
 */
export async function benchLive() {
  const best: Partial<Record<ServerName, number>> = {}
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of Object.keys(SERVERS) as ServerName[]) {
      best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, await cost(name))
    }
  }
  const bare = best.bare!
  return Object.fromEntries(
    Object.entries(best).map(([name, micros]) => [
      name,
      { microsecondsOfCpu: Math.round(micros * 10) / 10, timesBare: Math.round((micros / bare) * 100) / 100 },
    ]),
  )
}

/** The child's side: serve until the parent is gone, and answer each line with the processor time used so far. */
export async function runLiveChild(name: string): Promise<void> {
  const url = await SERVERS[name as ServerName]()
  console.log(url)
  const lines = createInterface({ input: process.stdin })
  lines.on('line', () => {
    const { user, system } = process.cpuUsage()
    console.log(String(user + system))
  })
  await once(lines, 'close')
  process.exit(0)
}

async function cost(name: ServerName): Promise<number> {
  const child = spawn(process.execPath, [process.argv[1]!, '--live', name], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const url = String((await lines.next()).value)
  await send(url, WARM_UP)
  const before = await cpu(child, lines)
  await send(url, REQUESTS)
  const after = await cpu(child, lines)
  child.stdin.end()
  await once(child, 'exit')
  return (after - before) / REQUESTS
}

async function cpu(child: ChildProcess, lines: AsyncIterator<string>): Promise<number> {
  child.stdin!.write('cpu\n')
  return Number((await lines.next()).value)
}

/** `count` requests over as many connections as there are workers; anything but 200 ends the bench. */
async function send(url: string, count: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  let left = count
  const worker = async (): Promise<void> => {
    while (left-- > 0) await request(url, agent)
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, worker))
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
  const head = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(BODY) }
  const server = createServer((_, response) => {
    response.writeHead(200, head)
    response.end(BODY)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hello`
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
