/** What a run used of the things that are paid for; the totals of the whole run. */
export interface RunUsage {
  /** Virtual seconds. */
  readonly durationInSeconds: number
  /** All requests that arrived, refused ones among them. WebSocket: the messages that clients sent. */
  readonly requests: number
  /** Those of them answered with 401, 403 or 429: REST APIs do not charge for them. */
  readonly refusedRequests: number
  readonly cacheHits: number
  readonly integrationCalls: number
  /** Milliseconds that the backends worked, added up over all calls. */
  readonly integrationMs: number
  readonly authorizerCalls: number
  /** Milliseconds that authorizers worked, added up over all calls. */
  readonly authorizerMs: number
  /** Bytes of all response bodies. */
  readonly responseBytes: number
  /** Of a WebSocket API. Messages of both directions are metered: once for each 32 KB begun. */
  readonly webSocket?: {
    readonly messages: number
    readonly connectionMinutes: number
    /** Bytes of all messages that went out. */
    readonly bytesOut: number
    /** Calls of backends, by routeKey. */
    readonly callsByRoute: ReadonlyMap<string, number>
  }
}
