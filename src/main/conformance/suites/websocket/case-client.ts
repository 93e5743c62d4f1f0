import { once } from 'node:events'
import { WebSocket, type ClientOptions } from 'ws'

/** How the client's handshake was answered. */
export interface CaseHandshake {
  readonly status: number
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The client of a vector. */
export class CaseClient {
  readonly frames: string[] = []
  closeCode: number | null = null

  private constructor(
    private readonly ws: WebSocket,
    readonly handshake: CaseHandshake,
  ) {
    ws.on('close', (code) => (this.closeCode = code))
    ws.on('error', () => undefined)
  }

  /** Resolves when the handshake is answered, whatever the answer. */
  static connect(url: string, options: ClientOptions & { readonly subprotocols: string[] }): Promise<CaseClient> {
    const { subprotocols, ...rest } = options
    const ws = new WebSocket(url, subprotocols, { ...rest, perMessageDeflate: false })
    const early: string[] = []
    ws.on('message', (data: Buffer) => early.push(data.toString('utf8')))
    return new Promise((resolve) => {
      let headers: Readonly<Record<string, string>> = {}
      const done = (status: number, body: string): void => {
        const client = new CaseClient(ws, { status, headers, body })
        client.frames.push(...early)
        ws.removeAllListeners('message')
        ws.on('message', (data: Buffer) => client.frames.push(data.toString('utf8')))
        resolve(client)
      }
      ws.on('upgrade', (response) => (headers = plainHeaders(response.headers)))
      ws.once('open', () => done(101, ''))
      ws.once('unexpected-response', (_request, response) => {
        headers = plainHeaders(response.headers)
        let body = ''
        response.setEncoding('utf8').on('data', (part: string) => (body += part))
        response.on('end', () => done(response.statusCode!, body))
      })
      // A client that asked for a subprotocol and gets none fails by itself, after the 101.
      ws.once('error', () => Object.keys(headers).length > 0 && done(101, ''))
    })
  }

  get isOpen(): boolean {
    return this.ws.readyState === WebSocket.OPEN
  }

  send(text: string): void {
    this.ws.send(text)
  }

  ping(): void {
    this.ws.ping()
  }

  /** One message in frames of these sizes. */
  sendFrames(sizes: readonly number[], isBinary: boolean): void {
    for (const [index, size] of sizes.entries()) {
      this.ws.send('x'.repeat(size), { binary: isBinary, fin: index === sizes.length - 1 })
    }
  }

  close(code?: number, reason?: string): void {
    this.ws.close(code, reason)
  }

  /** What was sent before now has arrived afterwards. */
  async settle(): Promise<void> {
    if (!this.isOpen) return
    const pong = Promise.race([once(this.ws, 'pong'), once(this.ws, 'close')])
    this.ws.ping()
    await pong
  }

  end(): void {
    this.ws.terminate()
  }
}

function plainHeaders(headers: NodeJS.Dict<string | string[]>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}
