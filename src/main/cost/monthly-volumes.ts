import type { LambdaCalls } from './lambda-calls'

/** What goes through one stage in a month. */
export interface MonthlyVolumes {
  /** All that arrive, refused ones among them. WebSocket: messages of both directions. */
  readonly requests: number
  /** Those of them answered with 401, 403 or 429. */
  readonly refusedRequests: number
  /** Mean bytes of a request's body, and of a response's. WebSocket: of messages in, and out. */
  readonly requestBytes: number
  readonly responseBytes: number
  /** WebSocket only. */
  readonly connectionMinutes: number
  /** Calls of functions behind the routes, and of authorizer functions; null where none are counted. */
  readonly lambda: LambdaCalls | null
  readonly authorizer: LambdaCalls | null
}

/** Hours of a month, as AWS's calculator counts them. Source: observability-and-cost.md 5.9. */
export const HOURS_A_MONTH = 730
