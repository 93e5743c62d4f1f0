import type { Millis } from '../engine/millis'
import type { Runtime } from '../engine/runtime'
import type { TokenBuckets } from '../engine/state/token-buckets'

const SECOND: Millis = 1000
/** A quota's period may end together with a second: what was used is looked at just before. */
const BEFORE: Millis = 0.5

/**
 * How close every limit came to its end: the requests that asked a bucket in its busiest second, the most that was used of a quota.
 * Looked at once a second of virtual time, from what the stores count anyway.
 */
export class BusiestSeconds {
  /** When the second under way ends. */
  endsAt: Millis = SECOND
  readonly methods: BusiestSecond
  readonly plans: BusiestSecond
  readonly planMethods: BusiestSecond
  readonly account: BusiestSecond
  /** New connections to WebSocket APIs. */
  readonly connections: BusiestSecond
  /** By row of the usage-plan tables. */
  readonly quotaUsed: Float64Array
  private readonly runtime: Runtime
  private readonly quotaRows: readonly number[]

  constructor(runtime: Runtime) {
    this.runtime = runtime
    this.methods = new BusiestSecond(runtime.methodBuckets)
    this.plans = new BusiestSecond(runtime.usagePlanBuckets)
    this.planMethods = new BusiestSecond(runtime.planMethodBuckets)
    this.account = new BusiestSecond(runtime.accountBucket)
    this.connections = new BusiestSecond(runtime.connectionBucket)
    this.quotaUsed = new Float64Array(runtime.names.planKeys.length)
    this.quotaRows = runtime.names.planKeys.flatMap((_, row) =>
      runtime.quotas.quotaOf(row) === undefined ? [] : [row],
    )
  }

  /** The second is over. */
  roll(): void {
    this.methods.roll()
    this.plans.roll()
    this.planMethods.roll()
    this.account.roll()
    this.connections.roll()
    const { quotas } = this.runtime
    for (const row of this.quotaRows) {
      const used = quotas.quotaOf(row)!.limit - quotas.left(row, this.endsAt - BEFORE)
      this.quotaUsed[row] = Math.max(this.quotaUsed[row]!, used)
    }
    this.endsAt += SECOND
  }
}

/** The busiest second of each bucket of one kind, measured by the rate that it had then. */
class BusiestSecond {
  private readonly buckets: TokenBuckets
  private readonly askedBefore: Uint32Array
  private readonly asked: Uint32Array
  private readonly rates: Float64Array

  constructor(buckets: TokenBuckets) {
    this.buckets = buckets
    this.askedBefore = new Uint32Array(buckets.count)
    this.asked = new Uint32Array(buckets.count)
    this.rates = new Float64Array(buckets.count)
  }

  roll(): void {
    const { buckets, askedBefore, asked, rates } = this
    for (let index = 0; index < askedBefore.length; index++) {
      const now = (buckets.asked[index]! - askedBefore[index]!) >>> 0
      if (now === 0) continue
      askedBefore[index] = buckets.asked[index]!
      if (!buckets.isLimited(index)) continue
      const rate = buckets.rate(index)
      if (asked[index] !== 0 && now * rates[index]! <= asked[index]! * rate) continue
      asked[index] = now
      rates[index] = rate
    }
  }

  /** Of the buckets that were asked while they were limited. Requests, and requests per second. */
  peaks(): { readonly index: number; readonly used: number; readonly limit: number }[] {
    const all = Array.from(this.asked, (used, index) => ({ index, used, limit: this.rates[index]! }))
    return all.filter(({ used }) => used > 0)
  }
}
