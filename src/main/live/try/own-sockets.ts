import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { ClientOptions, WebSocket } from 'ws'
import { GatewrightError } from '@shared/contract/errors'
import type { WebSocketOpenAnswer, WebSocketOpenRequest } from '@shared/contract/websocket'
import type { Design } from '@shared/design/design'
import { headerListOf } from '../../engine/mapping/header-list'
import type { LocalIdentityProvider } from '../identity/local-identity-provider'
import { cannotSend } from './cannot-send'
import { TICKET_HEADER, type CallerTickets } from './caller-tickets'
import { composeRequest } from './compose-request'
import { mintTryToken } from './mint-try-token'

/** The running gateway as a client on this computer needs it. */
export interface SocketPorts {
  readonly design: Design
  readonly host: string
  readonly port: number
  readonly tickets: CallerTickets
  readonly identity: LocalIdentityProvider
  /** Milliseconds since 1970. */
  readonly wall: () => number
  /** Milliseconds that only ever grow. */
  readonly now: () => number
}

/** Sockets that this program has open at a time. */
const MOST_SOCKETS = 500

/** Authorizer and integration may each take their whole time. */
const HANDSHAKE_TIMEOUT = 60_000

/** Written by the client itself. */
const OF_THE_HANDSHAKE = new Set(['connection', 'upgrade', 'content-length', 'sec-websocket-protocol'])

/** Sockets to the running gateway that this program opened, as any client would. */
export class OwnSockets {
  private readonly sockets = new Map<string, WebSocket>()

  /**
   * Throws `live/cannot-send` for what the design does not have or HTTP cannot carry, and for too many sockets; `live/no-answer` when
   * nothing readable came back.
   */
  async open(ports: SocketPorts, request: WebSocketOpenRequest): Promise<WebSocketOpenAnswer> {
    if (this.sockets.size >= MOST_SOCKETS)
      throw cannotSend(`${MOST_SOCKETS} sockets are open already. Close some first.`)
    const socketId = randomUUID()
    let connectionId = ''
    const connected = (id: string): string => {
      connectionId = id
      return socketId
    }
    const ticket = ports.tickets.issue({ caller: {}, isTestInvoke: false, record: null, connected })
    const { design, identity, wall } = ports
    const token = request.token ? await mintTryToken(identity, design, request.token, wall()) : null
    const { address, options } = compose(ports, request, ticket, token)
    // Loaded for the first socket: the library takes a part of the program's start.
    const { WebSocket: Library } = await import('ws')
    const startedAt = ports.now()
    const ws = open(Library, address, request.subprotocols, options)
    const end = await endOfHandshake(ws)
    const durationMs = ports.now() - startedAt
    if (end !== null) return { kind: 'refused', ...end, durationMs }
    this.keep(socketId, ws)
    return { kind: 'open', socketId, connectionId, subprotocol: ws.protocol === '' ? null : ws.protocol, durationMs }
  }

  /** Throws `live/cannot-send` when the socket is not open. */
  send(socketId: string, text: string): void {
    this.mustHave(socketId).send(text)
  }

  /** Without a code the close frame has none. Throws `live/cannot-send` for a code that a client may not send. */
  close(socketId: string, code?: number, reason?: string): void {
    const ws = this.mustHave(socketId)
    try {
      ws.close(code, reason)
    } catch (error) {
      throw cannotSend(`a client cannot close with the code ${code}: ${String(error)}`)
    }
  }

  /** As a client whose process is killed: nothing is said. Throws `live/cannot-send` when the socket is not open. */
  drop(socketId: string): void {
    this.mustHave(socketId).terminate()
  }

  closeAll(): void {
    for (const ws of this.sockets.values()) ws.terminate()
    this.sockets.clear()
  }

  private keep(socketId: string, ws: WebSocket): void {
    this.sockets.set(socketId, ws)
    ws.on('error', () => ws.terminate())
    ws.on('close', () => this.sockets.delete(socketId))
  }

  private mustHave(socketId: string): WebSocket {
    const ws = this.sockets.get(socketId)
    if (ws !== undefined && ws.readyState === ws.OPEN) return ws
    throw cannotSend('this socket is closed. Open another one.')
  }
}

function compose(
  { design, host, port, wall }: SocketPorts,
  request: WebSocketOpenRequest,
  ticket: string,
  token: string | null,
): { readonly address: string; readonly options: ClientOptions } {
  const { apiId, apiKeyId, headers, iamUser, stage } = request
  const address = `${host.includes(':') ? `[${host}]` : host}:${port}`
  const apiKey = apiKeyId === null ? null : design.apiKeys.find(({ id }) => id === apiKeyId)
  if (apiKey === undefined)
    throw cannotSend(`the project has no API key with the id "${apiKeyId}". Choose another key.`)
  const user = iamUser === null ? null : design.identity?.iamUsers.find(({ name }) => name === iamUser)
  if (user === undefined) throw cannotSend(`the project has no IAM user "${iamUser}". Choose another user.`)
  const composed = composeRequest({
    apiId,
    stage,
    method: 'GET',
    path: pathOf(request, token),
    headers,
    body: null,
    apiKey,
    token: token === null || request.token?.place !== 'HEADER' ? null : { header: request.token.header, value: token },
    iamUser: user,
    region: design.region,
    address,
    now: wall(),
  })
  const sent = composed.headers.filter(([name]) => !OF_THE_HANDSHAKE.has(name.toLowerCase()))
  return {
    address: `ws://${address}${composed.target}`,
    options: {
      headers: Object.fromEntries([...sent, [TICKET_HEADER, ticket]]),
      handshakeTimeout: HANDSHAKE_TIMEOUT,
      perMessageDeflate: false,
    },
  }
}

/** The query with the token, where it goes there. */
function pathOf({ query, token: asked }: WebSocketOpenRequest, token: string | null): string {
  const added = token !== null && asked?.place === 'QUERY' ? `${encodeURIComponent(asked.header)}=${token}` : ''
  const all = [query, added].filter((part) => part !== '').join('&')
  return all === '' ? '' : `?${all}`
}

function open(
  Library: typeof WebSocket,
  address: string,
  subprotocols: readonly string[],
  options: ClientOptions,
): WebSocket {
  try {
    return new Library(address, [...subprotocols], options)
  } catch (error) {
    throw cannotSend(`no handshake can be made of this. ${error instanceof Error ? error.message : String(error)}`)
  }
}

type Refusal = Pick<Extract<WebSocketOpenAnswer, { kind: 'refused' }>, 'status' | 'headers' | 'body'>

/** Null: the socket is open. */
function endOfHandshake(ws: WebSocket): Promise<Refusal | null> {
  return new Promise((resolve, reject) => {
    ws.once('open', () => resolve(null))
    ws.once('unexpected-response', (_request, response) => void readRefusal(response).then(resolve, reject))
    ws.once('error', (error) => {
      const message = `The gateway gave no answer that can be shown: ${error.message}. See the gateway's log.`
      reject(new GatewrightError('live/no-answer', message, { cause: error }))
    })
  })
}

async function readRefusal(response: IncomingMessage): Promise<Refusal> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks).toString('utf8')
  return { status: response.statusCode!, headers: headerListOf(response.rawHeaders), body }
}
