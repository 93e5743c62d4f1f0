import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveSample, type ServedSample, type ServedSampleOptions } from '../../testing/served-sample'
import { connectSocket, handshake, type ConnectOptions, type Handshake, type SocketClient } from './socket-client'
import { webSocketDesign, type WebSocketParts } from './web-socket-sample'

/** A served WebSocket API, with clients that end with it. */
export interface ServedWebSocket extends ServedSample {
  readonly url: string
  connect(options?: ConnectOptions): Promise<SocketClient>
  handshake(options?: ConnectOptions): Promise<Handshake>
  /** What a handler of `recording` was called with. */
  events(name: string): Record<string, unknown>[]
}

/** Test set-up: serve a WebSocket API. */
export async function serveWebSocket(
  parts: WebSocketParts,
  options: Partial<ServedSampleOptions> = {},
): Promise<ServedWebSocket> {
  const sample = await serveSample({ design: webSocketDesign(parts), ...options })
  const { url } = sample.state.apis[0]!
  const clients: SocketClient[] = []
  return {
    ...sample,
    url,
    connect: async (connecting) => {
      const client = await connectSocket(url, connecting)
      clients.push(client)
      return client
    },
    handshake: (connecting) => handshake(url, connecting),
    events: (name) => linesOf(join(sample.folder, `${name}.events`)),
    close: async () => {
      for (const { ws } of clients) ws.terminate()
      await sample.close()
    },
  }
}

/** A handler that writes down its events and returns what `result` comes to; `event` is in scope. */
export function recording(name: string, result: string): string {
  return `import { appendFileSync } from 'node:fs'
export async function handler(event) {
  appendFileSync('${name}.events', JSON.stringify(event) + '\\n')
  ${result}
}
`
}

function linesOf(file: string): Record<string, unknown>[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}
