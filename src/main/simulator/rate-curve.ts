import type { Millis } from '../engine/millis'

/** A point of a rate that goes in straight lines from point to point. Two at the same time are a jump. Requests per millisecond. */
export interface RateKnot {
  readonly at: Millis
  readonly rate: number
}

/**
 * How many requests are expected by a time, and when so many are: the rate's integral and its exact inverse. Before the first knot and
 * after the last the rate is 0, unless the curve has a period: then it begins anew, the first knot being at 0 and the last at the period.
 */
export class RateCurve {
  private readonly begins: Float64Array
  private readonly lengths: Float64Array
  private readonly rates: Float64Array
  private readonly slopes: Float64Array
  /** Expected before each segment, and in all of them. */
  private readonly counts: Float64Array
  private readonly total: number
  private readonly period: Millis
  /** Of the last answer of `timeOf`. */
  private round = 0
  private segment = 0

  constructor(knots: readonly RateKnot[], period: Millis = Infinity) {
    const segments = knots.slice(1).flatMap((to, i) => {
      const from = knots[i]!
      return to.at > from.at ? [{ from, to, length: to.at - from.at }] : []
    })
    this.begins = Float64Array.from(segments, ({ from }) => from.at)
    this.lengths = Float64Array.from(segments, ({ length }) => length)
    this.rates = Float64Array.from(segments, ({ from }) => from.rate)
    this.slopes = Float64Array.from(segments, ({ from, to, length }) => (to.rate - from.rate) / length)
    this.counts = new Float64Array(segments.length + 1)
    segments.forEach(({ from, to, length }, i) => {
      this.counts[i + 1] = this.counts[i]! + ((from.rate + to.rate) / 2) * length
    })
    this.total = this.counts[segments.length]!
    this.period = period
  }

  /** When this many are expected; Infinity for never. Never ask for fewer than the last time. */
  timeOf(expected: number): Millis {
    const { counts, total } = this
    const round = Math.floor(expected / total)
    // Also where nothing is ever expected: no number, or infinitely many rounds.
    if (!(round < (this.period === Infinity ? 1 : Infinity))) return Infinity
    if (round !== this.round) {
      this.round = round
      this.segment = 0
    }
    const inRound = expected - round * total
    while (this.segment < this.begins.length - 1 && inRound >= counts[this.segment + 1]!) this.segment++
    const { segment } = this
    const begins = this.begins[segment]! + (round === 0 ? 0 : round * this.period)
    return begins + timeInSegment(inRound - counts[segment]!, this.rates[segment]!, this.slopes[segment]!)
  }

  /** How many are expected from the beginning until this time. */
  expectedBy(time: Millis): number {
    const round = this.period === Infinity ? 0 : Math.floor(time / this.period)
    const inRound = round === 0 ? time : time - round * this.period
    return this.begins.reduce((sum, begins, i) => {
      const spent = Math.min(Math.max(0, inRound - begins), this.lengths[i]!)
      return sum + spent * (this.rates[i]! + (spent * this.slopes[i]!) / 2)
    }, round * this.total)
  }
}

/** Expected events grow as a t + slope t^2 / 2; this gives t, in the form that does not cancel. */
function timeInSegment(events: number, a: number, slope: number): Millis {
  if (events <= 0) return 0
  // Below 0 by rounding only, where a segment falls to nothing.
  return (2 * events) / (a + Math.sqrt(Math.max(0, a * a + 2 * slope * events)))
}
