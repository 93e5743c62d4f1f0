import type {
  ConnectionEvent,
  FrameEvent,
  WebSocketConnection,
  WebSocketOpenAnswer,
  WebSocketOpenRequest,
  ConnectionsAnswer,
} from '@shared/contract/websocket'
import type { StageRef } from '../../engine/runtime'
import type { WebSocketGateway } from '../../service/ports'
import { connectionRow } from '../websocket-api/connection-row'
import type { ConnectionTable } from '../websocket-api/connection-table'
import type { ManagedConnection } from '../websocket-api/manage-connection'
import { callConnections } from './call-connections'
import { cannotSend } from './cannot-send'
import { OwnSockets, type SocketPorts } from './own-sockets'

/** What the window asks about WebSocket connections. `running` throws `live/not-running`, with what that means for who asks. */
export class GatewaySockets implements WebSocketGateway {
  private readonly connections: ConnectionTable
  private readonly running: (consequence: string) => SocketPorts
  private readonly own = new OwnSockets()

  constructor(connections: ConnectionTable, running: (consequence: string) => SocketPorts) {
    this.connections = connections
    this.running = running
  }

  list(): readonly WebSocketConnection[] {
    const { design } = this.running('Nobody is connected')
    return this.connections.all().map((one) => connectionRow(one, design, this.connections.lastActive(one)))
  }

  async open(request: WebSocketOpenRequest): Promise<WebSocketOpenAnswer> {
    return this.own.open(this.running('The socket was not opened'), request)
  }

  send(socketId: string, text: string): void {
    this.own.send(socketId, text)
  }

  close(socketId: string, code?: number, reason?: string): void {
    this.own.close(socketId, code, reason)
  }

  drop(socketId: string): void {
    this.own.drop(socketId)
  }

  async push(connectionId: string, text: string, place: StageRef | null = null): Promise<ConnectionsAnswer> {
    const ports = this.running('The message was not sent')
    const connection = this.connections.find(connectionId)
    const target = connection ?? (place && { ...place, connectionId })
    if (target === null) throw cannotSend(`the connection ${connectionId} is closed.`)
    return callConnections(ports, target, 'POST', text)
  }

  async disconnect(target: ManagedConnection): Promise<ConnectionsAnswer> {
    return callConnections(this.running('The connection was not ended'), target, 'DELETE', '')
  }

  fastForward(seconds: number): number {
    this.running('No time passes')
    return this.connections.fastForward(seconds * 1000)
  }

  onConnection(listener: (event: ConnectionEvent) => void): void {
    this.connections.feed.watchConnections(listener)
  }

  onFrame(listener: (event: FrameEvent) => void): void {
    this.connections.feed.watchFrames(listener)
  }

  /** The gateway stops. */
  closeAll(): void {
    this.own.closeAll()
    this.connections.close()
  }
}
