import type { Bridge } from '@shared/contract/bridge'
import type { Args, CommandName, Result } from '@shared/contract/commands'
import { GatewrightError, type ErrorMessage } from '@shared/contract/errors'
import type { EventName, Events } from '@shared/contract/events'
import type { Connection } from './connection'
import { errorOf } from './error-of'
import { EventListeners } from './event-listeners'

/** The part of a browser's WebSocket that is used. */
export interface SocketLike {
  binaryType: string
  send(data: string): void
  addEventListener(type: 'open' | 'close', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
}

export interface SocketBridgeOptions {
  readonly openSocket: () => SocketLike
  readonly connection: Connection
  /** Calls `work` after some milliseconds. */
  readonly schedule: (work: () => void, delayMs: number) => void
}

interface PendingCall {
  readonly text: string
  readonly resolve: (result: never) => void
  readonly reject: (error: GatewrightError) => void
}

type Incoming =
  | { readonly id: number; readonly result: never }
  | { readonly id: number; readonly error: ErrorMessage }
  | { readonly event: EventName; readonly payload: Events[EventName] }

const FIRST_RETRY_MS = 250
const LAST_RETRY_MS = 5_000
const REFUSED =
  'This page has no access to Gatewright. Open the address that npm start printed, with everything that follows the #.'
const LOST =
  'The connection to Gatewright was lost. If it does not come back, run npm start again and open the address it prints.'

/**
 * The contract over one WebSocket. Calls made before the first connection wait for it; when a connection is lost, calls in flight
 * and new ones reject with `host/connection-lost` until a retry (after 0.25 s, then ever longer up to 5 s) is through.
 */
export class SocketBridge implements Bridge {
  readonly host = 'loopback'
  private readonly listeners = new EventListeners()
  private readonly pending = new Map<number, PendingCall>()
  private socket: SocketLike | null = null
  private lastId = 0
  private retryMs = FIRST_RETRY_MS
  private hasBeenOpen = false

  constructor(private readonly options: SocketBridgeOptions) {}

  /** A browser keeps that to itself. */
  readonly pathOf = (): null => null

  readonly call = <Name extends CommandName>(name: Name, args: Args<Name>): Promise<Result<Name>> => {
    const { connection } = this.options
    const now = connection.get()
    if (now.state === 'lost') return Promise.reject(new GatewrightError('host/connection-lost', now.reason))
    this.socket ??= this.connect()
    const id = ++this.lastId
    return new Promise((resolve, reject) => {
      const call = { text: JSON.stringify({ id, name, args }), resolve, reject }
      this.pending.set(id, call)
      if (now.state === 'open') this.socket?.send(call.text)
    })
  }

  readonly on = <Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): (() => void) => {
    this.socket ??= this.connect()
    return this.listeners.add(name, listener)
  }

  private connect(): SocketLike {
    const socket = this.options.openSocket()
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('open', () => this.opened(socket))
    socket.addEventListener('close', () => this.closed())
    socket.addEventListener('message', ({ data }) => this.received(data))
    return socket
  }

  private opened(socket: SocketLike): void {
    this.retryMs = FIRST_RETRY_MS
    this.hasBeenOpen = true
    this.options.connection.set({ state: 'open' })
    this.pending.forEach((call) => socket.send(call.text))
  }

  private closed(): void {
    const reason = this.hasBeenOpen ? LOST : REFUSED
    const lost = [...this.pending.values()]
    this.pending.clear()
    this.options.connection.set({ state: 'lost', reason })
    lost.forEach((call) => call.reject(new GatewrightError('host/connection-lost', reason)))
    this.options.schedule(() => (this.socket = this.connect()), this.retryMs)
    this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS)
  }

  private received(data: unknown): void {
    if (data instanceof ArrayBuffer) return this.listeners.emitSnapshot(data)
    const message = JSON.parse(String(data)) as Incoming
    if ('event' in message) return this.listeners.emit(message.event, message.payload)
    const call = this.pending.get(message.id)
    this.pending.delete(message.id)
    if ('error' in message) call?.reject(errorOf(message.error))
    else call?.resolve(message.result)
  }
}
