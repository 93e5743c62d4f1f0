import type { ProtocolType } from '../design/api'
import type { CacheClusterSize } from '../design/stage'

/** What a month costs, line by line, before taxes and without a free tier. */
export interface CostEstimate {
  /** US dollars; the sum of the lines. */
  readonly total: number
  readonly lines: readonly CostLine[]
  /** The day the prices were read, as in "2026-08-01". */
  readonly pricesAsOf: string
  readonly region: string
  /** What was taken for granted, in plain English: "730 hours a month". */
  readonly assumptions: readonly string[]
}

export interface CostLine {
  /** "requests", "cache", "lambda-duration". */
  readonly id: string
  /** "REST API requests". */
  readonly label: string
  /** A month's amount of what is paid for, in `unit`: "requests", "hours", "GB-seconds". */
  readonly quantity: number
  readonly unit: string
  readonly usd: number
  /** How it was worked out, as in "333 million at $3.50 a million, 12 million at $2.80". */
  readonly detail: string
}

/** Traffic of a month, to compare the types of API for. */
export interface TypedTraffic {
  /** Whose prices count: "us-east-1". */
  readonly region: string
  /** Requests, and for WebSocket APIs messages of both directions. */
  readonly requestsPerMonth: number
  /** Mean bytes of a response's body, or of a message. */
  readonly responseBytes: number
  /** How many clients are connected to a WebSocket API on average. */
  readonly openConnections: number
  /** Of a REST API's cache; null without one. */
  readonly cacheGb: CacheClusterSize | null
}

/** What the gateway alone costs for the same traffic, by type. */
export type TypeCosts = { readonly [type in ProtocolType]: CostEstimate }
