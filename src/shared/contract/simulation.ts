import type { Trace } from '../trace'
import type { ScenarioCheck } from '../design/scenario'

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
  readonly elapsedMs: number
  readonly requestsPerSecondOfWallClock: number
}

export interface SimulationRow {
  readonly key: string
  readonly requests: number
  readonly admitted: number
  readonly throttled: number
  readonly outcomes: { readonly [outcome: string]: number }
}
