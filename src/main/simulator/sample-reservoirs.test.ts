import { describe, expect, it } from 'vitest'
import { Flight } from '../engine/flight'
import { CACHED, INTEGRATED, THROTTLED_PLAN, type Outcome } from '../engine/outcome'
import { SampleReservoirs, SAMPLES_PER_OUTCOME } from './sample-reservoirs'

const flight = new Flight(0)

/** As the recorder does it. */
function offer(samples: SampleReservoirs, id: number, outcome: Outcome): void {
  flight.id = id
  flight.outcome = outcome
  if (--samples.until[outcome]! === 0) samples.take(flight, id / 10)
}

describe('SampleReservoirs', () => {
  it('keep every request of a rare outcome', () => {
    const samples = new SampleReservoirs(1)
    for (let id = 0; id < 10_000; id++) offer(samples, id, id % 1000 === 7 ? THROTTLED_PLAN : INTEGRATED)
    const rare = samples.all().filter(({ outcome }) => outcome === THROTTLED_PLAN)
    expect(rare.map(({ requestId }) => requestId)).toEqual([7, 1007, 2007, 3007, 4007, 5007, 6007, 7007, 8007, 9007])
    expect(samples.all().length).toBe(SAMPLES_PER_OUTCOME + 10)
  })

  it('keep what is known of a request, in the order of arrival', () => {
    const samples = new SampleReservoirs(1)
    flight.startedAt = 12.25
    flight.route = 3
    flight.apiKey = 1
    offer(samples, 20, CACHED)
    offer(samples, 10, INTEGRATED)
    const common = { atMs: 12.25, route: 3, apiKey: 1 }
    expect(samples.all()).toEqual([
      { requestId: 10, ...common, outcome: INTEGRATED, latencyMs: 1 },
      { requestId: 20, ...common, outcome: CACHED, latencyMs: 2 },
    ])
    expect([samples.find(20)?.outcome, samples.find(11)]).toEqual([CACHED, undefined])
  })

  it('give each of a thousand requests the same chance', () => {
    const runs = 600
    const perBin = 50
    const bins = new Float64Array(1000 / perBin)
    for (let seed = 0; seed < runs; seed++) {
      const samples = new SampleReservoirs(seed)
      for (let id = 0; id < 1000; id++) offer(samples, id, INTEGRATED)
      const kept = samples.all()
      expect(kept.length).toBe(SAMPLES_PER_OUTCOME)
      for (const { requestId } of kept) bins[Math.floor(requestId / perBin)]! += 1
    }
    const expected = (runs * SAMPLES_PER_OUTCOME) / bins.length
    const chiSquare = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // 19 degrees of freedom pass 43.8 once in a thousand.
    expect(chiSquare).toBeLessThan(43.8)
  })

  it('repeat with the seed', () => {
    const kept = (seed: number) => {
      const samples = new SampleReservoirs(seed)
      for (let id = 0; id < 5000; id++) offer(samples, id, INTEGRATED)
      return samples.all().map(({ requestId }) => requestId)
    }
    expect(kept(5)).toEqual(kept(5))
    expect(kept(5)).not.toEqual(kept(6))
  })
})
