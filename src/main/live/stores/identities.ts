import { ABSENT } from '../../engine/flight'
import type { AuthorizerResults } from '../../engine/state/authorizer-results'
import type { CacheLabel } from './cache-label'
import { digestOf } from './digest'
import { Interner } from './interner'

/** How many callers the authorizers' result cache can tell apart. */
export const IDENTITY_SLOTS = 10_000

export interface KeptResult<Result> {
  readonly slot: number
  readonly result: Result
  readonly label: CacheLabel
}

/**
 * Callers by slot, one slot for each authorizer, stage and identity, with the results that belong to them: the core keeps until when a
 * result holds, this keeps the policy and the context themselves.
 */
export class Identities<Result> {
  private readonly interner: Interner
  private readonly first: number
  private readonly kept = new Map<number, KeptResult<Result>>()

  /** Takes `slots` slots of the core's from `first` on. */
  constructor(timing: AuthorizerResults, slots: number = IDENTITY_SLOTS, first = 0) {
    this.first = first
    this.interner = new Interner(slots, (inner) => {
      timing.drop(first + inner)
      this.kept.delete(first + inner)
    })
  }

  /** `authorizer` is its index in the runtime, which tells stages apart as well. ABSENT when requests in progress hold every slot. */
  hold(authorizer: number, values: readonly string[]): number {
    const inner = this.interner.hold(digestOf([authorizer, ...values]))
    return inner === ABSENT ? ABSENT : this.first + inner
  }

  release(slot: number): void {
    this.interner.release(slot - this.first)
  }

  keep(slot: number, result: Result, label: CacheLabel): void {
    this.kept.set(slot, { slot, result, label })
  }

  result(slot: number): Result | undefined {
    return this.kept.get(slot)?.result
  }

  /** Those that are out of date as well. */
  entries(): KeptResult<Result>[] {
    return [...this.kept.values()]
  }
}
