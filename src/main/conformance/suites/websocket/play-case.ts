import { mkdtempSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FrameEvent } from '@shared/contract/websocket'
import { readMessage } from '../../../engine/websocket-api/client-message'
import { compileSelection } from '../../../engine/websocket-api/selection-expression'
import { createGateway, type LiveGateway } from '../../../live/gateway'
import { caseDesign, API_ID, API_KEY, stageOf, type CaseDesign } from './case-design'
import { eventsOf, writeFunctions } from './case-functions'
import { CaseClient, type CaseHandshake } from './case-client'
import { membersOf, type WebSocketCase } from './websocket-case'

/** Everything that could be seen while a vector was played. */
export interface Observed {
  readonly handshake: CaseHandshake | null
  readonly frames: readonly string[]
  /** What became of the messages that came in, in their order. */
  readonly incoming: readonly FrameEvent[]
  readonly isOpen: boolean
  readonly closeCode: number | null
  readonly connectionId: string | null
  /** Of the call to `@connections`. */
  readonly http: HttpAnswer | null
  /** What the route selection expression comes to. */
  readonly evaluated: string | null
  readonly connectEvent: unknown
  readonly messageEvent: unknown
  readonly disconnectEvent: unknown
  readonly authorizerEvent: unknown
}

export interface HttpAnswer {
  readonly status: number
  readonly errorType: string | null
  readonly body: string
}

/** Milliseconds within which everything of a vector has happened. */
const PATIENCE = 10_000

/** Serve what the vector describes, do what its client does, and say what was seen. */
export async function playCase(one: WebSocketCase, handlerProcessUrl: URL): Promise<Observed> {
  const folder = mkdtempSync(join(tmpdir(), 'gatewright-websocket-case-'))
  const gateway = createGateway({ handlerProcessUrl })
  try {
    const built = caseDesign(one)
    writeFunctions(folder, built.functions)
    const { port } = await gateway.start(built.design, { port: 0, host: '127.0.0.1', folder })
    return await new CasePlay(one, built, gateway, port, folder).play()
  } finally {
    await gateway.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

class CasePlay {
  private readonly incoming: FrameEvent[] = []
  private readonly ended: string[] = []
  private http: HttpAnswer | null = null

  constructor(
    private readonly one: WebSocketCase,
    private readonly built: CaseDesign,
    private readonly gateway: LiveGateway,
    private readonly port: number,
    private readonly folder: string,
  ) {
    gateway.webSockets.onFrame((frame) => frame.direction === 'in' && this.incoming.push(frame))
    gateway.webSockets.onConnection(
      (event) => event.kind === 'closed' && this.ended.push(event.connection.connectionId),
    )
  }

  async play(): Promise<Observed> {
    const { given } = this.one
    const client = await CaseClient.connect(this.url(), {
      ...this.clientOptions(),
      subprotocols: textsOf(given['clientSubprotocols']),
    })
    const connectionId = this.gateway.webSockets.list()[0]?.connectionId ?? null
    if (client.handshake.status === 101) await this.act(client, connectionId)
    const observed = this.observe(client, connectionId)
    client.end()
    return observed
  }

  private async act(client: CaseClient, connectionId: string | null): Promise<void> {
    const { given } = this.one
    for (const message of messagesOf(given)) await this.send(client, message)
    if (given['clientSends'] !== undefined) await this.sendFrames(client, membersOf(given['clientSends']))
    if (given['op'] !== undefined) await this.manage(client, connectionId ?? '')
    await this.passTime(client)
    await this.close(client)
    if (client.isOpen) await client.settle()
  }

  private async send(client: CaseClient, message: string): Promise<void> {
    const before = this.incoming.length
    client.send(message)
    await until(() => this.incoming.length > before || !client.isOpen)
    await client.settle()
  }

  private async sendFrames(client: CaseClient, sends: Readonly<Record<string, unknown>>): Promise<void> {
    const frames = Array.isArray(sends['frames'])
      ? sends['frames'].map(Number)
      : [Number(sends['singleFrameBytes'] ?? 1)]
    const opcode = sends['opcode']
    if (opcode === 'ping') client.ping()
    else client.sendFrames(frames, opcode === 'binary')
    await until(() => this.incoming.length > 0 || !client.isOpen || opcode === 'ping')
  }

  /** `connection`: whose id is used. */
  private async manage(client: CaseClient, open: string): Promise<void> {
    const { given } = this.one
    const state = String(given['connection'] ?? 'open')
    if (/closed|gone/.test(state)) {
      client.close(1000)
      await until(() => this.ended.length > 0)
    }
    const id = /unknown|never|invalid/.test(state) ? 'AAAAAAAAAAAAAAA=' : open
    const stage = /stage/.test(state) ? 'other' : stageOf(given)
    const body = given['body'] ?? given['data']
    const text = typeof body === 'string' ? body : 'x'.repeat(Number(given['bytes'] ?? 0))
    const isUnsigned = given['unsigned'] === true || given['signed'] === false
    this.http = await this.call(String(given['op']), stage, id, text, isUnsigned)
    if (this.http.status === 204) await until(() => !client.isOpen)
    else await client.settle()
  }

  /** "idleSeconds": 600 and the like. */
  private async passTime(client: CaseClient): Promise<void> {
    const { given } = this.one
    const [, seconds] = Object.entries(given).find(([name]) => /seconds$/i.test(name)) ?? []
    const [, minutes] = Object.entries(given).find(([name]) => /minutes$/i.test(name)) ?? []
    const passes = typeof seconds === 'number' ? seconds : typeof minutes === 'number' ? minutes * 60 : 0
    if (passes > 0 && this.gateway.webSockets.fastForward(passes) > 0) await until(() => !client.isOpen)
  }

  private async close(client: CaseClient): Promise<void> {
    const { given } = this.one
    const { closeCode, closeReason, eventType } = given
    if (eventType === 'MESSAGE' && messagesOf(given).length === 0) await this.send(client, '{"action":"x"}')
    const isToClose = closeCode !== undefined || eventType === 'DISCONNECT'
    if (isToClose && client.isOpen) {
      const reason = typeof closeReason === 'string' ? closeReason : undefined
      client.close(typeof closeCode === 'number' ? closeCode : undefined, reason)
    }
    if (!client.isOpen || isToClose) {
      await until(() => this.ended.length > 0)
      if (this.built.functions.has('disconnect')) await until(() => eventsOf(this.folder, 'disconnect').length > 0)
    }
  }

  private observe(client: CaseClient, connectionId: string | null): Observed {
    const { given } = this.one
    const { expression, message } = given
    const first = (name: string): unknown => eventsOf(this.folder, name)[0] ?? null
    return {
      handshake: client.handshake,
      frames: client.frames,
      incoming: this.incoming,
      isOpen: client.isOpen,
      closeCode: client.closeCode,
      connectionId,
      http: this.http,
      evaluated:
        typeof expression === 'string' && typeof message === 'string'
          ? compileSelection(expression)({ message: readMessage(message) })
          : null,
      connectEvent: first('connect'),
      messageEvent: first('message'),
      disconnectEvent: first('disconnect'),
      authorizerEvent: first('authorizer'),
    }
  }

  private url(): string {
    const { given } = this.one
    const query = membersOf(given['request'])['query'] ?? given['query']
    const suffix = typeof query === 'string' && query !== '' ? `?${query}` : ''
    return `ws://127.0.0.1:${this.port}/${API_ID}/${stageOf(given)}${suffix}`
  }

  private clientOptions(): { readonly headers: Record<string, string> } {
    const { given } = this.one
    const listed = membersOf(given['request'])['headers'] ?? given['headers']
    const pairs = Array.isArray(listed)
      ? listed.filter(Array.isArray).map(([name, value]) => [String(name), String(value)])
      : []
    const key = given['apiKey'] === undefined ? [] : [['x-api-key', API_KEY]]
    const agent = this.wantsUserAgent() ? [['User-Agent', 'Mozilla/5.0 (conformance)']] : []
    return { headers: Object.fromEntries([...agent, ...key, ...pairs]) }
  }

  /** A client says who it is where the recorded one did. */
  private wantsUserAgent(): boolean {
    const shape = membersOf(this.one.expect['shape'])
    if (shape['requestContext'] === undefined) return true
    return membersOf(membersOf(shape['requestContext'])['identity'])['userAgent'] !== undefined
  }

  private call(method: string, stage: string, id: string, body: string, isUnsigned: boolean): Promise<HttpAnswer> {
    const path = `/${API_ID}/${stage}/@connections/${encodeURIComponent(id)}`
    const authorization =
      'AWS4-HMAC-SHA256 Credential=ASIALOCAL/20260101/us-east-1/execute-api/aws4_request, SignedHeaders=host, Signature=00'
    const headers = isUnsigned ? {} : { Authorization: authorization, 'X-Amz-Date': '20260101T000000Z' }
    return new Promise((resolve, reject) => {
      const outgoing = httpRequest(
        { host: '127.0.0.1', port: this.port, method, path, headers, agent: false },
        (response) => {
          let text = ''
          response.setEncoding('utf8').on('data', (part: string) => (text += part))
          response.on('end', () => {
            const type = response.headers['x-amzn-errortype']
            resolve({ status: response.statusCode!, errorType: typeof type === 'string' ? type : null, body: text })
          })
        },
      )
      outgoing.on('error', reject)
      outgoing.end(method === 'POST' ? body : undefined)
    })
  }
}

/** One message, several, or as many as the function has results. */
function messagesOf(given: WebSocketCase['given']): string[] {
  const { lambdaReturns, message, messages } = given
  if (Array.isArray(messages)) return messages.map(String)
  if (typeof message === 'string') return [message]
  if (message !== undefined && message !== null) return [JSON.stringify(message)]
  const hasRoute = typeof given['route'] === 'string'
  if (!hasRoute) return []
  const text = JSON.stringify({ action: given['route'] })
  return Array.isArray(lambdaReturns) ? lambdaReturns.map(() => text) : [text]
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error(`nothing happened within ${PATIENCE / 1000} s`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
