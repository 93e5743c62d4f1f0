import { describe, expect, it } from 'vitest'
import type { BackendModel, Scenario, TrafficShape } from '@shared/design/scenario'
import type { RestApi } from '@shared/design/rest-api'
import { finished, plainRun } from './rich-run.fixture'
import { simulationResult } from './simulation-result'

const SECOND_PLACE: BackendModel = { latency: { distribution: 'CONSTANT', valueMs: 100 }, concurrencyLimit: 1 }

function resultOf(model: BackendModel, shape: TrafficShape, timeoutInMillis = 29_000, more: Partial<Scenario> = {}) {
  const { design, scenario } = plainRun({ shape }, { durationInSeconds: 60, backends: { '*': model }, ...more })
  const api = design.apis[0] as RestApi
  const get = api.resources['/']!.methods.GET!
  const methods = { GET: { ...get, integration: { ...get.integration!, timeoutInMillis } } }
  const changed = { ...design, apis: [{ ...api, resources: { '/': { methods } } }] }
  const simulation = finished(changed, scenario)
  return { ...simulationResult(simulation, scenario, 1), busyMs: simulation.backends.tally.busyMs }
}

describe('a backend with places', () => {
  it('lets calls wait in the order they came, and answers 504 what is not done in time', () => {
    const burst = { type: 'BURST', count: 5, at: 1 } as const
    const result = resultOf({ ...SECOND_PLACE, whenBusy: 'QUEUE' }, burst, 250)
    // Done at 100 and 200 ms; the third begins at 200 and has 50 ms left; the others wait in vain.
    expect([result.byOutcome, result.busyMs, result.answers.backend]).toEqual([
      { INTEGRATED: 2, INTEGRATION_TIMEOUT: 3 },
      250,
      { queued: 4, meanWaitMs: (100 + 200 + 250 + 250) / 4, coldStarts: 0 },
    ])
  })

  it('refuses at once what finds the queue full, or without one what finds no place', () => {
    const burst = { type: 'BURST', count: 10, at: 1 } as const
    const outcomes = [
      { ...SECOND_PLACE, whenBusy: 'QUEUE', queueLimit: 3 } as const,
      { ...SECOND_PLACE, whenBusy: 'QUEUE', queueLimit: 0 } as const,
      { ...SECOND_PLACE, whenBusy: 'REFUSE' } as const,
      SECOND_PLACE,
    ].map((model) => resultOf(model, burst).byOutcome)
    expect(outcomes).toEqual([
      { INTEGRATED: 4, BLOCKED: 6 },
      { INTEGRATED: 1, BLOCKED: 9 },
      { INTEGRATED: 1, BLOCKED: 9 },
      { INTEGRATED: 1, BLOCKED: 9 },
    ])
  })

  it('shows how full it got, and how long its queue was at the end of each step', () => {
    const { design, scenario } = plainRun(
      { shape: { type: 'BURST', count: 30, at: 1 } },
      { durationInSeconds: 5, backends: { '*': { ...SECOND_PLACE, whenBusy: 'QUEUE', concurrencyLimit: 2 } } },
    )
    const simulation = finished(design, scenario)
    const { answers } = simulationResult(simulation, scenario, 1)
    expect(answers.headroom.find(({ level }) => level === 'concurrency')).toEqual({
      label: 'GET /',
      level: 'concurrency',
      used: 30,
      limit: 2,
    })
    // Two are done every 100 ms, the first two at 1.1 s; a step is 100 ms.
    expect([...simulation.series.series.queued.subarray(9, 27)]).toEqual([
      0, 28, 26, 24, 22, 20, 18, 16, 14, 12, 10, 8, 6, 4, 2, 0, 0, 0,
    ])
  })

  it('never answers the share of calls that the scenario says, whatever else would become of them', () => {
    const model: BackendModel = {
      latency: { distribution: 'CONSTANT', valueMs: 10 },
      timeoutRate: 0.1,
      errorRate: 0.2,
    }
    const { byOutcome, latency } = resultOf(model, { type: 'CONSTANT', ratePerSecond: 500, to: 50 }, 1000)
    const near = (count: number | undefined, share: number): boolean =>
      Math.abs(count! / 25_000 - share) < 4 * Math.sqrt((share * (1 - share)) / 25_000)
    expect([
      near(byOutcome['INTEGRATION_TIMEOUT'], 0.1),
      near(byOutcome['INTEGRATION_SERVER_ERROR'], 0.9 * 0.2),
      Math.abs(latency.max / 1030 - 1) < 0.012,
    ]).toEqual([true, true, true])
  })
})

describe('outages', () => {
  const latency = { distribution: 'CONSTANT', valueMs: 10 } as const
  const shape = { type: 'CONSTANT', ratePerSecond: 10 } as const

  it('fail every call from their beginning until just before their end', () => {
    const result = resultOf({ latency, outages: [{ from: 20, to: 22, type: 'ERROR' }] }, shape)
    expect([result.byOutcome, result.busyMs]).toEqual([{ INTEGRATED: 580, INTEGRATION_SERVER_ERROR: 20 }, 5800])
  })

  it('or answer none of them, while every call keeps its place until the gateway waits no longer', () => {
    const model: BackendModel = { latency, outages: [{ from: 20, to: 22, type: 'TIMEOUT' }], concurrencyLimit: 5 }
    const { byOutcome } = resultOf(model, shape, 1000)
    // Of ten calls in each of the two seconds, five take all places for a second.
    expect(byOutcome).toEqual({ INTEGRATED: 580, INTEGRATION_TIMEOUT: 10, BLOCKED: 10 })
  })
})

describe('cold starts', () => {
  const cold = (idleTimeoutInSeconds: number): BackendModel => ({
    latency: { distribution: 'CONSTANT', valueMs: 100 },
    coldStart: { latency: { distribution: 'CONSTANT', valueMs: 400 }, idleTimeoutInSeconds },
  })

  it('happen to the first call, and to one that comes after the instance has gone', () => {
    const steady = resultOf(cold(10), { type: 'CONSTANT', ratePerSecond: 1 })
    const rare = resultOf(cold(10), { type: 'BURST', count: 1, at: 0, everyInSeconds: 10.5 })
    const rarer = resultOf(cold(10), { type: 'BURST', count: 1, at: 0, everyInSeconds: 12 })
    // A call of 500 ms, then idle for 10 s: gone when the next one comes.
    expect([steady, rare, rarer].map(({ answers }) => answers.backend.coldStarts)).toEqual([1, 6, 5])
    expect(
      resultOf(cold(10.6), { type: 'BURST', count: 1, at: 0, everyInSeconds: 10.5 }).answers.backend.coldStarts,
    ).toBe(1)
    expect([steady.latency.max, steady.latency.p50].map((ms) => Math.round(ms / 10))).toEqual([53, 13])
  })

  it('use the instance that was used last, so that the others go', () => {
    const { design, scenario } = plainRun(
      { shape: { type: 'BURST', count: 3, at: 0, everyInSeconds: 30 } },
      { durationInSeconds: 60, backends: { '*': cold(10) } },
    )
    const steady = {
      name: 'steady',
      routes: { 'GET /': 1 },
      shape: { type: 'CONSTANT', ratePerSecond: 1, from: 1 },
    } as const
    const both = { ...scenario, sources: [...scenario.sources, steady] }
    const { answers } = simulationResult(finished(design, both), both, 1)
    // Three at the start; of the three at 30 s one finds the instance that the steady calls kept warm, but a steady call comes with them.
    expect(answers.backend.coldStarts).toBe(6)
  })

  it('are bounded by the concurrency limit', () => {
    const { answers, byOutcome } = resultOf({ ...cold(600), concurrencyLimit: 4 }, { type: 'BURST', count: 10, at: 1 })
    expect([answers.backend.coldStarts, byOutcome]).toEqual([4, { INTEGRATED: 4, BLOCKED: 6 }])
  })
})
