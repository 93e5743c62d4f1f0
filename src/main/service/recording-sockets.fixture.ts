import type { ConnectionEvent, FrameEvent } from '@shared/contract/websocket'
import type { WebSocketGateway } from './ports'

/** Nobody is connected; remembers what it was told, and opens one socket. */
export class RecordingSockets implements WebSocketGateway {
  readonly story: string[] = []
  connection: (event: ConnectionEvent) => void = () => undefined
  frame: (event: FrameEvent) => void = () => undefined

  list(): [] {
    return []
  }

  async open({ apiId, stage }: Parameters<WebSocketGateway['open']>[0]) {
    this.story.push(`open ${apiId}/${stage}`)
    return { kind: 'open', socketId: 's1', connectionId: 'c1=', subprotocol: null, durationMs: 1 } as const
  }

  send(socketId: string, text: string): void {
    this.story.push(`send ${text} on ${socketId}`)
  }

  close(socketId: string, code?: number, reason?: string): void {
    this.story.push(`close ${socketId} with ${code} ${reason}`)
  }

  drop(socketId: string): void {
    this.story.push(`drop ${socketId}`)
  }

  async push(connectionId: string, text: string) {
    this.story.push(`push ${text} to ${connectionId}`)
    return { status: 200, body: '' }
  }

  async disconnect({ apiId, connectionId, stage }: Parameters<WebSocketGateway['disconnect']>[0]) {
    this.story.push(`disconnect ${connectionId} of ${apiId}/${stage}`)
    return { status: 204, body: '' }
  }

  fastForward(seconds: number): number {
    this.story.push(`pass ${seconds} s`)
    return 2
  }

  onConnection(listener: (event: ConnectionEvent) => void): void {
    this.connection = listener
  }

  onFrame(listener: (event: FrameEvent) => void): void {
    this.frame = listener
  }
}
