import type { LatencyDistribution } from '@shared/design/scenario'
import type { Millis } from '../engine/millis'
import { Random } from './random'
import { exponential, normal } from './ziggurat'

const BLOCK = 64

/** Latencies from a stream of their own, drawn a block at a time: neighbours in a tight loop overlap, single draws do not. */
export class LatencyModel {
  private readonly random: Random
  private readonly distribution: LatencyDistribution
  private readonly block = new Float64Array(BLOCK)
  private used = BLOCK

  constructor(distribution: LatencyDistribution, seed: number, stream: number) {
    this.distribution = distribution
    this.random = new Random(seed, stream)
  }

  next(): Millis {
    if (this.used === BLOCK) this.refill()
    return this.block[this.used++]!
  }

  private refill(): void {
    this.used = 0
    const model = this.distribution
    if (model.distribution === 'CONSTANT') this.block.fill(model.valueMs)
    else if (model.distribution === 'EXPONENTIAL') this.fillExponential(model.meanMs)
    else this.fillLognormal(Math.log(model.medianMs), model.sigma)
  }

  private fillExponential(meanMs: number): void {
    for (let i = 0; i < BLOCK; i++) this.block[i] = exponential(this.random) * meanMs
  }

  private fillLognormal(mu: number, sigma: number): void {
    for (let i = 0; i < BLOCK; i++) this.block[i] = Math.exp(mu + sigma * normal(this.random))
  }
}
