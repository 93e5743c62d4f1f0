import { createServer, request, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Design } from '@shared/design/design'
import { createGateway, type LiveGateway } from '../../../live/gateway'
import { TokenMaker } from '../../../live/identity/testing/token-maker'
import { builtHandlerProcess } from '../../../live/testing/built-handler-process'
import { headerListOf, type HeaderList } from '../../../engine/mapping/header-list'
import type { Given } from './http-vector'
import { VECTOR_HANDLERS } from './vector-handlers'

/** Says which vector a request to the backend belongs to. */
export const VECTOR_HEADER = 'x-conformance-vector'

/** An answer as it came over the socket. */
export interface WireAnswer {
  readonly status: number
  readonly headers: HeaderList
  readonly body: Buffer
}

/** What a backend got last for a vector. */
export interface BackendRequest {
  readonly path: string
  readonly headers: HeaderList
}

/** A served gateway with everything around it: functions, a backend, and an issuer of tokens, all on this computer. */
export class VectorWorld {
  readonly tokens = new TokenMaker()
  readonly folder = mkdtempSync(join(tmpdir(), 'gatewright-http-vectors-'))
  backend = ''
  issuer = ''
  /** By vector. */
  readonly backendAnswers = new Map<string, NonNullable<Given['backendResponse']>>()
  readonly backendRequests = new Map<string, BackendRequest>()
  private readonly servers: Server[] = []
  private gateway: LiveGateway | null = null
  private handlerProcessUrl: URL | null = null
  /** Where the gateway listens. */
  port = 0

  /** The backend and the issuer, whose addresses APIs need. */
  async prepare(): Promise<void> {
    this.backend = await this.listen((incoming, response) => {
      const headers = headerListOf(incoming.rawHeaders)
      const vector = String(incoming.headers[VECTOR_HEADER] ?? '')
      this.backendRequests.set(vector, { path: incoming.url ?? '', headers })
      const { status = 200, headers: answered = {}, body = 'ok' } = this.backendAnswers.get(vector) ?? {}
      response.writeHead(status, answered as Record<string, string | string[]>)
      response.end(body)
    })
    this.issuer = await this.listen(({ url }, response) => {
      const discovery = JSON.stringify({ issuer: this.issuer, jwks_uri: `${this.issuer}/keys.json` })
      response.end(url === '/keys.json' ? this.tokens.keySetText(['k1', 'k2']) : discovery)
    })
    this.write('vectors.mjs', VECTOR_HANDLERS)
    for (const folder of ['answers', 'events', 'authorizers', 'authorized']) mkdirSync(join(this.folder, folder))
  }

  /** Serve a design; requests may come. */
  async serve(design: Design): Promise<void> {
    this.handlerProcessUrl = await builtHandlerProcess()
    this.gateway = createGateway({ handlerProcessUrl: this.handlerProcessUrl, keepsRecords: false })
    const { port } = await this.gateway.start(design, { host: '127.0.0.1', port: 0, folder: this.folder })
    this.port = port
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text)
  }

  /** `target` as it stands in the request line. Without a `Host` among the headers it is the gateway's own. */
  send(method: string, target: string, headers: HeaderList, body: Buffer | null): Promise<WireAnswer> {
    const hasHost = headers.some(([name]) => name.toLowerCase() === 'host')
    const host = hasHost ? [] : [['Host', `127.0.0.1:${this.port}`] as const]
    const hasLength = headers.some(([name]) => name.toLowerCase() === 'content-length')
    const length = body === null || hasLength ? [] : [['Content-Length', String(body.length)] as const]
    const flat = [...host, ...headers, ...length].flatMap(([name, value]) => [name, value])
    const options = { host: '127.0.0.1', port: this.port, method, path: target, headers: flat, agent: false }
    return new Promise((resolve, reject) => {
      const outgoing = request(
        { ...options, setHost: false },
        (response) => void readAnswer(response).then(resolve, reject),
      )
      outgoing.on('error', reject)
      outgoing.end(body ?? undefined)
    })
  }

  async close(): Promise<void> {
    await this.gateway?.stop()
    for (const server of this.servers) {
      server.close()
      server.closeAllConnections()
    }
    rmSync(this.folder, { recursive: true, force: true })
    if (this.handlerProcessUrl !== null) {
      rmSync(dirname(fileURLToPath(this.handlerProcessUrl)), { recursive: true, force: true })
    }
  }

  private async listen(handler: RequestListener): Promise<string> {
    const server = createServer((incoming, response) => {
      incoming.resume()
      incoming.on('end', () => handler(incoming, response))
    })
    this.servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
}

async function readAnswer(response: IncomingMessage): Promise<WireAnswer> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return { status: response.statusCode!, headers: headerListOf(response.rawHeaders), body: Buffer.concat(chunks) }
}
