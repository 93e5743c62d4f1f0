import type { TrafficSource } from '@shared/design/scenario'
import type { Millis } from '../engine/millis'
import { Arrivals } from './arrivals'
import { FactDraws } from './fact-draws'
import { BLOCK, SOURCE_STREAM, type DrawsContext, type RequestDraws } from './request-draws'

/** The requests of a source that does not wait for answers, a block at a time. */
export class SourceDraws implements RequestDraws {
  readonly time = new Float64Array(BLOCK)
  readonly route: Int32Array
  readonly apiKey: Int32Array
  readonly identity: Int32Array
  readonly item: Int32Array
  readonly flags: Uint8Array
  at = BLOCK - 1
  private readonly arrivals: Arrivals
  private readonly facts: FactDraws

  constructor(source: TrafficSource, context: DrawsContext) {
    const { durationMs, seed, stream, epoch } = context
    this.arrivals = new Arrivals(source.shape, durationMs, seed, stream + SOURCE_STREAM.arrivals, epoch)
    this.facts = new FactDraws(source, context)
    this.route = this.facts.route
    this.apiKey = this.facts.apiKey
    this.identity = this.facts.identity
    this.item = this.facts.item
    this.flags = this.facts.flags
  }

  step(): Millis {
    if (++this.at === BLOCK) this.refill()
    return this.time[this.at]!
  }

  private refill(): void {
    this.at = 0
    this.arrivals.nextBlock(this.time)
    this.facts.draw()
    this.facts.sendToCanary()
  }
}
