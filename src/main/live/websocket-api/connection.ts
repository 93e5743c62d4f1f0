import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import type { IamCaller } from '../../engine/authorizers/iam-caller'
import type { DisconnectReason } from '../../engine/websocket-api/disconnect-reason'
import type { ConnectionFacts } from '../../engine/websocket-api/web-socket-context'
import { FrameGuard } from './frame-guard'

/** Bytes that AWS bills as one message. Source: websocket-api.md 11. */
const BILLED_UNIT = 32 * 1024

/** One client, from its handshake to its end. Always the same members, and no more than have to live as long as it does. */
export class Connection implements ConnectionFacts {
  readonly connectionId: string
  readonly apiId: string
  readonly stage: string
  readonly connectedAt: number
  readonly domainName: string
  readonly sourceIp: string
  readonly userAgent: string | null
  apiKey: { readonly value: string; readonly id: string } | null = null
  caller: IamCaller | null = null
  authorizer: Readonly<Record<string, string | number>> | null = null
  subprotocol: string | null = null
  /** Of a socket that this program opened itself. */
  socketId: string | null = null

  /** Its row in the table; -1 while it has none. */
  slot = -1
  ws: WebSocket | null = null
  socket: Socket | null = null
  readonly guard = new FrameGuard()
  /** Why this side ends it, once it does. */
  ending: DisconnectReason | null = null
  /** Writes of this turn are held together. */
  isCorked = false
  /** Messages whose integration has not answered. */
  inFlight = 0
  received = 0
  sent = 0
  billed = 0

  constructor(facts: Omit<ConnectionFacts, 'apiKey' | 'caller' | 'authorizer'>) {
    this.connectionId = facts.connectionId
    this.apiId = facts.apiId
    this.stage = facts.stage
    this.connectedAt = facts.connectedAt
    this.domainName = facts.domainName
    this.sourceIp = facts.sourceIp
    this.userAgent = facts.userAgent
  }

  /** Neither ended nor about to. */
  get isOpen(): boolean {
    return this.slot !== -1 && this.ending === null
  }

  bill(bytes: number): void {
    this.billed += bytes <= BILLED_UNIT ? 1 : Math.ceil(bytes / BILLED_UNIT)
  }
}
