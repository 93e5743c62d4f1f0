import { describe, expect, it } from 'vitest'
import type { SimulationExplanation, SimulationResult } from '@shared/contract/simulation'
import { decodeSnapshot } from '@shared/contract/snapshot-codec'
import { orderDesign } from '@shared/design/order-design.fixture'
import type { Scenario } from '@shared/design/scenario'
import { finished } from '../simulator/rich-run.fixture'
import { simulationResult } from '../simulator/simulation-result'
import { InProcessWorker, openHost, SilentWorker, type MemoryHost } from './memory-host.fixture'

const scenario = orderDesign().scenarios[0]!

async function runToEnd(host: MemoryHost<InProcessWorker>, of: Scenario = scenario): Promise<string> {
  const { runId } = await host.call['simulator.start']({ scenario: of })
  await host.next('simulator.ended')
  return runId
}

async function failureOf(call: Promise<unknown>): Promise<{ code: unknown; message: unknown }> {
  const error = await call.then(
    () => ({}),
    (reason: object) => reason,
  )
  return { code: Reflect.get(error, 'code'), message: Reflect.get(error, 'message') }
}

describe('a run', () => {
  it('sends pictures, ends, and then has the result of the same run anywhere', async () => {
    const host = await openHost(() => new InProcessWorker())
    const runId = await runToEnd(host)
    expect(host.told('simulator.ended')).toEqual([{ runId, state: 'done' }])
    const pictures = host.told('simulator.snapshot').map((frame) => decodeSnapshot(frame as ArrayBuffer))
    expect(pictures.at(-1)).toMatchObject({ runId, isFinal: true, nowMs: 60_000 })
    const expected = simulationResult(finished(orderDesign(), scenario), scenario, 1)
    expect(await host.call['simulator.result']({ runId })).toEqual({
      ...expected,
      elapsedMs: expect.any(Number),
      requestsPerSecondOfWallClock: expect.any(Number),
    })
    expect(expected.totals.requests).toBeGreaterThan(8000)
  })

  it('uses the newest design, not the one the project was opened with', async () => {
    const host = await openHost(() => new InProcessWorker())
    await host.call['design.put']({ revision: 1, design: { ...orderDesign(), usagePlans: [] } })
    const runId = await runToEnd(host)
    const { byOutcome, totals } = await host.call['simulator.result']({ runId })
    expect(byOutcome['INVALID_API_KEY']).toBe(totals.denied)
  })

  it('explains a sampled request, and says so when a request was not sampled', async () => {
    const host = await openHost(() => new InProcessWorker())
    const runId = await runToEnd(host)
    const { samples } = decodeSnapshot(host.told('simulator.snapshot').at(-1) as ArrayBuffer)
    const asked = samples.slice(0, 3).map(({ requestId }) => requestId)
    const answers = await Promise.all(asked.map((requestId) => host.call['simulator.explain']({ runId, requestId })))
    expect(answers.map(({ requestId }) => requestId)).toEqual(asked)
    const unsampled = samples.findIndex(({ requestId }, at) => requestId !== at)
    expect(await failureOf(host.call['simulator.explain']({ runId, requestId: unsampled }))).toEqual({
      code: 'simulator/unknown-request',
      message: `Request ${unsampled} is not among the samples of this run. Pick one of the sampled requests.`,
    })
  })

  it('that was cancelled keeps its samples and has no result', async () => {
    const host = await openHost(() => new InProcessWorker())
    const { runId } = await host.call['simulator.start']({
      scenario: {
        ...scenario,
        durationInSeconds: 3600,
        sources: [{ ...scenario.sources[0]!, shape: { type: 'POISSON', ratePerSecond: 3000 } }],
      },
    })
    await host.next('simulator.snapshot')
    await host.call['simulator.cancel']({ runId })
    await host.next('simulator.ended')
    expect(host.told('simulator.ended')).toEqual([{ runId, state: 'cancelled' }])
    const last = decodeSnapshot(host.told('simulator.snapshot').at(-1) as ArrayBuffer)
    expect([last.isFinal, last.nowMs < 3_600_000]).toEqual([true, true])
    const { requestId } = last.samples[0]!
    expect((await host.call['simulator.explain']({ runId, requestId })).requestId).toBe(requestId)
    expect((await failureOf(host.call['simulator.result']({ runId }))).code).toBe('simulator/unknown-run')
  })

  it('does not begin with a scenario that has errors', async () => {
    const host = await openHost(() => new InProcessWorker())
    expect(await failureOf(host.call['simulator.start']({ scenario: { ...scenario, stage: 'gone' } }))).toEqual({
      code: 'simulator/invalid-scenario',
      message: 'Scenario rush hour cannot run: Scenario rush hour: Orders has no stage gone. Choose one that exists.',
    })
    expect(host.workers).toEqual([])
  })

  it('takes the place of the one before', async () => {
    const host = await openHost(() => new InProcessWorker())
    const first = await host.call['simulator.start']({ scenario })
    const second = await runToEnd(host)
    expect(host.told('simulator.ended')).toEqual([{ runId: second, state: 'done' }])
    expect(host.workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false])
    for (const command of ['simulator.result', 'simulator.cancel'] as const) {
      expect(await failureOf(host.call[command](first))).toEqual({
        code: 'simulator/unknown-run',
        message: `Run ${first.runId} is no longer there. Run the scenario again.`,
      })
    }
  })
})

describe('a thread that answers late or never', () => {
  const explanation = (requestId: number): SimulationExplanation => ({
    requestId,
    atMs: 0,
    routeKey: '',
    sourceName: '',
    apiKeyName: null,
    trace: [],
    reason: '',
    setting: null,
  })

  it('answers questions in the order they were asked', async () => {
    const host = await openHost(() => new SilentWorker())
    const { runId } = await host.call['simulator.start']({ scenario })
    const [worker] = host.workers
    const questions = [5, 6].map((requestId) => host.call['simulator.explain']({ runId, requestId }))
    worker!.reply({ type: 'explained', explanation: explanation(5) })
    worker!.reply({ type: 'explained', explanation: explanation(6) })
    expect((await Promise.all(questions)).map(({ requestId }) => requestId)).toEqual([5, 6])
    expect(worker!.asked.map(({ type }) => type)).toEqual(['run', 'explain', 'explain'])
  })

  it('that dies ends its run once, and lets nobody wait', async () => {
    const host = await openHost(() => new SilentWorker())
    const { runId } = await host.call['simulator.start']({ scenario })
    const question = failureOf(host.call['simulator.explain']({ runId, requestId: 1 }))
    host.workers[0]!.die('out of memory')
    const message = 'The simulator stopped: out of memory. Run the scenario again.'
    const expected = { code: 'simulator/worker-died', message }
    expect([await question, await failureOf(host.call['simulator.explain']({ runId, requestId: 2 }))]).toEqual([
      expected,
      expected,
    ])
    expect(host.told('simulator.ended')).toEqual([
      { runId, state: 'failed', message: 'The simulator stopped: out of memory' },
    ])
  })

  it('that dies after its run leaves the result', async () => {
    const host = await openHost(() => new SilentWorker())
    const { runId } = await host.call['simulator.start']({ scenario })
    const result = { scenario: 'rush hour' } as SimulationResult
    host.workers[0]!.reply({ type: 'done', runId, result })
    host.workers[0]!.die('ended with exit code 0')
    expect([await host.call['simulator.result']({ runId }), host.told('simulator.ended')]).toEqual([
      result,
      [{ runId, state: 'done' }],
    ])
  })

  it('that fails at a question answers it with the failure, and the run stays as it ended', async () => {
    const host = await openHost(() => new SilentWorker())
    const { runId } = await host.call['simulator.start']({ scenario })
    host.workers[0]!.reply({ type: 'done', runId, result: {} as SimulationResult })
    const question = failureOf(host.call['simulator.explain']({ runId, requestId: 1 }))
    host.workers[0]!.reply({ type: 'failed', runId: '', message: 'x is not a function' })
    expect((await question).code).toBe('simulator/worker-died')
    expect(host.told('simulator.ended')).toEqual([{ runId, state: 'done' }])
  })

  it('is not waited for once another run began, nor heard', async () => {
    const host = await openHost(() => new SilentWorker())
    const { runId } = await host.call['simulator.start']({ scenario })
    const question = failureOf(host.call['simulator.explain']({ runId, requestId: 1 }))
    const next = await host.call['simulator.start']({ scenario })
    expect((await question).code).toBe('simulator/unknown-run')
    host.workers[0]!.reply({ type: 'cancelled', runId })
    host.workers[0]!.die('terminated')
    expect([host.told('simulator.ended'), next.runId === runId]).toEqual([[], false])
  })
})
