import type { Trace } from '../trace'

export type GatewayState =
  | { readonly state: 'stopped' }
  | { readonly state: 'starting' }
  | { readonly state: 'running'; readonly port: number; readonly apis: readonly ServedApi[] }
  | { readonly state: 'failed'; readonly message: string; readonly port: number }

/** One API stage being served. `url` is the base below which its paths answer. */
export interface ServedApi {
  readonly name: string
  readonly protocolType: 'REST' | 'HTTP' | 'WEBSOCKET'
  readonly stage: string
  readonly url: string
}

/** A request that the local gateway answered, with every decision about it. */
export interface TracedRequest {
  readonly requestId: string
  /** Milliseconds since 1970. */
  readonly receivedAt: number
  readonly method: string
  readonly path: string
  /** "POST /orders", or "" when no route matched. */
  readonly routeKey: string
  readonly apiName: string
  readonly stage: string
  readonly status: number
  readonly durationMs: number
  readonly integrationMs: number | null
  readonly apiKeyName: string | null
  readonly trace: Trace
}
