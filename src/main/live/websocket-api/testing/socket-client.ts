import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { WebSocket, type ClientOptions } from 'ws'

/** A client of a WebSocket API, and what it was sent. */
export interface SocketClient {
  readonly ws: WebSocket
  /** Text frames that came and were not taken yet. */
  readonly frames: string[]
  /** The next text message. */
  next(): Promise<string>
  /** Sends a text message and gives what comes next. */
  ask(text: string): Promise<string>
  closed(): Promise<{ readonly code: number; readonly reason: string }>
  close(code?: number, reason?: string): Promise<void>
}

export interface ConnectOptions extends ClientOptions {
  readonly query?: string
  readonly subprotocols?: readonly string[]
}

/** What became of a handshake. */
export type Handshake =
  | { readonly status: 101; readonly client: SocketClient; readonly headers: IncomingMessage['headers'] }
  | { readonly status: number; readonly body: string; readonly headers: IncomingMessage['headers'] }

/** Connect, or learn why not. */
export function handshake(
  url: string,
  { query, subprotocols = [], ...options }: ConnectOptions = {},
): Promise<Handshake> {
  const ws = new WebSocket(query === undefined ? url : `${url}?${query}`, [...subprotocols], options)
  const client = socketClient(ws)
  return new Promise((resolve, reject) => {
    ws.on('upgrade', ({ headers }) => ws.once('open', () => resolve({ status: 101, client, headers })))
    ws.on('unexpected-response', (_request, response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (part: string) => (body += part))
      response.on('end', () => resolve({ status: response.statusCode!, body, headers: response.headers }))
    })
    ws.on('error', reject)
  })
}

/** Connect; anything but 101 is an error. */
export async function connectSocket(url: string, options: ConnectOptions = {}): Promise<SocketClient> {
  const result = await handshake(url, options)
  if ('client' in result) return result.client
  throw new Error(`the handshake ended with ${result.status}: ${result.body}`)
}

function socketClient(ws: WebSocket): SocketClient {
  const frames: string[] = []
  const waiting: ((text: string) => void)[] = []
  let end: { readonly code: number; readonly reason: string } | null = null
  const ended: ((how: { readonly code: number; readonly reason: string }) => void)[] = []
  ws.on('message', (data: Buffer) => {
    const text = data.toString('utf8')
    const taker = waiting.shift()
    if (taker === undefined) frames.push(text)
    else taker(text)
  })
  ws.on('close', (code, reason) => {
    end = { code, reason: reason.toString('utf8') }
    for (const tell of ended.splice(0)) tell(end)
  })
  const next = (): Promise<string> => {
    const known = frames.shift()
    return known === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(known)
  }
  return {
    ws,
    frames,
    next,
    ask: (text) => {
      ws.send(text)
      return next()
    },
    closed: () => (end === null ? new Promise((resolve) => ended.push(resolve)) : Promise.resolve(end)),
    close: async (code, reason) => {
      const closed = once(ws, 'close')
      ws.close(code, reason)
      await closed
    },
  }
}
