import type { ReplayReport } from '@shared/contract/simulation'
import type { Millis } from '../engine/millis'
import type { LogReader } from './replay/log-reader'
import type { ReplayTargets } from './replay/replay-targets'
import type { CanaryTraffic } from './traffic-tables'

/** Bits of `Flight.flags`. */
export const INVALID_BODY_FLAG = 1
export const WRONG_KEY_FLAG = 2
export const MISSING_TOKEN_FLAG = 4
export const CACHE_BYPASS_FLAG = 8
export const EXPIRED_TOKEN_FLAG = 16

/** Requests that are drawn at a time. */
export const BLOCK = 512

/** Streams that one source uses, of which the first ones are for the arrivals and the facts of requests. */
export const STREAMS_PER_SOURCE = 16

/** Streams of a source, counted from its first one. */
export const SOURCE_STREAM = {
  arrivals: 0,
  route: 1,
  apiKey: 2,
  identity: 3,
  item: 4,
  invalidBodies: 5,
  wrongApiKeys: 6,
  missingTokens: 7,
  cacheBypasses: 8,
  canary: 9,
  expiredTokens: 10,
  /** For the loop: how long a user of a CLOSED_LOOP thinks, how far away the client is, how long it waits before it tries again. */
  thinkTime: 11,
  clientLatency: 12,
  retryDelay: 13,
} as const

/**
 * The requests of one source, in the order they come: when each comes, what it asks for and carries. The columns are indexes of the
 * runtime's and traffic's tables; -1 for no API key.
 */
export interface RequestDraws {
  /** Ascending; Infinity when the source has no more. */
  readonly time: Float64Array
  readonly route: Int32Array
  readonly apiKey: Int32Array
  readonly identity: Int32Array
  readonly item: Int32Array
  /** Of the bits above. */
  readonly flags: Uint8Array
  /** Where the facts of the request stand that comes next. */
  readonly at: number
  /** Step to the next request, whose facts then stand at `at`; returns when it comes. */
  step(): Millis
}

/** What the draws of a source need to know besides it. */
export interface DrawsContext {
  readonly durationMs: Millis
  /** When the run begins, in milliseconds since 1970. */
  readonly epoch: number
  /** Indexes in the runtime, by position in the source. */
  readonly routes: readonly number[]
  readonly apiKeys: readonly number[]
  readonly uses: UsedFacts
  readonly seed: number
  /** The first of the source's streams. */
  readonly stream: number
  readonly canary: CanaryTraffic | null
  /** For REPLAY. */
  readonly replay?: ReplayContext
}

/** Which facts some route of the design looks at; the others are not drawn. */
export interface UsedFacts {
  readonly apiKeys: boolean
  readonly identities: boolean
  readonly items: boolean
}

/** What a log is read with. */
export interface ReplayContext {
  readonly openLog: (file: string) => LogReader
  readonly targets: ReplayTargets
  /** Told once for each source, when it has no more to send: its log is read up to the end of the run, or its own. */
  readonly onReport?: (report: ReplayReport) => void
}
