import type { Scenario } from '@shared/design/scenario'
import type { Millis } from '../../engine/millis'
import { Arrivals } from '../arrivals'

const PUSH_STREAM = 4_100_000
const BLOCK = 64

/** When the backends push by themselves: the times of all pushes of a scenario as one stream. */
export class PushArrivals {
  nextAt: Millis = Infinity
  /** Which push comes at `nextAt`. */
  push = 0
  private readonly sources: readonly Arrivals[]
  private readonly times: readonly Float64Array[]
  private readonly at: Int32Array

  constructor({ webSocket = {}, durationInSeconds, seed }: Scenario, epoch: number) {
    const { pushes = [] } = webSocket
    this.sources = pushes.map(
      ({ shape }, index) => new Arrivals(shape, durationInSeconds * 1000, seed, PUSH_STREAM + index, epoch),
    )
    this.times = this.sources.map((arrivals) => {
      const times = new Float64Array(BLOCK)
      arrivals.nextBlock(times)
      return times
    })
    this.at = new Int32Array(pushes.length)
    this.findNext()
  }

  /** To the one after `nextAt`. */
  step(): void {
    const { push } = this
    if (++this.at[push]! === BLOCK) {
      this.sources[push]!.nextBlock(this.times[push]!)
      this.at[push] = 0
    }
    this.findNext()
  }

  private findNext(): void {
    this.nextAt = Infinity
    for (let push = 0; push < this.times.length; push++) {
      const time = this.times[push]![this.at[push]!]!
      if (time >= this.nextAt) continue
      this.nextAt = time
      this.push = push
    }
  }
}
