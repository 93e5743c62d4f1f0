/** 64 buckets for each doubling, from 2^-23 ms to 2^41 ms: a percentile is at most 1.1 % off. */
const BUCKETS = 4096
const BUCKETS_PER_DOUBLING = 64
const LOWEST_EXPONENT = -23

/** Latencies by size, read off the bits of the double. Units: milliseconds. */
export class Histogram {
  readonly counts = new Uint32Array(BUCKETS)
  private readonly double = new Float64Array(1)
  private readonly words = new Uint32Array(this.double.buffer)

  record(latencyMs: number): void {
    this.double[0] = latencyMs
    this.counts[((this.words[1]! >>> 14) - 64_000) & (BUCKETS - 1)]!++
  }

  /** Add the counts to another histogram and forget them. */
  moveTo(other: Histogram): void {
    for (let bucket = 0; bucket < BUCKETS; bucket++) other.counts[bucket]! += this.counts[bucket]!
    this.counts.fill(0)
  }

  /** The middle of the highest bucket in use; NaN without records. */
  max(): number {
    const highest = this.counts.findLastIndex((count) => count > 0)
    return highest === -1 ? NaN : middleOf(highest)
  }

  /** The middle of the bucket that holds each share (0 to 1) of the records, in the order asked; NaN without records. Shares ascend. */
  percentiles(shares: readonly number[]): number[] {
    const total = this.total()
    if (total === 0) return shares.map(() => NaN)
    let seen = 0
    let bucket = -1
    return shares.map((share) => {
      while (seen < share * total && bucket < BUCKETS - 1) seen += this.counts[++bucket]!
      return middleOf(Math.max(bucket, 0))
    })
  }

  private total(): number {
    let total = 0
    for (let bucket = 0; bucket < BUCKETS; bucket++) total += this.counts[bucket]!
    return total
  }
}

/** Within a doubling the buckets are evenly wide. */
function middleOf(bucket: number): number {
  const doubling = Math.floor(bucket / BUCKETS_PER_DOUBLING)
  const within = (bucket % BUCKETS_PER_DOUBLING) + 0.5
  return 2 ** (doubling + LOWEST_EXPONENT) * (1 + within / BUCKETS_PER_DOUBLING)
}
