import type { ProtocolType } from './api'
import type { ConnectionSource, WebSocketModel } from './web-socket-scenario'

/** Traffic to simulate: who calls what, how often, and how the backends behave. Part of the project. */
export interface Scenario {
  readonly name: string
  readonly description?: string
  /** Which stage of which API is called. */
  readonly apiId: string
  readonly stage: string
  readonly durationInSeconds: number
  /** A whole number; the same seed gives the same run, byte for byte. */
  readonly seed: number
  /** ISO 8601 instant at which the run begins, for quota periods; 2026-01-01T00:00:00Z when absent. */
  readonly startsAt?: string
  /** Requests to a REST or HTTP API; empty for a WebSocket API, which has `connections`. */
  readonly sources: readonly TrafficSource[]
  readonly connections?: readonly ConnectionSource[]
  /** Of a WebSocket API: what goes out to the connections. */
  readonly webSocket?: WebSocketModel
  /** By routeKey ("GET /orders"); `*` for all others. */
  readonly backends?: { readonly [routeKey: string]: BackendModel }
  readonly authorizer?: AuthorizerModel
  /** What the gateway itself adds to each answered request; `defaultOverhead` of the API's type when absent. */
  readonly overhead?: LatencyDistribution
  /** What changes while the run goes on, in any order. */
  readonly events?: readonly ScenarioEvent[]
  readonly checks?: readonly ScenarioCheck[]
}

/** One stream of requests. */
export interface TrafficSource {
  readonly name: string
  readonly shape: TrafficShape
  /** RouteKey -> weight, as in { "GET /orders": 3, "POST /orders": 1 }. */
  readonly routes: { readonly [routeKey: string]: number }
  /** Names of the API keys the requests carry; the draw is Zipf when there are several. None when absent. */
  readonly apiKeys?: PopularityOver
  /** How many different callers (tokens) there are, and how often each comes. One caller when absent. */
  readonly identities?: Popularity
  /** How many different items (values of the cache key) are asked for, and how often each. One when absent. */
  readonly items?: Popularity
  /** Shares of requests, 0 to 1. */
  readonly invalidBodies?: number
  readonly missingTokens?: number
  /** Tokens that ran out: the authorizer is asked (or remembers) and refuses them with 401. */
  readonly expiredTokens?: number
  readonly deniedIdentities?: number
  readonly wrongApiKeys?: number
  readonly cacheBypasses?: number
  /** The address that web ACLs and resource policies see, as in "203.0.113.10". */
  readonly sourceIp?: string
  /** The VPC endpoint they come through, as resource policies of private APIs see it: "vpce-0a1b2c3d4e5f60718". */
  readonly vpcEndpointId?: string
  /** The way there and back between the clients and the gateway. The clients wait for it; AWS's Latency metric does not see it. */
  readonly clientLatency?: LatencyDistribution
  /** What the clients do when they are refused; nothing when absent. */
  readonly retry?: RetryPolicy
}

/**
 * CONSTANT: evenly spaced from the first instant. POISSON: independent arrivals. BURST: `count` requests spread evenly over
 * `spreadInSeconds` (all at once when 0), again every `everyInSeconds` when given. RAMP: Poisson, the rate going from one to the other.
 * STEPS: Poisson, each rate from its `at` until the next one's. SPIKE: Poisson, from the base rate to the peak and back in straight
 * lines; `at` is when it begins to rise. DAILY, WEEKLY: Poisson around a mean rate, shaped by relative weights of the hours (24, from
 * midnight UTC) and days (7, from Monday), in straight lines from one hour's middle to the next; the run's `startsAt` says which hour it
 * is. CLOSED_LOOP: that many users, each of whom sends, waits for the answer, thinks, and sends again. REPLAY: the requests of an access
 * log, at their own distances in time.
 * Units: requests per second, seconds from the start of the run.
 */
export type TrafficShape =
  | { readonly type: 'CONSTANT'; readonly ratePerSecond: number; readonly from?: number; readonly to?: number }
  | { readonly type: 'POISSON'; readonly ratePerSecond: number; readonly from?: number; readonly to?: number }
  | {
      readonly type: 'BURST'
      readonly count: number
      readonly at: number
      readonly spreadInSeconds?: number
      readonly everyInSeconds?: number
    }
  | {
      readonly type: 'RAMP'
      readonly fromRatePerSecond: number
      readonly toRatePerSecond: number
      readonly from?: number
      readonly to?: number
    }
  | { readonly type: 'STEPS'; readonly steps: readonly { readonly at: number; readonly ratePerSecond: number }[] }
  | {
      readonly type: 'SPIKE'
      readonly ratePerSecond: number
      readonly peakRatePerSecond: number
      readonly at: number
      /** 0 when absent, as the others. */
      readonly riseInSeconds?: number
      readonly holdInSeconds?: number
      readonly fallInSeconds?: number
    }
  | { readonly type: 'DAILY'; readonly ratePerSecond: number; readonly hours?: readonly number[] }
  | {
      readonly type: 'WEEKLY'
      readonly ratePerSecond: number
      readonly hours?: readonly number[]
      readonly days?: readonly number[]
    }
  | {
      readonly type: 'CLOSED_LOOP'
      readonly users: number
      readonly thinkTime: LatencyDistribution
      /** The users begin spread evenly over this time; all at once when absent. */
      readonly rampUpInSeconds?: number
      readonly from?: number
      readonly to?: number
    }
  | {
      readonly type: 'REPLAY'
      /** Relative to the project file, as in "logs/monday.jsonl". */
      readonly file: string
      /** Found out from the first lines when absent. */
      readonly format?: AccessLogFormat
      /** 2 plays the log in half its time; 1 when absent. */
      readonly speed?: number
    }

/** JSON: one object a line with `$context` variables under the names of guide 000; CLF: the common log format; CSV: with a header line. */
export const ACCESS_LOG_FORMATS = ['JSON', 'CLF', 'CSV'] as const
export type AccessLogFormat = (typeof ACCESS_LOG_FORMATS)[number]

/** When DAILY and WEEKLY do not say: an office day, quiet at night; a weekend at a third. Relative weights. */
export const DEFAULT_HOURS: readonly number[] = [
  2, 1, 1, 1, 1, 2, 4, 7, 11, 14, 15, 15, 13, 14, 15, 15, 14, 12, 10, 9, 8, 6, 4, 3,
]
export const DEFAULT_DAYS: readonly number[] = [3, 3, 3, 3, 3, 1, 1]

/**
 * Clients that send a refused request again. FIXED: after `delayMs` each time. EXPONENTIAL: after `delayMs` doubled with every attempt,
 * at most `maxDelayMs`; with `jitter` FULL, a uniform draw from 0 to that.
 * Source: "Exponential backoff and jitter", AWS Architecture Blog.
 */
export interface RetryPolicy {
  readonly type: 'FIXED' | 'EXPONENTIAL'
  readonly delayMs: number
  /** 20,000 when absent. */
  readonly maxDelayMs?: number
  /** FULL when absent, for EXPONENTIAL. */
  readonly jitter?: 'NONE' | 'FULL'
  /** Attempts at a request, the first one included; 3 when absent. */
  readonly maxAttempts?: number
  /** 429, 500, 502, 503 and 504 when absent. */
  readonly statuses?: readonly number[]
  /** At most this many retries for each first attempt, on average: 0.1 lets one in ten through. No limit when absent. */
  readonly budget?: number
}

export const DEFAULT_RETRY_STATUSES: readonly number[] = [429, 500, 502, 503, 504]
export const DEFAULT_RETRY_ATTEMPTS = 3
export const DEFAULT_RETRY_MAX_DELAY_MS = 20_000

/**
 * `count` things, drawn with equal chances, by Zipf's law (the k-th with weight k^-exponent), or HOT_SET: the first `hotCount` of them
 * get `hotShare` of the draws (0 to 1), each of them alike, as do the others.
 */
export interface Popularity {
  readonly count: number
  readonly distribution: 'UNIFORM' | 'ZIPF' | 'HOT_SET'
  readonly exponent?: number
  readonly hotCount?: number
  readonly hotShare?: number
}

/** Like Popularity, over named things: the first named is the most popular. */
export interface PopularityOver {
  readonly names: readonly string[]
  readonly distribution: 'UNIFORM' | 'ZIPF'
  readonly exponent?: number
}

/** How a backend answers. */
export interface BackendModel {
  readonly latency: LatencyDistribution
  /** Share of calls answered with a 5xx, 0 to 1. */
  readonly errorRate?: number
  /** Share of calls that never answer, 0 to 1: they end at the integration's timeout. */
  readonly timeoutRate?: number
  /** Calls it works on at a time (a function's reserved concurrency). No limit when absent. */
  readonly concurrencyLimit?: number
  /** What happens to a call above `concurrencyLimit`: REFUSE when absent. */
  readonly whenBusy?: 'REFUSE' | 'QUEUE'
  /** Calls that may wait with QUEUE; one more is refused. No limit when absent. */
  readonly queueLimit?: number
  /** Of a function: a call that finds no warm instance takes this longer. */
  readonly coldStart?: ColdStart
  /** Times at which it does not work. */
  readonly outages?: readonly Outage[]
  /** Bytes of a response; decides what fits the cache. */
  readonly responseBytes?: number
  /** The answer is about the caller: another caller who gets it from the cache reads somebody else's data. */
  readonly isPersonal?: boolean
}

export interface ColdStart {
  readonly latency: LatencyDistribution
  /** An instance that had nothing to do for this long is gone. 600 when absent (AWS does not say). */
  readonly idleTimeoutInSeconds?: number
}

/** From second `from` up to, but not including, `to`: every call fails at once (ERROR) or never answers (TIMEOUT). */
export interface Outage {
  readonly from: number
  readonly to: number
  readonly type: 'ERROR' | 'TIMEOUT'
}

/**
 * Milliseconds. `sigma` is the standard deviation of the logarithm. NORMAL is cut off at 0. EMPIRICAL: `valuesMs` are measured times,
 * drawn from by straight lines between them in order of size.
 */
export type LatencyDistribution =
  | { readonly distribution: 'CONSTANT'; readonly valueMs: number }
  | { readonly distribution: 'UNIFORM'; readonly minMs: number; readonly maxMs: number }
  | { readonly distribution: 'NORMAL'; readonly meanMs: number; readonly standardDeviationMs: number }
  | { readonly distribution: 'LOGNORMAL'; readonly medianMs: number; readonly sigma: number }
  | { readonly distribution: 'EXPONENTIAL'; readonly meanMs: number }
  | { readonly distribution: 'EMPIRICAL'; readonly valuesMs: readonly number[] }

/** Something that happens `at` that second of the run. */
export type ScenarioEvent =
  | LimitChange
  /** Every stored response of the stage is forgotten. */
  | { readonly type: 'FLUSH_CACHE'; readonly at: number }
  | { readonly type: 'FLUSH_AUTHORIZER_CACHE'; readonly at: number }
  /** A deployment: stage settings stay, and the cache is flushed if the project's assumptions say so (U8). */
  | { readonly type: 'DEPLOY'; readonly at: number }
  /** The authorizer denies these callers from now on: a share (0 to 1) of a source's callers, the most popular first. */
  | { readonly type: 'REVOKE'; readonly at: number; readonly source: string; readonly share: number }
  /** What the backends of a route (`*`: of all) answer is other data from now on: what the cache still holds of them is stale. */
  | { readonly type: 'CHANGE_DATA'; readonly at: number; readonly route: string }
  /** The backend of a route (`*`: every one) takes so many times as long, and fails with this rate when it is given. */
  | {
      readonly type: 'CHANGE_BACKEND'
      readonly at: number
      readonly route: string
      readonly latencyFactor?: number
      readonly errorRate?: number
    }

/** A bucket with another rate and size from now on; the tokens in it stay, as far as they fit. */
export interface LimitChange {
  readonly type: 'SET_LIMIT'
  readonly at: number
  readonly level: 'planMethod' | 'plan' | 'method' | 'stage' | 'account'
  /** A routeKey for `method` and `planMethod`; absent otherwise. */
  readonly route?: string
  /** A usage plan's id for `plan` and `planMethod`. */
  readonly usagePlanId?: string
  readonly rateLimit: number
  readonly burstLimit: number
}

/** Source: guide 002, "REST about 30 ms"; it gives no spread, so there is none. */
export const DEFAULT_REST_OVERHEAD: LatencyDistribution = { distribution: 'CONSTANT', valueMs: 30 }

/** Source: guide 002, "HTTP about 10 ms". */
export const DEFAULT_HTTP_OVERHEAD: LatencyDistribution = { distribution: 'CONSTANT', valueMs: 10 }

/** No guide gives one for WebSocket APIs: that of HTTP APIs, the other type of the same service. */
export function defaultOverhead(protocolType: ProtocolType): LatencyDistribution {
  return protocolType === 'REST' ? DEFAULT_REST_OVERHEAD : DEFAULT_HTTP_OVERHEAD
}

/** A backend that the scenario does not describe. */
export const DEFAULT_BACKEND: BackendModel = {
  latency: { distribution: 'LOGNORMAL', medianMs: 40, sigma: 0.5 },
  responseBytes: 2048,
}

/** An authorizer function that the scenario does not describe. */
export const DEFAULT_AUTHORIZER: AuthorizerModel = {
  latency: { distribution: 'LOGNORMAL', medianMs: 25, sigma: 0.4 },
}

/** How the authorizer function answers in a simulation. */
export interface AuthorizerModel {
  readonly latency: LatencyDistribution
  /** Share of calls that fail with an error, 0 to 1. */
  readonly errorRate?: number
}

/** A statement about the result that must hold; `simulate --check` fails when one does not. */
export interface ScenarioCheck {
  readonly metric: ScenarioMetric
  /** Narrows requests, throttles, errors and latencies to one API key or routeKey (latencies: routeKey only). */
  readonly apiKey?: string
  readonly route?: string
  readonly operator: '<' | '<=' | '==' | '>=' | '>'
  readonly value: number
}

/** Shares are 0 to 1, latencies milliseconds. */
export const SCENARIO_METRICS = [
  'requests',
  'admitted',
  'throttled',
  'throttledShare',
  'cacheHitRatio',
  'errorShare',
  'latencyP50',
  'latencyP95',
  'latencyP99',
  'authorizerCalls',
  'leakedReads',
  'staleReads',
  'allowedAfterRevocation',
  'retries',
  'quotaExceeded',
  'monthlyCost',
  'connects',
  'refusedConnects',
  'openConnections',
  'connectionMinutes',
  'messagesIn',
  'messagesOut',
  'throttledMessages',
  'gonePosts',
  'wastedPosts',
  'throttledPosts',
  'deliveryP50',
  'deliveryP95',
  'deliveryP99',
] as const
export type ScenarioMetric = (typeof SCENARIO_METRICS)[number]

/** Those that only runs of a WebSocket API have. `openConnections`: the most at a time. */
export const WEB_SOCKET_METRICS: ReadonlySet<ScenarioMetric> = new Set(
  SCENARIO_METRICS.slice(SCENARIO_METRICS.indexOf('connects')),
)
