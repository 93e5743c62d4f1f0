import type { LatencyDistribution, Popularity, PopularityOver, TrafficShape } from './scenario'

/** One stream of clients that connect to a WebSocket API, send messages for a while, and leave. */
export interface ConnectionSource {
  readonly name: string
  /**
   * When they connect, as requests come in a `TrafficSource`; but for REPLAY. CLOSED_LOOP: that many users, each of whom connects, stays,
   * leaves, waits the think time and connects again: a population that is reached by its ramp.
   */
  readonly shape: TrafficShape
  /** How long a client stays, in milliseconds from the accepted handshake; until the run ends or the service closes when absent. */
  readonly stay?: LatencyDistribution
  /**
   * Share of the clients, 0 to 1, that vanish at the end of their stay without a close frame. The gateway notices at the idle limit:
   * until then their connections are open and paid for, and what is sent to them is lost.
   */
  readonly leavesSilently?: number
  /** They ping that often, which keeps the idle limit away; never when absent. Seconds. */
  readonly pingsEverySeconds?: number
  /** After a handshake that was refused with 429 or 5xx, or when the service cuts them off, they connect again after this; else never. */
  readonly reconnectAfter?: LatencyDistribution
  /** What each of them sends; nothing when absent. */
  readonly messages?: MessageTraffic
  /** How many different rooms of `WebSocketModel.rooms` each of them is in from the handshake on; 1 when absent. */
  readonly joins?: number
  /** As in `TrafficSource`, about handshakes. */
  readonly apiKeys?: PopularityOver
  readonly identities?: Popularity
  readonly missingTokens?: number
  readonly expiredTokens?: number
  readonly deniedIdentities?: number
  readonly wrongApiKeys?: number
}

/** Messages of one connection: independent of each other, at this rate on average. */
export interface MessageTraffic {
  /** Of one connection. */
  readonly ratePerSecond: number
  /** RouteKey -> weight, as in { "sendmessage": 1 }. */
  readonly routes: { readonly [routeKey: string]: number }
  /** Of a message; 1,024 when absent. Each 32 KB begun is one metered message. */
  readonly bytes?: number
  /** Share of the messages that their route's model refuses, 0 to 1. */
  readonly invalidBodies?: number
}

/** What the backends of a WebSocket API send, and whom they know. */
export interface WebSocketModel {
  /** How many rooms there are, and how popular each is; everybody is in one when absent. */
  readonly rooms?: Popularity
  /** By the routeKey of the message that brings it about. */
  readonly answers?: { readonly [routeKey: string]: MessageAnswer }
  /** What backends send without a message coming in. */
  readonly pushes?: readonly ServerPush[]
  /** Whether a backend forgets a connection that @connections says is gone (410); true when absent. */
  readonly cleansUpGone?: boolean
  /** Share of the $disconnect events that never come, 0 to 1: they are best effort. */
  readonly lostDisconnects?: number
  /** How long one call of @connections takes; `DEFAULT_POST_LATENCY` when absent. */
  readonly postLatency?: LatencyDistribution
  /** Calls of @connections that one backend has under way at a time; `DEFAULT_PARALLEL_POSTS` when absent. */
  readonly parallelPosts?: number
}

/** What follows when the backend of a message's route has done its work. */
export interface MessageAnswer {
  /** A message back to the sender over the route response. */
  readonly reply?: boolean
  /** One POST to @connections for each other connection in a room of the sender's, or for every other connection there is. */
  readonly broadcast?: 'ROOM' | 'ALL'
  /** Whether the sender gets its own broadcast too. */
  readonly includesSender?: boolean
  /** Of a message that goes out; 1,024 when absent. */
  readonly bytes?: number
}

/** A backend that sends by itself: a dashboard, a notification. */
export interface ServerPush {
  readonly name: string
  /** When it sends; CLOSED_LOOP and REPLAY are not for pushes. */
  readonly shape: TrafficShape
  /** To everybody, to everybody in one room (popular ones more often), or to one connection. */
  readonly to: 'ALL' | 'ROOM' | 'ONE'
  /** Of a message; 1,024 when absent. */
  readonly bytes?: number
}

export const DEFAULT_MESSAGE_BYTES = 1024

/** Ours: the service gives no figure for a call of @connections. */
export const DEFAULT_POST_LATENCY: LatencyDistribution = { distribution: 'CONSTANT', valueMs: 10 }

/** Source: AWS SDK for JavaScript, "Reusing connections with keep-alive": 50 sockets at a time. */
export const DEFAULT_PARALLEL_POSTS = 50
