import { describe, expect, it } from 'vitest'
import type { SweepAxis, SweepCell, SweepProgress } from '@shared/contract/sweep'
import { orderDesign } from '@shared/design/order-design.fixture'
import type { Scenario } from '@shared/design/scenario'
import { finished, plainRun } from '../simulator/rich-run.fixture'
import { simulationResult } from '../simulator/simulation-result'
import { setNumber } from '../simulator/sweep/set-number'
import { InProcessWorker, openHost, SilentWorker, type MemoryHost } from './memory-host.fixture'

const scenario: Scenario = { ...orderDesign().scenarios[0]!, durationInSeconds: 3 }
const rate: SweepAxis = { pointer: '/account/throttleSettings/rateLimit', label: 'Rate', values: [10, 20, 40] }
const burst: SweepAxis = { pointer: '/account/throttleSettings/burstLimit', label: 'Burst', values: [1, 5] }

async function failureOf(call: Promise<unknown>): Promise<{ code: unknown; message: unknown }> {
  const error = await call.then(
    () => ({}),
    (reason: object) => reason,
  )
  return { code: Reflect.get(error, 'code'), message: Reflect.get(error, 'message') }
}

function cellsTold(host: MemoryHost<InProcessWorker> | MemoryHost<SilentWorker>): SweepCell[] {
  return (host.told('simulator.sweepProgress') as SweepProgress[]).flatMap(({ cells }) => cells)
}

describe('simulator.sweep', () => {
  it('measures every combination of the values, each as a run of its own would', async () => {
    const host = await openHost(() => new InProcessWorker())
    const started = await host.call['simulator.sweep']({
      scenario,
      axes: [rate, burst],
      metrics: ['admitted', 'throttledShare'],
    })
    await host.next('simulator.sweepEnded')
    expect([started.runs, host.told('simulator.sweepEnded')]).toEqual([
      6,
      [{ sweepId: started.sweepId, state: 'done' }],
    ])
    const expected = rate.values.flatMap((rateLimit) =>
      burst.values.map((burstLimit): SweepCell => {
        const byRate = setNumber({ design: orderDesign(), scenario }, rate.pointer, rateLimit)!
        const { design } = setNumber(byRate, burst.pointer, burstLimit)!
        const { totals } = simulationResult(finished(design, scenario), scenario, 0)
        const metrics = [totals.admitted, totals.throttled / totals.requests]
        return {
          values: [rateLimit, burstLimit],
          metrics: metrics.map((mean) => ({ mean, low: mean, high: mean })),
        }
      }),
    )
    expect(cellsTold(host).toSorted((a, b) => a.values[0]! - b.values[0]! || a.values[1]! - b.values[1]!)).toEqual(
      expected,
    )
  })

  it('works on as many threads as there are cores, and ends them', async () => {
    const host = await openHost(() => new InProcessWorker(), { parallelism: 3 })
    await host.call['simulator.sweep']({ scenario, axes: [rate], metrics: ['requests'], seeds: 2 })
    await host.next('simulator.sweepEnded')
    expect(host.workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true, true])
    const few = await openHost(() => new InProcessWorker(), { parallelism: 64 })
    await few.call['simulator.sweep']({ scenario, axes: [rate], metrics: ['requests'] })
    await few.next('simulator.sweepEnded')
    expect(few.workers.length).toBe(3)
  })

  it('gives the mean over the seeds and its interval', async () => {
    const host = await openHost(() => new InProcessWorker())
    await host.call['simulator.sweep']({ scenario, axes: [{ ...rate, values: [20] }], metrics: ['requests'], seeds: 4 })
    await host.next('simulator.sweepEnded')
    const counts = [0, 1, 2, 3].map((more) => {
      const seeded = { ...scenario, seed: scenario.seed + more }
      return finished(orderDesign(), seeded).requests
    })
    const mean = counts.reduce((sum, count) => sum + count, 0) / 4
    const deviation = Math.sqrt(counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 3)
    const [cell] = cellsTold(host)
    expect(cell!.metrics[0]!.mean).toBe(mean)
    expect(cell!.metrics[0]!.high - mean).toBeCloseTo((3.1824 * deviation) / 2, 9)
  })

  it('tells of its progress four times a second at most, and of all at the end', async () => {
    let clock = 0
    const host = await openHost(() => new InProcessWorker(), { now: () => (clock += 20) })
    const values = Array.from({ length: 50 }, (_, at) => at + 1)
    await host.call['simulator.sweep']({
      scenario: { ...scenario, durationInSeconds: 1 },
      axes: [{ ...rate, values }],
      metrics: ['requests'],
    })
    await host.next('simulator.sweepEnded')
    const told = host.told('simulator.sweepProgress') as SweepProgress[]
    expect(told.length).toBeLessThanOrEqual(Math.ceil((50 * 20) / 250) + 2)
    expect(told.length).toBeGreaterThan(2)
    expect(told.at(-1)).toMatchObject({ done: 50, total: 50 })
    expect(cellsTold(host).length).toBe(50)
  })

  it('can be cancelled, and is when a newer one begins', async () => {
    const host = await openHost(() => new SilentWorker())
    const first = await host.call['simulator.sweep']({ scenario, axes: [rate], metrics: ['requests'] })
    const second = await host.call['simulator.sweep']({ scenario, axes: [rate], metrics: ['requests'] })
    await host.call['simulator.cancelSweep'](first)
    await host.call['simulator.cancelSweep'](second)
    await host.call['simulator.cancelSweep'](second)
    expect(host.told('simulator.sweepEnded')).toEqual([
      { sweepId: first.sweepId, state: 'cancelled' },
      { sweepId: second.sweepId, state: 'cancelled' },
    ])
    expect(host.workers.every(({ isTerminated }) => isTerminated)).toBe(true)
  })

  it('ends when a thread dies, and leaves the run on screen alone', async () => {
    const host = await openHost(() => new SilentWorker())
    const { runId } = await host.call['simulator.start']({ scenario })
    const { sweepId } = await host.call['simulator.sweep']({ scenario, axes: [rate], metrics: ['requests'] })
    host.workers[1]!.die('out of memory')
    await host.next('simulator.sweepEnded')
    expect(host.told('simulator.sweepEnded')).toEqual([
      { sweepId, state: 'failed', message: 'The simulator stopped: out of memory. Run the scenario again.' },
    ])
    expect([host.workers.map(({ isTerminated }) => isTerminated), host.told('simulator.ended')]).toEqual([
      [false, true, true],
      [],
    ])
    await host.call['simulator.cancel']({ runId })
  })

  it.each([
    [
      'too many runs',
      { axes: [{ ...rate, values: Array.from({ length: 100 }, (_, at) => at + 1) }], seeds: 21 },
      /2,100 runs, more than 2,000/,
    ],
    ['a setting that is not there', { axes: [{ ...rate, pointer: '/apis/7/name/x' }] }, /leads to no number/],
    ['a setting that is no number', { axes: [{ ...rate, pointer: '/name' }] }, /leads to no number/],
    [
      'a setting that nothing reads',
      { axes: [{ ...rate, pointer: '/account/throttleSettings/rate' }] },
      /Rate cannot be 10: "rate" at .* is not known/,
    ],
    ['a value that it cannot have', { axes: [{ ...burst, values: [-5, 5] }] }, /Burst cannot be -5: /],
    [
      'a part of the scenario that nothing reads',
      { axes: [{ ...rate, pointer: '/scenario/duration' }] },
      /"duration" at \/duration is not known/,
    ],
    ['one setting twice', { axes: [rate, rate] }, /are the same/],
    ['a setting without values', { axes: [{ ...rate, values: [] }] }, /no values/],
  ])('refuses %s', async (_, wrong, message) => {
    const host = await openHost(() => new SilentWorker())
    const failure = await failureOf(host.call['simulator.sweep']({ scenario, metrics: ['requests'], ...wrong }))
    expect(failure).toEqual({ code: 'simulator/invalid-sweep', message: expect.stringMatching(message) })
    expect(host.workers).toEqual([])
  })
})

describe('simulator.seek', () => {
  const request = {
    scenario,
    axis: { pointer: rate.pointer, label: 'Rate' },
    from: 1,
    to: 5000,
    conditions: [{ metric: 'throttledShare', operator: '<=', value: 0.5 }],
  } as const

  it('finds the smallest value with which the conditions hold, and tells what it tried', async () => {
    const host = await openHost(() => new InProcessWorker())
    const tight = { ...orderDesign(), account: { throttleSettings: { rateLimit: 1, burstLimit: 5 } } }
    await host.call['design.put']({ revision: 1, design: tight })
    const { value, tried } = await host.call['simulator.seek'](request)
    const sharesWith = (rateLimit: number): number => {
      const { design } = setNumber({ design: tight, scenario }, rate.pointer, rateLimit)!
      const { totals } = simulationResult(finished(design, scenario), scenario, 0)
      return totals.throttled / totals.requests
    }
    expect(sharesWith(value!)).toBeLessThanOrEqual(0.5)
    expect(sharesWith(value! - 1)).toBeGreaterThan(0.5)
    expect(tried.slice(0, 2).map((trial) => [trial.value, trial.holds])).toEqual([
      [5000, true],
      [1, false],
    ])
    expect(tried.length).toBeLessThanOrEqual(2 + Math.ceil(Math.log2(5000)))
    expect(host.workers.every(({ isTerminated }) => isTerminated)).toBe(true)
  })

  it('finds the burst that arithmetic gives', async () => {
    const host = await openHost(() => new InProcessWorker())
    const plain = plainRun(
      { shape: { type: 'CONSTANT', ratePerSecond: 100 } },
      { durationInSeconds: 10 },
      { '/GET': { throttlingRateLimit: 50, throttlingBurstLimit: 1 } },
    )
    await host.call['design.put']({ revision: 1, design: plain.design })
    const { value } = await host.call['simulator.seek']({
      scenario: plain.scenario,
      axis: { pointer: '/apis/0/stages/prod/methodSettings/~1GET/throttlingBurstLimit', label: 'Burst' },
      from: 1,
      to: 2000,
      conditions: [{ metric: 'throttled', operator: '==', value: 0 }],
    })
    // The last of 1,000 finds the burst, half a token for each before it, less the 999 they took: at least one from 500.5 on.
    expect(value).toBe(501)
  })

  it('says so when no value does', async () => {
    const host = await openHost(() => new InProcessWorker())
    const conditions = [{ metric: 'requests', operator: '<', value: 1 }] as const
    const { value, tried } = await host.call['simulator.seek']({ ...request, conditions })
    expect([value, tried.length]).toEqual([null, 1])
  })

  it('gives way to a newer one, and answers when its thread dies', async () => {
    const host = await openHost(() => new SilentWorker())
    const first = failureOf(host.call['simulator.seek'](request))
    const second = failureOf(host.call['simulator.seek'](request))
    host.workers[1]!.die('out of memory')
    expect([(await first).code, (await second).code]).toEqual(['simulator/superseded', 'simulator/worker-died'])
  })

  it.each([
    ['ends in the wrong order', { from: 9, to: 5 }, /Give the smaller value first/],
    [
      'a condition that cannot be checked',
      { conditions: [{ metric: 'requests', operator: '<', value: 1, route: 'GET /gone' }] as const },
      /A condition cannot be checked/,
    ],
    ['no condition', { conditions: [] }, /needs a condition/],
  ])('refuses %s', async (_, wrong, message) => {
    const host = await openHost(() => new SilentWorker())
    const failure = await failureOf(host.call['simulator.seek']({ ...request, ...wrong }))
    expect(failure).toEqual({ code: 'simulator/invalid-sweep', message: expect.stringMatching(message) })
  })
})
