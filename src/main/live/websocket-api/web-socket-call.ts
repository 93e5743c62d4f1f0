import type { Flight } from '../../engine/flight'
import type { HeaderList } from '../../engine/mapping/header-list'
import type { QueryList } from '../../engine/mapping/query-string'
import { NO_MESSAGE, type ClientMessage } from '../../engine/websocket-api/client-message'
import type { DisconnectReason } from '../../engine/websocket-api/disconnect-reason'
import { webSocketContext, type WebSocketEventType } from '../../engine/websocket-api/web-socket-context'
import type { WebSocketAnswer } from '../../engine/websocket-api/web-socket-answer'
import type { WebSocketRequest } from '../../engine/websocket-api/web-socket-request'
import { requestTime } from '../request/execute-api'
import type { Connection } from './connection'
import type { LiveWebSocketRoute, LiveWebSocketStage } from './live-web-socket-stage'
import { webSocketId } from './web-socket-id'

const NOTHING_SENT: HeaderList & QueryList = []

/** One handshake, message or end in progress. What few ask for, as its ids and its context, is made when somebody does. */
export class WebSocketCall implements WebSocketRequest {
  readonly connection: Connection
  readonly stage: LiveWebSocketStage
  readonly route: LiveWebSocketRoute
  readonly eventType: WebSocketEventType
  readonly message: ClientMessage
  /** Milliseconds since 1970. */
  readonly receivedAt: number
  /** Of a handshake, with what the service adds. */
  headers: HeaderList = NOTHING_SENT
  query: QueryList = NOTHING_SENT
  disconnect: DisconnectReason | null = null
  /** What the integration came to; null before, and when it took too long. */
  answer: WebSocketAnswer | null = null
  integrationMs: number | null = null
  /** What was found wrong with a message. */
  validationErrorString: string | null = null
  private id: string | null = null
  private idOfMessage: string | null = null
  private madeContext: Readonly<Record<string, unknown>> | null = null

  constructor(
    connection: Connection,
    stage: LiveWebSocketStage,
    route: LiveWebSocketRoute,
    eventType: WebSocketEventType,
    receivedAt: number,
    message: ClientMessage = NO_MESSAGE,
  ) {
    this.connection = connection
    this.stage = stage
    this.route = route
    this.eventType = eventType
    this.receivedAt = receivedAt
    this.message = message
  }

  get requestId(): string {
    return (this.id ??= webSocketId())
  }

  get messageId(): string | null {
    return this.eventType === 'MESSAGE' ? (this.idOfMessage ??= webSocketId()) : null
  }

  get stageVariables(): Readonly<Record<string, string>> {
    return this.stage.variables
  }

  /** `$context`, with what the authorizer said by now. */
  get context(): Readonly<Record<string, unknown>> {
    return (this.madeContext ??= this.makeContext())
  }

  /** The authorizer has spoken: a context made before it did not know. */
  forgetContext(): void {
    this.madeContext = null
  }

  get name(): string {
    const { routeKey } = this.route
    const { api, stage } = this.stage.view
    return `${routeKey} of "${api.name}", stage ${stage}`
  }

  private makeContext(): Readonly<Record<string, unknown>> {
    const { disconnect, eventType, messageId, receivedAt, requestId, route } = this
    return webSocketContext(this.connection, {
      routeKey: route.routeKey,
      eventType,
      requestId,
      messageId,
      requestTime: requestTime(receivedAt),
      requestTimeEpoch: receivedAt,
      disconnect,
    })
  }
}

/** The calls in progress, by the slot of their flights. */
export class WebSocketCalls {
  private readonly calls: (WebSocketCall | undefined)[] = []

  set({ slot }: Flight, call: WebSocketCall): void {
    this.calls[slot] = call
  }

  of({ slot }: Flight): WebSocketCall {
    return this.calls[slot]!
  }

  clear({ slot }: Flight): void {
    this.calls[slot] = undefined
  }
}
