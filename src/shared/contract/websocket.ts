import type { Trace } from '../trace'

import type { TryToken } from './try'

/** A client that is connected to a WebSocket API of the running gateway. Times are milliseconds since 1970. */
export interface WebSocketConnection {
  /** "R1kmxc2VNjMCFIA=". */
  readonly connectionId: string
  readonly apiId: string
  readonly apiName: string
  readonly stage: string
  readonly connectedAt: number
  readonly lastActiveAt: number
  readonly sourceIp: string
  readonly userAgent: string | null
  readonly subprotocol: string | null
  /** What the authorizer called the client. */
  readonly principalId: string | null
  readonly apiKeyName: string | null
  /** Messages from and to the client. */
  readonly received: number
  readonly sent: number
  /** What AWS would bill for them: 32 KB each. */
  readonly billedMessages: number
  /** Of a socket that this program opened: what `ws.send` and `ws.close` take. */
  readonly socketId: string | null
}

/** A connection began or ended, or a handshake was refused. */
export type ConnectionEvent =
  | {
      readonly kind: 'opened'
      readonly at: number
      readonly connection: WebSocketConnection
      /** Every decision about the handshake. */
      readonly trace?: Trace
    }
  | {
      readonly kind: 'closed'
      readonly at: number
      readonly connection: WebSocketConnection
      /** As the `$disconnect` event tells it: 1000, 1001, 1005, 1006 ... */
      readonly code: number
      readonly reason: string
    }
  | {
      readonly kind: 'refused'
      readonly at: number
      readonly apiName: string
      readonly stage: string
      readonly sourceIp: string
      /** Of the handshake. */
      readonly status: number
      readonly body: string
      /** Absent where it was refused before anybody was asked. */
      readonly trace?: Trace
    }

/** A text message that came in or went out. At most fifty a second are told. */
export interface FrameEvent {
  readonly connectionId: string
  readonly at: number
  readonly direction: 'in' | 'out'
  /** Cut at `FRAME_TEXT_LIMIT` characters. */
  readonly text: string
  readonly bytes: number
  /** Of one that came in: its route, null when none took it. Of one that went out: null. */
  readonly routeKey: string | null
  /** What the integration came to, or what the gateway refused with, as an HTTP status; null for one that went out. */
  readonly status: number | null
  readonly durationMs: number | null
  readonly integrationMs: number | null
  /** What went wrong behind it, in words. */
  readonly problem: string | null
  /** Of one that went out: it was posted through `@connections`. Absent for replies. */
  readonly isPush?: boolean
  /** Every decision about a message that came in and found a route; absent for others. */
  readonly trace?: Trace
  /** How many frames before this one were not told, as there were too many. */
  readonly dropped: number
}

/** Characters of a frame that its event carries. */
export const FRAME_TEXT_LIMIT = 4 * 1024
/** Frames that are told in a second. */
export const FRAMES_PER_SECOND = 50

/** A socket to the running gateway, to be opened by this program. */
export interface WebSocketOpenRequest {
  readonly apiId: string
  readonly stage: string
  /** Without its question mark: "token=abc&room=1". */
  readonly query: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly subprotocols: readonly string[]
  /** Sends the key's value as `x-api-key`. */
  readonly apiKeyId: string | null
  /** Signs the handshake with the keys of this IAM user. */
  readonly iamUser: string | null
  /** Made by the local identity provider for this handshake; absent for none. */
  readonly token?: WebSocketToken | null
}

/** A token and where it goes: `header` names the header, or the parameter of the query that browsers need. */
export interface WebSocketToken extends TryToken {
  readonly place: 'HEADER' | 'QUERY'
}

/** How a handshake went. */
export type WebSocketOpenAnswer =
  | {
      readonly kind: 'open'
      readonly socketId: string
      readonly connectionId: string
      readonly subprotocol: string | null
      readonly durationMs: number
    }
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly headers: readonly (readonly [name: string, value: string])[]
      readonly body: string
      readonly durationMs: number
    }

/** What a call of `@connections` was answered: 200 and 410, 413 ... to a post, 204 or 410 to a delete. */
export interface ConnectionsAnswer {
  readonly status: number
  readonly body: string
}

/** Which route a message selects. */
export interface WebSocketRouteAnswer {
  /** Null when no route takes it. */
  readonly routeKey: string | null
  /** What the route selection expression comes to: "join"; "" when it finds nothing. */
  readonly selected: string
}
