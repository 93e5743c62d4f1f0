import type { WebSocketTotals } from './web-socket-figures'

/**
 * A picture of a run, small enough to send four times a second. Series have one value per step of `stepMs`; steps not reached yet
 * are NaN. All numbers travel as one Float64Array (see `snapshot-codec.ts`).
 */
export interface Snapshot {
  readonly runId: string
  /** Counts up within a run. */
  readonly sequence: number
  /** Virtual time reached, and the run's length. Milliseconds. */
  readonly nowMs: number
  readonly durationMs: number
  readonly isFinal: boolean
  /** Requests handled per second of wall clock so far. */
  readonly requestsPerSecondOfWallClock: number
  readonly stepMs: number
  readonly series: { readonly [name in SeriesName]: Float64Array }
  /** Level of watched buckets in tokens, one series each; what they are is in `buckets`. */
  readonly bucketSeries: readonly Float64Array[]
  readonly buckets: readonly WatchedBucket[]
  readonly totals: SnapshotTotals
  /** Rows of the tables; `key` is a routeKey or an API key's name ("" for requests without one). */
  readonly routes: readonly SnapshotRow[]
  readonly apiKeys: readonly SnapshotRow[]
  /** Requests kept for a closer look, at most 1,000. */
  readonly samples: readonly SampledRequest[]
}

/**
 * Per second of the step, except latencies (milliseconds), the hit ratio (0 to 1), and the calls that wait and the connections that
 * are open at the step's end. What only WebSocket APIs have is NaN for the others.
 */
export const SERIES_NAMES = [
  'offered',
  'served',
  'cacheHit',
  'rejected',
  'denied',
  'throttled',
  'error',
  'throttledPlanMethod',
  'throttledPlan',
  'throttledMethod',
  'throttledStage',
  'throttledAccount',
  'quotaExceeded',
  'status2xx',
  'status4xx',
  'status429',
  'status5xx',
  'authorizerCalls',
  'authorizerHits',
  'cacheHitRatio',
  'latencyP50',
  'latencyP95',
  'latencyP99',
  'retries',
  'queued',
  'connections',
  'connects',
  'connectsRefused',
  'messagesIn',
  'messagesOut',
  'messagesThrottled',
  'gonePosts',
] as const
export type SeriesName = (typeof SERIES_NAMES)[number]

export interface WatchedBucket {
  /** "POST /orders", "acme-web on Premium", "us-east-1". */
  readonly label: string
  readonly level: ThrottleLevel
  readonly rateLimit: number
  readonly burstLimit: number
}

/** Where a limit is set. Source of the order: rest-api.md 5.1. */
export const THROTTLE_LEVELS = ['planMethod', 'plan', 'method', 'stage', 'account'] as const
export type ThrottleLevel = (typeof THROTTLE_LEVELS)[number]

/** Counts of requests; `served` were answered by a backend with less than 500, `error` with a 5xx of any origin. */
export interface SnapshotTotals {
  readonly offered: number
  readonly served: number
  readonly cacheHit: number
  readonly cacheMiss: number
  readonly rejected: number
  readonly denied: number
  readonly throttled: number
  readonly quotaExceeded: number
  readonly blocked: number
  readonly error: number
  readonly authorizerCalls: number
  readonly authorizerHits: number
  readonly throttledByLevel: { readonly [level in ThrottleLevel]: number }
  /** Milliseconds, over every request the gateway did not refuse. */
  readonly latencyP50: number
  readonly latencyP95: number
  readonly latencyP99: number
  /** Only of a WebSocket API. */
  readonly webSocket?: WebSocketTotals
}

export interface SnapshotRow {
  readonly key: string
  readonly offered: number
  readonly served: number
  readonly cacheHit: number
  readonly throttled: number
  readonly quotaExceeded: number
  readonly denied: number
  readonly rejected: number
  readonly error: number
}

export interface SampledRequest {
  readonly requestId: number
  readonly atMs: number
  readonly route: number
  /** Index in `apiKeys`; 0 is "none". */
  readonly apiKey: number
  /** Index in `OUTCOMES`. */
  readonly outcome: number
  readonly latencyMs: number
}
