import type { LatencyDistribution } from '@shared/design/scenario'
import type { Millis } from '../engine/millis'
import { exp } from './exp'
import { Random } from './random'
import { exponentialOf, normalOf } from './ziggurat'

const BLOCK = 64
/** No normal draw from 32 bits is farther from 0. With a median of 0 ms or a sigma of 70, powers are beyond what `exp` covers. */
const LARGEST_NORMAL = 11

/** Latencies from a stream of their own, drawn a block at a time: neighbours in a tight loop overlap, single draws do not. */
export class LatencyModel {
  private readonly random: Random
  private readonly distribution: LatencyDistribution
  private readonly block = new Float64Array(BLOCK)
  private readonly bits = new Int32Array(BLOCK)
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
    this.random.fill(this.bits)
    for (let i = 0; i < BLOCK; i++) this.block[i] = exponentialOf(this.bits[i]!, this.random) * meanMs
  }

  private fillLognormal(mu: number, sigma: number): void {
    this.random.fill(this.bits)
    if (Math.abs(mu) + LARGEST_NORMAL * sigma > 700) {
      for (let i = 0; i < BLOCK; i++) this.block[i] = Math.exp(mu + sigma * normalOf(this.bits[i]!, this.random))
      return
    }
    for (let i = 0; i < BLOCK; i++) this.block[i] = exp(mu + sigma * normalOf(this.bits[i]!, this.random))
  }
}
