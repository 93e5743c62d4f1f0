import type { LatencyDistribution } from '@shared/design/scenario'
import type { Millis } from '../engine/millis'
import { exp } from './exp'
import { Random, uniformOf } from './random'
import { exponentialOf, normal, normalOf } from './ziggurat'

const BLOCK = 64
/** No normal draw from 32 bits is farther from 0. With a median of 0 ms or a sigma of 70, powers are beyond what `exp` covers. */
const LARGEST_NORMAL = 11
/** Half of the draws are 0 or more even where the mean is 0, so that more in a row come up once in 10^19 draws. */
const MOST_DRAWS_BELOW_0 = 64

/** Latencies from a stream of their own, drawn a block at a time: neighbours in a tight loop overlap, single draws do not. */
export class LatencyModel {
  private readonly random: Random
  private readonly distribution: LatencyDistribution
  /** Of EMPIRICAL: the values in order of size. */
  private readonly sorted: Float64Array
  private readonly block = new Float64Array(BLOCK)
  private readonly bits = new Int32Array(BLOCK)
  private used = BLOCK

  constructor(distribution: LatencyDistribution, seed: number, stream: number) {
    this.distribution = distribution
    this.sorted = Float64Array.from(distribution.distribution === 'EMPIRICAL' ? distribution.valuesMs : []).sort()
    this.random = new Random(seed, stream)
  }

  next(): Millis {
    if (this.used === BLOCK) this.refill()
    return this.block[this.used++]!
  }

  private refill(): void {
    this.used = 0
    const model = this.distribution
    switch (model.distribution) {
      case 'CONSTANT':
        this.block.fill(model.valueMs)
        break
      case 'UNIFORM':
        this.fillUniform(model.minMs, model.maxMs)
        break
      case 'NORMAL':
        this.fillNormal(model.meanMs, model.standardDeviationMs)
        break
      case 'LOGNORMAL':
        this.fillLognormal(Math.log(model.medianMs), model.sigma)
        break
      case 'EXPONENTIAL':
        this.fillExponential(model.meanMs)
        break
      case 'EMPIRICAL':
        this.fillEmpirical()
    }
  }

  private fillUniform(min: number, max: number): void {
    this.random.fill(this.bits)
    for (let i = 0; i < BLOCK; i++) this.block[i] = min + (max - min) * uniformOf(this.bits[i]!)
  }

  /** Cut off at 0: what is below is drawn again, so that nothing gathers at 0. */
  private fillNormal(mean: number, deviation: number): void {
    this.random.fill(this.bits)
    for (let i = 0; i < BLOCK; i++) {
      let latency = mean + deviation * normalOf(this.bits[i]!, this.random)
      for (let draws = 0; latency < 0 && draws < MOST_DRAWS_BELOW_0; draws++) {
        latency = mean + deviation * normal(this.random)
      }
      this.block[i] = Math.max(0, latency)
    }
  }

  private fillLognormal(mu: number, sigma: number): void {
    this.random.fill(this.bits)
    if (Math.abs(mu) + LARGEST_NORMAL * sigma > 700) {
      for (let i = 0; i < BLOCK; i++) this.block[i] = Math.exp(mu + sigma * normalOf(this.bits[i]!, this.random))
      return
    }
    for (let i = 0; i < BLOCK; i++) this.block[i] = exp(mu + sigma * normalOf(this.bits[i]!, this.random))
  }

  private fillExponential(meanMs: number): void {
    this.random.fill(this.bits)
    for (let i = 0; i < BLOCK; i++) this.block[i] = exponentialOf(this.bits[i]!, this.random) * meanMs
  }

  /** The inverse of the distribution that goes in straight lines from value to value, each gap with the same chance. */
  private fillEmpirical(): void {
    const { sorted } = this
    const gaps = sorted.length - 1
    this.random.fill(this.bits)
    for (let i = 0; i < BLOCK; i++) {
      const place = uniformOf(this.bits[i]!) * gaps
      const below = Math.floor(place)
      const value = sorted[below]!
      this.block[i] = value + (place - below) * (sorted[Math.min(below + 1, gaps)]! - value)
    }
  }
}
