import type { ThrottleLevel } from '@shared/contract/snapshot'
import type { GatewayResponseType } from '@shared/design/gateway-response'
import type { Severity } from '@shared/diagnostic'
import type { LadderStep } from './ladder-step'

/** One row of the ladder of a route as it is designed: everything it shows, already in words. */
export interface LadderRow {
  readonly step: LadderStep
  readonly label: string
  /** The small line under the label: "TOKEN", "3 buckets apply". */
  readonly kind: string
  /** `off`: set up but switched off. `absent`: not part of this route. */
  readonly state: 'on' | 'off' | 'absent'
  readonly main: readonly LadderText[]
  readonly muted: string
  readonly exits: readonly LadderExit[]
  /** In evaluation order, only those that apply; shown instead of `main`. */
  readonly buckets?: readonly LadderBucket[]
  /** The worst problem of this step. */
  readonly finding?: LadderFinding
}

/** A run of words in one style. A chip has a tinted ground. */
export interface LadderText {
  readonly text: string
  readonly isMono?: boolean
  readonly chip?: 'success' | 'warning' | 'danger'
}

/** Where a request may leave the ladder early. `status` is digits, or "hit" for an answer from the cache. */
export interface LadderExit {
  readonly status: string
  readonly responseType?: GatewayResponseType
  /** Shown beside the status; a short exit shows its status alone. */
  readonly text?: string
}

/** A token bucket that a request passes. Units: requests per second, requests. */
export interface LadderBucket {
  readonly level: ThrottleLevel
  /** Short, as in "Plan, key", "Method", "Account". */
  readonly label: string
  readonly rateLimit: number
  readonly burstLimit: number
  /** The tightest of the route's buckets. */
  readonly decides: boolean
}

export interface LadderFinding {
  readonly severity: Severity
  readonly text: string
}
