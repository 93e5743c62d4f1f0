import type { AuthorizerResult } from '../../engine/authorizers/authorizer-result'
import type { AuthorizerResults } from '../../engine/state/authorizer-results'
import type { CacheLabel } from './cache-label'
import { digestOf } from './digest'
import { Interner } from './interner'

/** How many callers the authorizers' result cache can tell apart. */
export const IDENTITY_SLOTS = 10_000

interface KeptResult {
  readonly slot: number
  readonly result: AuthorizerResult
  readonly label: CacheLabel
}

/**
 * Callers by slot, one slot for each authorizer, stage and identity, with the results that belong to them: the core keeps until when a
 * result holds, this keeps the policy and the context themselves.
 */
export class Identities {
  private readonly interner: Interner
  private readonly kept = new Map<number, KeptResult>()

  constructor(timing: AuthorizerResults, slots: number = IDENTITY_SLOTS) {
    this.interner = new Interner(slots, (slot) => {
      timing.drop(slot)
      this.kept.delete(slot)
    })
  }

  /** `authorizer` is its index in the runtime, which tells stages apart as well. */
  hold(authorizer: number, values: readonly string[]): number {
    return this.interner.hold(digestOf([authorizer, ...values]))
  }

  release(slot: number): void {
    this.interner.release(slot)
  }

  keep(slot: number, result: AuthorizerResult, label: CacheLabel): void {
    this.kept.set(slot, { slot, result, label })
  }

  result(slot: number): AuthorizerResult | undefined {
    return this.kept.get(slot)?.result
  }

  /** Those that are out of date as well. */
  entries(): KeptResult[] {
    return [...this.kept.values()]
  }
}
