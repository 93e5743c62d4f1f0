import type { TrafficShape, TrafficSource } from '@shared/design/scenario'
import type { Millis } from '../engine/millis'
import { Arrivals, endOf } from './arrivals'
import { FactDraws, SPARE } from './fact-draws'
import { BLOCK, SOURCE_STREAM, type DrawsContext, type RequestDraws } from './request-draws'

/** A source of users, each of whom sends again some time after the answer. */
export type ClosedLoopSource = TrafficSource & { readonly shape: Extract<TrafficShape, { type: 'CLOSED_LOOP' }> }

/**
 * The requests of a CLOSED_LOOP source. `step` gives the first request of each user; who follows the answers (the simulation's loop) gives
 * the others to `stepAt`, at their times.
 */
export class ClosedLoopDraws implements RequestDraws {
  readonly time = new Float64Array(BLOCK + 1)
  readonly route: Int32Array
  readonly apiKey: Int32Array
  readonly identity: Int32Array
  readonly item: Int32Array
  readonly flags: Uint8Array
  at = BLOCK - 1
  /** A user sends nothing at this time or later. */
  readonly end: Millis
  private readonly facts: FactDraws
  private readonly firstSends = new Float64Array(BLOCK)
  private readonly arrivals: Arrivals
  private sent = BLOCK

  constructor(source: ClosedLoopSource, context: DrawsContext) {
    const { durationMs, seed, stream } = context
    this.end = endOf(source.shape, durationMs)
    this.arrivals = new Arrivals(source.shape, durationMs, seed, stream + SOURCE_STREAM.arrivals)
    this.facts = new FactDraws(source, context)
    this.route = this.facts.route
    this.apiKey = this.facts.apiKey
    this.identity = this.facts.identity
    this.item = this.facts.item
    this.flags = this.facts.flags
  }

  /** The first request of the next user. */
  step(): Millis {
    this.drawFacts()
    return (this.time[this.at] = this.nextFirstSend())
  }

  /**
   * One more request at `time`, not later than what `step` said last. Its facts stand at the index that this returns, until the next call
   * of `stepAt`; they are those that stood at `at`. What `step` said comes at the time it said, with the facts drawn next, at the new `at`.
   */
  stepAt(time: Millis): number {
    const next = this.time[this.at]!
    this.facts.putAside(this.at)
    this.time[SPARE] = time
    this.drawFacts()
    this.time[this.at] = next
    return SPARE
  }

  private drawFacts(): void {
    if (++this.at < BLOCK) return
    this.at = 0
    this.facts.draw()
    this.facts.sendToCanary()
  }

  private nextFirstSend(): Millis {
    if (this.sent === BLOCK) {
      this.sent = 0
      this.arrivals.nextBlock(this.firstSends)
    }
    return this.firstSends[this.sent++]!
  }
}
