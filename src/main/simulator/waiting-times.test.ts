import { describe, expect, it } from 'vitest'
import { finished, plainRun } from './rich-run.fixture'
import { simulationResult } from './simulation-result'

const NOW = { distribution: 'CONSTANT', valueMs: 0 } as const

/** The chance that a Poisson arrival has to wait for one of `servers`, which are offered this load. */
function erlangC(load: number, servers: number): number {
  let blocking = 1
  for (let server = 1; server <= servers; server++) blocking = (load * blocking) / (server + load * blocking)
  return blocking / (1 - (load / servers) * (1 - blocking))
}

/** Mean wait over all calls, in milliseconds, and the share of them that waited. */
function waitsOf(load: number, servers: number, meanMs: number, requests: number, seed: number) {
  const ratePerSecond = (load * 1000) / meanMs
  const backend = { latency: { distribution: 'EXPONENTIAL', meanMs } as const, concurrencyLimit: servers }
  const { design, scenario } = plainRun(
    { shape: { type: 'POISSON', ratePerSecond } },
    { durationInSeconds: requests / ratePerSecond, seed, backends: { '*': { ...backend, whenBusy: 'QUEUE' } } },
  )
  const { answers, integration } = simulationResult(finished(design, scenario), scenario, 1)
  const { queued, meanWaitMs } = answers.backend
  return { meanMs: (queued * meanWaitMs) / integration.calls, share: queued / integration.calls }
}

function meanOf(values: readonly number[]): { mean: number; standardError: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return { mean, standardError: Math.sqrt(variance / values.length) }
}

describe('calls that queue for a backend', () => {
  it.each([
    [0.7, 1],
    [3.2, 4],
    [17, 20],
  ])('with a load of %d on %d servers wait as Erlang’s formula C says', (load, servers) => {
    const runs = Array.from({ length: 12 }, (_, at) => waitsOf(load, servers, 10, 25_000, at + 1))
    const chance = erlangC(load, servers)
    const waits = meanOf(runs.map(({ meanMs }) => meanMs))
    const shares = meanOf(runs.map(({ share }) => share))
    const expectedMs = (chance * 10) / (servers - load)
    expect(waits.standardError / expectedMs).toBeLessThan(0.06)
    expect(Math.abs(waits.mean - expectedMs)).toBeLessThan(3 * waits.standardError)
    expect(Math.abs(shares.mean - chance)).toBeLessThan(3 * shares.standardError)
  })

  it.each([1, 5, 10, 20, 60])(
    'from %d users who think get the throughput of the machine repairman’s formula',
    (users) => {
      const [serviceMs, thinkMs] = [20, 180]
      const { design, scenario } = plainRun(
        { shape: { type: 'CLOSED_LOOP', users, thinkTime: { distribution: 'EXPONENTIAL', meanMs: thinkMs } } },
        {
          durationInSeconds: 600,
          overhead: NOW,
          backends: {
            '*': {
              latency: { distribution: 'EXPONENTIAL', meanMs: serviceMs },
              concurrencyLimit: 1,
              whenBusy: 'QUEUE',
            },
          },
        },
      )
      const { totals } = simulationResult(finished(design, scenario), scenario, 1)
      const throughput = totals.requests / 600
      // Mean value analysis: a call finds the queue that one user fewer would leave behind.
      let queue = 0
      let expected = 0
      for (let n = 1; n <= users; n++) {
        const responseMs = serviceMs * (1 + queue)
        expected = (n * 1000) / (thinkMs + responseMs)
        queue = (expected / 1000) * responseMs
      }
      expect(Math.abs(throughput / expected - 1)).toBeLessThan(0.02)
      const bound = Math.min(1000 / serviceMs, (users * 1000) / (thinkMs + serviceMs))
      expect(throughput).toBeLessThan(bound * 1.02)
    },
  )
})
