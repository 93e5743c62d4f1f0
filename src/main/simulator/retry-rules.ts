import {
  DEFAULT_RETRY_ATTEMPTS,
  DEFAULT_RETRY_MAX_DELAY_MS,
  DEFAULT_RETRY_STATUSES,
  type RetryPolicy,
} from '@shared/design/scenario'
import type { Flight } from '../engine/flight'
import type { Millis } from '../engine/millis'
import { OUTCOME_STRIDE } from '../engine/outcome'
import type { Random } from './random'

/** Retries that can be saved up for bad times: without an end, an hour of peace would pay for a storm. */
const LARGEST_BUDGET = 100
/** Ten times a tenth is a little less than one. */
const WHOLE = 1 - 1e-9

/** One source's retry policy, with what is left of its budget. */
export class RetryRules {
  private readonly policy: RetryPolicy
  private readonly random: Random
  /** By `route * OUTCOME_STRIDE + outcome`: 1 where the client tries again. */
  private readonly isFailure: Uint8Array
  private readonly maxAttempts: number
  private readonly maxDelayMs: Millis
  private readonly isSpread: boolean
  private budget = 0

  /** `seen`: the statuses of the run, as `runStatuses` gives them. */
  constructor(policy: RetryPolicy, random: Random, seen: Uint16Array) {
    const statuses = policy.statuses ?? DEFAULT_RETRY_STATUSES
    this.policy = policy
    this.random = random
    this.isFailure = Uint8Array.from(seen, (status) => (statuses.includes(status) ? 1 : 0))
    this.maxAttempts = policy.maxAttempts ?? DEFAULT_RETRY_ATTEMPTS
    this.maxDelayMs = policy.maxDelayMs ?? DEFAULT_RETRY_MAX_DELAY_MS
    this.isSpread = (policy.jitter ?? (policy.type === 'EXPONENTIAL' ? 'FULL' : 'NONE')) === 'FULL'
  }

  /** A first attempt is made, which pays for a part of a retry. */
  earn(): void {
    const { budget } = this.policy
    if (budget !== undefined) this.budget = Math.min(this.budget + budget, LARGEST_BUDGET)
  }

  isFailed({ route, outcome }: Flight): boolean {
    return this.isFailure[route * OUTCOME_STRIDE + outcome] === 1
  }

  /** Milliseconds to wait before a retry, the first of which is 1; null when there is none. A retry that is granted is paid for. */
  delayBefore(retry: number): Millis | null {
    if (retry >= this.maxAttempts || !this.pay()) return null
    const longest = Math.min(this.policy.delayMs * this.growth(retry), this.maxDelayMs)
    return this.isSpread ? this.random.uniform() * longest : longest
  }

  private growth(retry: number): number {
    return this.policy.type === 'EXPONENTIAL' ? 2 ** (retry - 1) : 1
  }

  private pay(): boolean {
    if (this.policy.budget === undefined) return true
    if (this.budget < WHOLE) return false
    this.budget = Math.max(0, this.budget - 1)
    return true
  }
}
