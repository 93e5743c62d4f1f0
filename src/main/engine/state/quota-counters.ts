import type { QuotaSettings } from '@shared/design/usage-plan'
import { quotaPeriodEnd } from '../calendar'
import type { Millis } from '../millis'

const CELLS = 2

/**
 * Requests left in the current period, by row of the usage-plan tables (one per plan and key). A row without a quota never runs out.
 * Source: service model, QuotaSettings: the offset shortens the first period. Periods are those of `quotaPeriodEnd`.
 */
export class QuotaCounters {
  private readonly cells: Float64Array
  private readonly quotas: readonly (QuotaSettings | undefined)[]
  private readonly epoch: number

  /** `epoch`: milliseconds since 1970 at time 0. */
  constructor(quotas: readonly (QuotaSettings | undefined)[], epoch: number) {
    this.quotas = quotas
    this.epoch = epoch
    this.cells = new Float64Array(quotas.length * CELLS).fill(Infinity)
    quotas.forEach((quota, row) => {
      if (quota) this.begin(row, quota, quota.limit - (quota.offset ?? 0), 0)
    })
  }

  /** Requests left, in the period that holds `now`. */
  left(row: number, now: Millis): number {
    if (now >= this.cells[row * CELLS + 1]!) this.roll(row, now)
    return this.cells[row * CELLS]!
  }

  count(row: number): void {
    this.cells[row * CELLS]! -= 1
  }

  /** Milliseconds until the period ends; Infinity without a quota. */
  resetsIn(row: number, now: Millis): Millis {
    return this.cells[row * CELLS + 1]! - now
  }

  quotaOf(row: number): QuotaSettings | undefined {
    return this.quotas[row]
  }

  private roll(row: number, now: Millis): void {
    const quota = this.quotas[row]!
    this.begin(row, quota, quota.limit, now)
  }

  private begin(row: number, quota: QuotaSettings, left: number, now: Millis): void {
    this.cells[row * CELLS] = left
    this.cells[row * CELLS + 1] = quotaPeriodEnd(this.epoch + now, quota.period) - this.epoch
  }
}
