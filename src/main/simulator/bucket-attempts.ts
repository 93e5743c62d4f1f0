import type { ThrottleSettings } from '@shared/design/design'
import type { Millis } from '../engine/millis'
import { TokenBuckets, UNLIMITED } from '../engine/state/token-buckets'

const PIECE = 2 ** 20

interface LimitSet {
  /** Attempts before it. */
  readonly after: number
  readonly now: Millis
  readonly limit: ThrottleSettings
}

/** When somebody asked one bucket for a token, from the run's beginning: enough to try other limits without the rest of the run. */
export class BucketAttempts {
  count = 0
  private readonly pieces: Float64Array[] = []
  private initial: ThrottleSettings = UNLIMITED
  private readonly changes: LimitSet[] = []

  /** Hears every question to a bucket, and every new limit of it, from now on. */
  listen(buckets: TokenBuckets, index: number): void {
    this.initial = buckets.limit(index)
    const take = buckets.take.bind(buckets)
    const setLimit = buckets.setLimit.bind(buckets)
    // In place of the methods, so that runs of which nobody asks this do not pay for it.
    buckets.take = (asked, now) => {
      if (asked === index) this.add(now)
      return take(asked, now)
    }
    buckets.setLimit = (changed, limit, now) => {
      if (changed === index) this.changes.push({ after: this.count, now, limit })
      setLimit(changed, limit, now)
    }
  }

  /**
   * Whether the bucket would have had a token for the attempt of this number, counted from 1, had it had another limit then: the one it
   * had from the beginning, or from the last change before.
   */
  wouldPass(limit: ThrottleSettings, number: number): boolean {
    const changes = this.changes.filter(({ after }) => after < number)
    const bucket = new TokenBuckets([changes.length === 0 ? limit : this.initial])
    let at = 0
    for (const [order, change] of changes.entries()) {
      for (; at < change.after; at++) bucket.take(0, this.timeOf(at))
      bucket.setLimit(0, order === changes.length - 1 ? limit : change.limit, change.now)
    }
    let isGiven = false
    for (; at < number; at++) isGiven = bucket.take(0, this.timeOf(at))
    return isGiven
  }

  private timeOf(at: number): Millis {
    return this.pieces[(at / PIECE) | 0]![at % PIECE]!
  }

  private add(now: Millis): void {
    const place = this.count % PIECE
    if (place === 0) this.pieces.push(new Float64Array(PIECE))
    this.pieces.at(-1)![place] = now
    this.count++
  }
}
