import type { Socket } from 'node:net'
import { AGE_LIMIT, IDLE_LIMIT } from '../../engine/websocket-api/connection-limits'
import { GOING_AWAY, type DisconnectReason } from '../../engine/websocket-api/disconnect-reason'
import type { Millis } from '../../engine/millis'
import type { Clock } from '../clock'
import { closeConnection } from './close-connection'
import type { Connection } from './connection'
import { ConnectionFeed } from './connection-feed'
import { webSocketId } from './web-socket-id'

/** Connections at a time. AWS has no such limit; this computer's memory does. */
const MOST_CONNECTIONS = 50_000

/** Who is told what clients do: the design that is served now. */
export interface ConnectionServer {
  message(connection: Connection, data: Buffer): void
  ended(connection: Connection, reason: DisconnectReason): void
  /** Whether a client's ping counts as a sign of life. */
  readonly isKeptByPings: boolean
  /** Whether the API and stage of a connection are still served. */
  serves(connection: Connection): boolean
}

/**
 * The open connections to WebSocket APIs of a running gateway; they outlive changes of the design, and go on with the newest. One timer
 * for all of them: when the first could have been idle for too long, or be too old.
 */
export class ConnectionTable {
  /** Told of connections and frames, for those who watch. */
  readonly feed: ConnectionFeed
  private readonly clock: Clock
  private readonly byId = new Map<string, Connection>()
  private readonly bySlot: (Connection | null)[] = []
  private readonly freeSlots: number[] = []
  /** Clients whose handshake is not answered yet. */
  private readonly pending = new Set<Socket>()
  /** By slot, on the table's own clock. */
  private openedAt = new Float64Array(64)
  private lastActiveAt = new Float64Array(64)
  /** How much faster than the clock the connections have aged. */
  private ahead: Millis = 0
  private callOff: (() => void) | null = null
  private server: ConnectionServer | null = null

  constructor(clock: Clock, keepsRecords = true) {
    this.clock = clock
    this.feed = new ConnectionFeed(clock, keepsRecords)
  }

  /** Never given twice while a gateway lives, as far as chance goes. */
  newId(): string {
    return webSocketId()
  }

  get size(): number {
    return this.byId.size
  }

  get isFull(): boolean {
    return this.byId.size + this.pending.size > MOST_CONNECTIONS
  }

  /** From now on messages go to `server`. Connections to what it does not serve are ended. */
  serveWith(server: ConnectionServer): void {
    this.server = server
    for (const connection of this.byId.values()) {
      if (!server.serves(connection)) closeConnection(connection, GOING_AWAY)
    }
  }

  get current(): ConnectionServer {
    return this.server!
  }

  /** A handshake that takes its time; it ends with the gateway. */
  hold(socket: Socket): void {
    this.pending.add(socket)
  }

  /** It is answered. */
  release(socket: Socket): void {
    this.pending.delete(socket)
  }

  add(connection: Connection): void {
    const slot = this.freeSlots.pop() ?? this.bySlot.length
    if (slot === this.openedAt.length) this.widen()
    const now = this.now()
    connection.slot = slot
    this.bySlot[slot] = connection
    this.byId.set(connection.connectionId, connection)
    this.openedAt[slot] = now
    this.lastActiveAt[slot] = now
    if (this.callOff === null) this.watch(IDLE_LIMIT)
  }

  /** It has ended. Nothing happens the second time. */
  remove(connection: Connection): void {
    const { slot } = connection
    if (slot === -1) return
    connection.slot = -1
    this.bySlot[slot] = null
    this.freeSlots.push(slot)
    this.byId.delete(connection.connectionId)
    if (this.byId.size === 0) this.stopWatching()
  }

  /** An open connection; undefined for one that does not exist, is not open yet, or is about to end. */
  find(connectionId: string): Connection | undefined {
    const found = this.byId.get(connectionId)
    return found?.isOpen === true ? found : undefined
  }

  /** Something came from or went to the client. */
  touch({ slot }: Connection): void {
    this.lastActiveAt[slot] = this.now()
  }

  /** Milliseconds since 1970. */
  lastActive({ slot }: Connection): number {
    return Math.round(this.clock.wall() - (this.now() - this.lastActiveAt[slot]!))
  }

  all(): readonly Connection[] {
    return [...this.byId.values()]
  }

  /** Let connections age by `ms` at once. Returns how many that ended. */
  fastForward(ms: Millis): number {
    this.ahead += ms
    return this.endAged()
  }

  /** Ends them all at once: the gateway stops. Nobody is told. */
  close(): void {
    this.server = null
    this.stopWatching()
    for (const connection of this.all()) {
      this.remove(connection)
      connection.ws?.terminate()
    }
    for (const socket of this.pending) socket.destroy()
    this.pending.clear()
  }

  private now(): Millis {
    return this.clock.now() + this.ahead
  }

  /** Ends those that are idle or too old, and waits until the next could be. */
  private endAged(): number {
    this.stopWatching()
    const now = this.now()
    let next = Number.POSITIVE_INFINITY
    let ended = 0
    for (const connection of this.byId.values()) {
      if (connection.ending !== null) continue
      const { slot } = connection
      const due = Math.min(this.lastActiveAt[slot]! + IDLE_LIMIT, this.openedAt[slot]! + AGE_LIMIT)
      if (due <= now) {
        closeConnection(connection, GOING_AWAY)
        ended++
      } else if (due < next) next = due
    }
    if (next !== Number.POSITIVE_INFINITY) this.watch(next - now)
    return ended
  }

  private watch(ms: Millis): void {
    this.callOff = this.clock.after(ms, () => {
      this.callOff = null
      this.endAged()
    })
  }

  private stopWatching(): void {
    this.callOff?.()
    this.callOff = null
  }

  private widen(): void {
    const [openedAt, lastActiveAt] = [this.openedAt, this.lastActiveAt]
    this.openedAt = new Float64Array(openedAt.length * 2)
    this.openedAt.set(openedAt)
    this.lastActiveAt = new Float64Array(lastActiveAt.length * 2)
    this.lastActiveAt.set(lastActiveAt)
  }
}
