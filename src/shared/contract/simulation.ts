import type { LimitChange, ScenarioCheck } from '../design/scenario'
import type { Trace } from '../trace'
import type { CostEstimate } from './cost'
import type { WebSocketFigures } from './web-socket-figures'

export type RunEnded =
  | { readonly runId: string; readonly state: 'done' | 'cancelled' }
  | { readonly runId: string; readonly state: 'failed'; readonly message: string }

/** Why a simulated request was answered as it was. */
export interface SimulationExplanation {
  readonly requestId: number
  /** Virtual milliseconds. */
  readonly atMs: number
  readonly routeKey: string
  /** Absent when the stage has no canary. */
  readonly isCanary?: boolean
  readonly sourceName: string
  readonly apiKeyName: string | null
  readonly trace: Trace
  /** One paragraph: what decided, who had used the tokens, when the next was due, what would change it. */
  readonly reason: string
  /** JSON pointer to the setting that decided, when there is one. */
  readonly setting: string | null
  /** Tokens in each bucket that the request met, at that moment, in the order they were asked. */
  readonly buckets: readonly BucketLevel[]
  /** The smallest change, tried out on the same run, that would have let it through; null when it was let through or none was found. */
  readonly remedy: Remedy | null
}

export interface BucketLevel {
  /** "POST /orders", "acme-web on Premium", "us-east-1". */
  readonly label: string
  readonly level: LimitChange['level']
  readonly tokens: number
  readonly rateLimit: number
  readonly burstLimit: number
}

export interface Remedy {
  /** "A burst limit of 63 instead of 50 on POST /orders would have let it through." */
  readonly text: string
  /** JSON pointer of the setting, and the value that was tried. */
  readonly pointer: string
  readonly value: number
}

/** MAX: as fast as it goes. Otherwise virtual seconds a second of wall clock, as in 1, 10 or 60. */
export type PlaySpeed = 'MAX' | number

/** What a person does to a run that is under way. `step` leaves it paused. */
export type RunControl =
  | { readonly action: 'pause' }
  | { readonly action: 'resume'; readonly speed?: PlaySpeed }
  | { readonly action: 'step'; readonly by: 'SECOND' | 'EVENT' }
  /** Limits that the run goes on with, from the moment it has reached. They become events of its scenario. */
  | { readonly action: 'change'; readonly limits: readonly Omit<LimitChange, 'at'>[] }

/** Which requests of a run to list: those that match every member given. */
export interface RequestFilter {
  readonly fromMs?: number
  readonly toMs?: number
  readonly routeKey?: string
  /** "" for requests without a key. */
  readonly apiKey?: string
  readonly source?: string
  /** Names of `OUTCOMES`. */
  readonly outcomes?: readonly string[]
}

/** One request of a run, whether it was sampled or not. */
export interface ListedRequest {
  readonly requestId: number
  readonly atMs: number
  readonly routeKey: string
  readonly apiKey: string
  readonly source: string
  readonly outcome: string
  readonly latencyMs: number
  /** 0 for a first attempt. */
  readonly attempt: number
}

/** The result of a run as scripts rely on it (cli.md, "simulate"). Same seed, same design: the same bytes but for wall-clock members. */
export interface SimulationResult {
  readonly scenario: string
  readonly seed: number
  readonly durationInSeconds: number
  readonly totals: {
    readonly requests: number
    readonly admitted: number
    readonly throttled: number
    readonly blocked: number
    readonly quotaExceeded: number
    readonly denied: number
    readonly rejected: number
    readonly errors: number
  }
  readonly byStatus: { readonly [status: string]: number }
  readonly byOutcome: { readonly [outcome: string]: number }
  readonly throttledByLevel: { readonly [level: string]: number }
  /** A route's requests to the stage and to its canary together. */
  readonly routes: readonly SimulationRow[]
  /** What the canary answered; absent when the stage has none. */
  readonly canary?: Omit<SimulationRow, 'key'>
  readonly apiKeys: readonly SimulationRow[]
  readonly cache: { readonly hits: number; readonly misses: number; readonly hitRatio: number | null }
  readonly authorizer: { readonly calls: number; readonly hits: number }
  readonly integration: { readonly calls: number; readonly meanInFlight: number }
  /** Milliseconds. */
  readonly latency: {
    readonly p50: number
    readonly p95: number
    readonly p99: number
    readonly mean: number
    readonly max: number
  }
  /** By the second in which requests arrived; the members add up to the totals. */
  readonly timeSeries: {
    readonly stepSeconds: number
    readonly requests: readonly number[]
    readonly admitted: readonly number[]
    readonly throttled: readonly number[]
  }
  readonly checks: readonly (ScenarioCheck & { readonly actual: number; readonly passed: boolean })[]
  readonly answers: SimulationAnswers
  /** Absent for APIs of another type. */
  readonly webSocket?: WebSocketFigures
  /** Of the sources that play a log; absent when none does. */
  readonly replays?: readonly ReplayReport[]
  /** A month of this traffic. */
  readonly cost: CostEstimate
  readonly elapsedMs: number
  readonly requestsPerSecondOfWallClock: number
}

/** What became of the lines of an access log, as far as the run went. Empty lines are not counted. */
export interface ReplayReport {
  readonly source: string
  readonly lines: number
  /** Left out because they say nothing that can be understood. */
  readonly unreadable: number
  /** Left out because the API has no such route. */
  readonly unknownRoutes: number
  /** Left out because the source does not name their route. */
  readonly otherRoutes: number
  /** So far behind their place in time that they are sent late: with what had come up to them. */
  readonly late: number
  /** Of the first lines that were unreadable or of an unknown route, in the order of the log; lines from 1, as in "is not JSON". */
  readonly problems: readonly { readonly line: number; readonly reason: string }[]
}

export interface SimulationRow {
  readonly key: string
  readonly requests: number
  readonly admitted: number
  readonly throttled: number
  readonly outcomes: { readonly [outcome: string]: number }
}

/** What charts do not show. */
export interface SimulationAnswers {
  /** Cached answers about one caller that another one got (anti-pattern 5 of guide 000). */
  readonly leakedReads: number
  /** Cached answers served after the data behind them had changed. */
  readonly staleReads: number
  /** Requests let through on a kept authorizer result after their caller was revoked (anti-pattern 7). */
  readonly allowedAfterRevocation: number
  /** Of the last of them, seconds after the revocation; 0 when there was none. */
  readonly revocationDelayInSeconds: number
  readonly cacheEvictions: number
  /** By routeKey, of routes that are cached. */
  readonly hitRatioByRoute: { readonly [routeKey: string]: number }
  readonly retries: {
    /** Requests that were an attempt after the first. */
    readonly attempts: number
    /** Requests for each first attempt: 1 when nobody retries. */
    readonly amplification: number
    /** First attempts, of clients that retry, whose every attempt failed. */
    readonly givenUp: number
  }
  /**
   * What the clients waited for, retries and the way there and back included: from the first attempt until the last answer. Over those
   * that a backend or the cache answered in the end.
   */
  readonly clientLatency: { readonly p50: number; readonly p95: number; readonly p99: number }
  /** Calls that had to wait for a backend, how long these waited on average, and calls that found it cold. */
  readonly backend: { readonly queued: number; readonly meanWaitMs: number; readonly coldStarts: number }
  /** The busiest second against each limit, fullest first. */
  readonly headroom: readonly Headroom[]
}

export interface Headroom {
  /** "POST /orders", "acme-web on Premium, a month". */
  readonly label: string
  readonly level: LimitChange['level'] | 'quota' | 'concurrency'
  readonly used: number
  readonly limit: number
}
