import type { SampledRequest } from '@shared/contract/snapshot'
import { OUTCOMES } from '@shared/outcome'
import type { Flight } from '../engine/flight'
import type { Millis } from '../engine/millis'
import { OUTCOME_STRIDE } from '../engine/outcome'
import { Random } from './random'

/** 20 outcomes with 50 each: at most 1,000 samples, and the rare outcomes are among them. */
export const SAMPLES_PER_OUTCOME = 50
const SAMPLE_STREAM = 3_000_001

/**
 * A uniform sample of each outcome's requests. How many to pass over before the next one is drawn ahead, so that a request that is not
 * kept costs one decrement. Source: Li, "Reservoir-Sampling Algorithms of Time Complexity O(n(1 + log(N/n)))", algorithm L.
 */
export class SampleReservoirs {
  /** By outcome: requests until one is kept. The recorder counts it down. */
  readonly until = new Int32Array(OUTCOME_STRIDE).fill(1)
  private readonly kept: SampledRequest[][] = OUTCOMES.map(() => [])
  private readonly weight = new Float64Array(OUTCOME_STRIDE).fill(1)
  private readonly random: Random

  constructor(seed: number) {
    this.random = new Random(seed, SAMPLE_STREAM)
  }

  take(flight: Flight, latencyMs: Millis): void {
    const { outcome } = flight
    const kept = this.kept[outcome]!
    const sample = {
      requestId: flight.id,
      atMs: flight.startedAt,
      route: flight.route,
      apiKey: flight.apiKey,
      outcome,
      latencyMs,
    }
    if (kept.length < SAMPLES_PER_OUTCOME) kept.push(sample)
    else kept[Math.floor(this.random.uniform() * SAMPLES_PER_OUTCOME)] = sample
    this.until[outcome] = kept.length < SAMPLES_PER_OUTCOME ? 1 : this.skip(outcome)
  }

  /** By time. `apiKey` is an index of the runtime here. */
  all(): SampledRequest[] {
    return this.kept.flat().sort((a, b) => a.requestId - b.requestId)
  }

  find(requestId: number): SampledRequest | undefined {
    return this.kept.flat().find((sample) => sample.requestId === requestId)
  }

  private skip(outcome: number): number {
    this.weight[outcome]! *= Math.exp(Math.log(this.random.uniform()) / SAMPLES_PER_OUTCOME)
    const passed = Math.floor(Math.log(this.random.uniform()) / Math.log(1 - this.weight[outcome]!))
    return Math.min(passed + 1, 2 ** 31 - 1)
  }
}
