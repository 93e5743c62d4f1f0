import type { LatencyDistribution, Popularity } from '@shared/design/scenario'
import type { LoadRoute } from './load-route'
import type { RatePoint } from './rate-profile'

/** A scenario as a tool that sends real requests plays it: what the k6 and the Artillery file have in common. */
export interface LoadPlan {
  readonly scenarioName: string
  /** Where the local gateway answers unless it is told otherwise: "http://127.0.0.1:3000/a1b2c3d4e5/prod". */
  readonly baseUrl: string
  readonly durationInSeconds: number
  readonly seed: number
  readonly sources: readonly LoadSource[]
  /** Every API key that some source sends. */
  readonly keys: readonly LoadKey[]
  readonly usesTokens: boolean
  /** What no such tool can carry, a line each. */
  readonly notes: readonly string[]
}

/** An API key by the environment variable that holds its value. */
export interface LoadKey {
  readonly name: string
  /** "API_KEY_ACME_WEB". */
  readonly variable: string
}

export interface LoadSource {
  readonly name: string
  /** Letters, figures and underscores; no other source has it. */
  readonly id: string
  readonly arrival: LoadArrival
  readonly routes: readonly LoadRoute[]
  /** Empty when no key is sent. */
  readonly keys: readonly (LoadKey & { readonly weight: number })[]
  readonly identities: Popularity
  readonly items: Popularity
  readonly shares: LoadShares
  readonly retry: LoadRetry | null
}

export type LoadArrival =
  | { readonly kind: 'rate'; readonly profile: readonly RatePoint[]; readonly isPoisson: boolean }
  | {
      readonly kind: 'users'
      readonly users: number
      readonly rampUpInSeconds: number
      /** Seconds from the start of the run. */
      readonly from: number
      readonly to: number
      readonly thinkTime: LatencyDistribution
    }

/** Of the requests, 0 to 1. */
export interface LoadShares {
  readonly invalidBodies: number
  readonly missingTokens: number
  readonly expiredTokens: number
  readonly deniedIdentities: number
  readonly wrongApiKeys: number
  readonly cacheBypasses: number
}

/** A retry policy with nothing left to default. `budget` is null without a limit. */
export interface LoadRetry {
  readonly type: 'FIXED' | 'EXPONENTIAL'
  readonly delayMs: number
  readonly maxDelayMs: number
  readonly jitter: 'NONE' | 'FULL'
  readonly maxAttempts: number
  readonly statuses: readonly number[]
  readonly budget: number | null
}
