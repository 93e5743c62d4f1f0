import { describe, expect, it } from 'vitest'
import type { SimulationResult } from '@shared/contract/simulation'
import type { RetryPolicy, Scenario, TrafficSource } from '@shared/design/scenario'
import { ArrivalLog } from './arrival-log.fixture'
import { finished, plainRun } from './rich-run.fixture'
import { Simulation } from './simulation'
import { simulationResult } from './simulation-result'

const NOW = { distribution: 'CONSTANT', valueMs: 0 } as const

type Source = Omit<TrafficSource, 'name' | 'routes'>

function resultOf(source: Source, scenario: Partial<Scenario>): SimulationResult {
  const run = plainRun(source, { overhead: NOW, ...scenario })
  return simulationResult(finished(run.design, run.scenario), run.scenario, 1)
}

/** When the attempts at one request come, every one of which is throttled. */
function timesOf(retry: RetryPolicy, more: Partial<Source> = {}): number[] {
  const log = new ArrivalLog()
  const { design, scenario } = plainRun(
    { shape: { type: 'BURST', count: 1, at: 1 }, retry, ...more },
    {},
    { '/GET': { throttlingRateLimit: 0, throttlingBurstLimit: 0 } },
  )
  const simulation = new Simulation(design, scenario, { trace: log })
  while (simulation.run(1000));
  return log.requests.map(({ atMs }) => atMs)
}

describe('retries', () => {
  it('come after the same delay each time, or one that doubles until it is as long as it may be', () => {
    expect([
      timesOf({ type: 'FIXED', delayMs: 70 }),
      timesOf({ type: 'EXPONENTIAL', delayMs: 100, jitter: 'NONE', maxAttempts: 6, maxDelayMs: 500 }),
      timesOf({ type: 'EXPONENTIAL', delayMs: 100, jitter: 'NONE', maxAttempts: 1 }),
      timesOf({ type: 'FIXED', delayMs: 70, statuses: [500] }),
    ]).toEqual([[1000, 1070, 1140], [1000, 1100, 1300, 1700, 2200, 2700], [1000], [1000]])
  })

  it('come later by the way there and back, which the gateway does not see', () => {
    const clientLatency = { distribution: 'CONSTANT', valueMs: 30 } as const
    expect(timesOf({ type: 'FIXED', delayMs: 70 }, { clientLatency })).toEqual([1000, 1100, 1200])
  })

  it('with full jitter are spread evenly from none to all of the delay', () => {
    const log = new ArrivalLog()
    const { design, scenario } = plainRun(
      {
        shape: { type: 'BURST', count: 20_000, at: 0 },
        retry: { type: 'EXPONENTIAL', delayMs: 1000, maxAttempts: 2 },
      },
      {},
      { '/GET': { throttlingRateLimit: 0, throttlingBurstLimit: 0 } },
    )
    const simulation = new Simulation(design, scenario, { trace: log })
    while (simulation.run(10_000));
    const delays = log.requests.slice(20_000).map(({ atMs }) => atMs)
    const farthest = Math.max(...delays.map((delay, at) => Math.abs(delay / 1000 - (at + 0.5) / 20_000)))
    // Kolmogorov and Smirnov, one in a thousand.
    expect([delays.length, farthest < 1.95 / Math.sqrt(20_000)]).toEqual([20_000, true])
  })

  it('keep route, key, caller and item', () => {
    const log = new ArrivalLog()
    const { design, scenario } = plainRun(
      {
        shape: { type: 'POISSON', ratePerSecond: 50 },
        retry: { type: 'FIXED', delayMs: 10_000, maxAttempts: 2 },
        identities: { count: 50, distribution: 'UNIFORM' },
        items: { count: 50, distribution: 'UNIFORM' },
        invalidBodies: 0.3,
      },
      { durationInSeconds: 20 },
      { '/GET': { throttlingRateLimit: 0, throttlingBurstLimit: 0, cachingEnabled: true } },
    )
    const simulation = new Simulation(design, scenario, { trace: log })
    while (simulation.run(1000));
    const facts = log.requests.map((request) => ({ ...request, id: 0, atMs: Math.round(request.atMs * 1e6) }))
    const retries = facts.filter(({ atMs }) => atMs >= 10_000e6)
    const firsts = facts.filter(({ atMs }) => atMs < 10_000e6).map((one) => ({ ...one, atMs: one.atMs + 10_000e6 }))
    const isRetry = new Set(firsts.map(({ atMs }) => atMs))
    expect(retries.filter(({ atMs }) => isRetry.has(atMs))).toEqual(firsts)
  })

  it.each([
    [0.5, 3],
    [0.2, 6],
    [0.9, 4],
  ])('of independent failures with a chance of %d make a geometric series of %d attempts', (errorRate, maxAttempts) => {
    const { answers, totals } = resultOf(
      { shape: { type: 'CONSTANT', ratePerSecond: 1000 }, retry: { type: 'FIXED', delayMs: 1, maxAttempts } },
      { durationInSeconds: 60, backends: { '*': { latency: NOW, errorRate } } },
    )
    const firsts = 60_000
    const expected = (1 - errorRate ** maxAttempts) / (1 - errorRate)
    const { attempts, amplification, givenUp } = answers.retries
    expect([attempts, totals.requests]).toEqual([totals.requests - firsts, firsts + attempts])
    // Attempts at one request are at most `maxAttempts`, so their standard deviation is less than half of it.
    expect(Math.abs(amplification - expected)).toBeLessThan((4 * maxAttempts) / 2 / Math.sqrt(firsts))
    const lost = errorRate ** maxAttempts
    expect(Math.abs(givenUp / firsts - lost)).toBeLessThan(4 * Math.sqrt(lost / firsts))
  })

  it('make of an outage as many requests as there are attempts, all in vain', () => {
    const { answers, totals } = resultOf(
      {
        shape: { type: 'CONSTANT', ratePerSecond: 100, to: 50 },
        retry: { type: 'EXPONENTIAL', delayMs: 200, maxAttempts: 4 },
      },
      { backends: { '*': { latency: NOW, outages: [{ from: 0, to: 60, type: 'ERROR' }] } } },
    )
    expect([answers.retries, totals.requests]).toEqual([{ attempts: 15_000, amplification: 4, givenUp: 5000 }, 20_000])
  })

  it('stay within their budget, to the request', () => {
    const { answers } = resultOf(
      {
        shape: { type: 'CONSTANT', ratePerSecond: 100, to: 50 },
        retry: { type: 'FIXED', delayMs: 20, maxAttempts: 5, budget: 0.1 },
      },
      { backends: { '*': { latency: NOW, errorRate: 1 } } },
    )
    expect(answers.retries).toEqual({ attempts: 500, amplification: 1.1, givenUp: 5000 })
  })

  it('save up no more than a hundred for bad times', () => {
    const { answers } = resultOf(
      {
        shape: { type: 'CONSTANT', ratePerSecond: 100, to: 50 },
        retry: { type: 'FIXED', delayMs: 20, maxAttempts: 2, budget: 0.5 },
      },
      { backends: { '*': { latency: NOW, outages: [{ from: 40, to: 60, type: 'ERROR' }] } } },
    )
    // 100 of the 2,000 that the good requests earned, and half a retry for each of the others but the first, which earns no more.
    expect(answers.retries).toEqual({ attempts: 599, amplification: 5599 / 5000, givenUp: 1000 })
  })

  it('are not sent after the end of the run', () => {
    const { answers, totals, timeSeries } = resultOf(
      { shape: { type: 'BURST', count: 10, at: 59 }, retry: { type: 'FIXED', delayMs: 700 } },
      { backends: { '*': { latency: NOW, errorRate: 1 } } },
    )
    const arrived = timeSeries.requests.reduce((sum, count) => sum + count, 0)
    expect([totals.requests, arrived, answers.retries]).toEqual([
      20,
      20,
      { attempts: 10, amplification: 2, givenUp: 0 },
    ])
  })

  it('are part of what their clients wait for', () => {
    const { design, scenario } = plainRun(
      {
        shape: { type: 'CONSTANT', ratePerSecond: 10, to: 50 },
        retry: { type: 'FIXED', delayMs: 300, maxAttempts: 3 },
        clientLatency: { distribution: 'CONSTANT', valueMs: 50 },
      },
      {
        overhead: NOW,
        backends: { '*': { latency: { distribution: 'CONSTANT', valueMs: 100 } } },
        events: [
          { type: 'CHANGE_BACKEND', at: 0, route: '*', errorRate: 1 },
          { type: 'CHANGE_BACKEND', at: 0.05, route: '*', errorRate: 0 },
        ],
      },
    )
    const simulation = finished(design, scenario)
    const { answers, latency } = simulationResult(simulation, scenario, 1)
    const slowest = simulation.clients!
    // Of 500 requests the first fails once: 150 + 300 + 150 ms, where the others wait 150.
    const isNear = (value: number, expected: number): boolean => Math.abs(value / expected - 1) < 0.012
    expect([
      isNear(latency.p99, 100),
      isNear(answers.clientLatency.p50, 150),
      isNear(slowest.latency.percentiles([1])[0]!, 600),
      answers.retries,
    ]).toEqual([true, true, true, { attempts: 1, amplification: 501 / 500, givenUp: 0 }])
  })
})
