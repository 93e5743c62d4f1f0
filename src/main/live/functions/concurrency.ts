import type { FunctionBinding } from './function-binding'

/** Calls in progress of each function, against the concurrency reserved for it. */
export class Concurrency {
  private readonly calls = new Map<string, number>()

  /** False, and nothing is counted, when the function is throttled. Whoever entered leaves. */
  enter({ arn, reservedConcurrency }: FunctionBinding): boolean {
    const now = this.calls.get(arn) ?? 0
    if (reservedConcurrency !== null && now >= reservedConcurrency) return false
    this.calls.set(arn, now + 1)
    return true
  }

  leave({ arn }: FunctionBinding): void {
    const left = this.calls.get(arn)! - 1
    if (left === 0) this.calls.delete(arn)
    else this.calls.set(arn, left)
  }
}
