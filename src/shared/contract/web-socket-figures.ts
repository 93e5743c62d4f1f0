/** What a run of a WebSocket API came to so far, in single numbers. */
export interface WebSocketTotals {
  /** Connections that are open for the gateway, and the most there were at a time. */
  readonly open: number
  readonly peak: number
  readonly accepted: number
  readonly refused: number
  readonly connectionMinutes: number
  /** Metered: once for each 32 KB begun. Out: replies, error frames, and what @connections took. */
  readonly messagesIn: number
  readonly messagesOut: number
  readonly throttledMessages: number
  /** Calls of @connections for connections that were gone (410), for clients that had vanished, and refused with 429. */
  readonly gonePosts: number
  readonly wastedPosts: number
  readonly throttledPosts: number
}

/** Of a finished run. */
export interface WebSocketFigures extends WebSocketTotals {
  readonly meanOpen: number
  /** By outcome of the handshake: { "THROTTLED_ACCOUNT": 12 }. */
  readonly refusedByOutcome: { readonly [outcome: string]: number }
  /** How connections ended before the run did. */
  readonly ended: { readonly byClient: number; readonly idle: number; readonly age: number }
  /** Clients that went without a close frame. */
  readonly vanished: number
  /** Ends that the backends were not told about. */
  readonly lostDisconnects: number
  /** Calls of @connections that reached a client. */
  readonly deliveredPosts: number
  /** Receivers of a broadcast or push. */
  readonly fanOut: {
    readonly count: number
    readonly mean: number
    readonly p50: number
    readonly p95: number
    readonly max: number
  }
  /** Milliseconds from a message or push until a receiver has it. */
  readonly delivery: { readonly p50: number; readonly p95: number; readonly p99: number }
  /** Of what messages and connection minutes cost, the part that open connections cost, 0 to 1. */
  readonly idleCostShare: number
}
