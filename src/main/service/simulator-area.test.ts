import { describe, expect, it } from 'vitest'
import type { SimulationExplanation, SimulationResult } from '@shared/contract/simulation'
import { decodeSnapshot } from '@shared/contract/snapshot-codec'
import { orderDesign } from '@shared/design/order-design.fixture'
import type { Scenario } from '@shared/design/scenario'
import { finished } from '../simulator/rich-run.fixture'
import { simulationResult } from '../simulator/simulation-result'
import { InProcessWorker, MemoryHost, openHost, SilentWorker } from './memory-host.fixture'

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

/** Lets the thread, which is none, go on until it has; fails where it never will. */
async function until(has: () => boolean): Promise<void> {
  for (let turn = 0; turn < 10_000 && !has(); turn++) await Promise.resolve()
  expect(has()).toBe(true)
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

  it('explains any request, and says so when the run has none of that number', async () => {
    const host = await openHost(() => new InProcessWorker())
    const runId = await runToEnd(host)
    const { samples } = decodeSnapshot(host.told('simulator.snapshot').at(-1) as ArrayBuffer)
    const asked = samples.slice(0, 3).map(({ requestId }) => requestId)
    const answers = await Promise.all(asked.map((requestId) => host.call['simulator.explain']({ runId, requestId })))
    expect(answers.map(({ requestId }) => requestId)).toEqual(asked)
    const unsampled = samples.findIndex(({ requestId }, at) => requestId !== at)
    expect((await host.call['simulator.explain']({ runId, requestId: unsampled })).requestId).toBe(unsampled)
    expect(await failureOf(host.call['simulator.explain']({ runId, requestId: 10_000_000 }))).toEqual({
      code: 'simulator/unknown-request',
      message: 'Request 10000000 is not part of this run. Pick one that has come.',
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

describe('a run that a person plays', () => {
  it('waits, goes on by steps and with other limits, and is explained as it was', async () => {
    const host = await openHost(() => new InProcessWorker())
    const { runId } = await host.call['simulator.start']({ scenario, isPaused: true })
    const picture = () => decodeSnapshot(host.told('simulator.snapshot').at(-1) as ArrayBuffer)
    await until(() => host.told('simulator.snapshot').length === 1)
    expect([picture().nowMs, picture().totals.offered]).toEqual([0, 0])
    await host.call['simulator.control']({ runId, action: 'step', by: 'SECOND' })
    await until(() => picture().nowMs > 0)
    expect(picture().nowMs).toBe(1000)
    const limits = [{ type: 'SET_LIMIT', level: 'account', rateLimit: 1, burstLimit: 1 }] as const
    await host.call['simulator.control']({ runId, action: 'change', limits })
    await host.call['simulator.control']({ runId, action: 'resume', speed: 'MAX' })
    await until(() => host.told('simulator.ended').length === 1)
    const { throttledByLevel } = await host.call['simulator.result']({ runId })
    expect(throttledByLevel['account']).toBeGreaterThan(1000)
    const { requests } = await host.call['simulator.requests']({
      runId,
      filter: { outcomes: ['THROTTLED_ACCOUNT'] },
      limit: 1,
    })
    const told = await host.call['simulator.explain']({ runId, requestId: requests[0]!.requestId })
    expect([requests[0]!.atMs > 1000, told.buckets.at(-1)]).toMatchObject([true, { rateLimit: 1, burstLimit: 1 }])
  })

  it('takes no limits that a scenario could not have', async () => {
    const host = await openHost(() => new InProcessWorker())
    const { runId } = await host.call['simulator.start']({ scenario, isPaused: true })
    const limits = [{ type: 'SET_LIMIT', level: 'method', route: 'GET /gone', rateLimit: 1, burstLimit: 1 }] as const
    const failure = await failureOf(host.call['simulator.control']({ runId, action: 'change', limits }))
    expect(failure.code).toBe('simulator/invalid-scenario')
  })

  it('may be of another design, without a project', async () => {
    const host = new MemoryHost(() => new InProcessWorker())
    const { runId } = await host.call['simulator.start']({ scenario, design: orderDesign() })
    await host.next('simulator.ended')
    expect((await host.call['simulator.result']({ runId })).totals.requests).toBeGreaterThan(8000)
    const foreign = { ...orderDesign(), apis: 5 } as never
    expect((await failureOf(host.call['simulator.start']({ scenario, design: foreign }))).code).toBe(
      'contract/invalid-arguments',
    )
  })

  it('has tables of every moment, and its requests', async () => {
    const host = await openHost(() => new InProcessWorker())
    const runId = await runToEnd(host)
    const final = decodeSnapshot(host.told('simulator.snapshot').at(-1) as ArrayBuffer)
    const half = await host.call['simulator.tablesAt']({ runId, atMs: 30_000 })
    expect(await host.call['simulator.tablesAt']({ runId, atMs: 60_000 })).toMatchObject({ totals: final.totals })
    const { matching, requests } = await host.call['simulator.requests']({ runId, filter: { toMs: 30_000 }, limit: 5 })
    expect([matching, requests.length]).toEqual([half.totals.offered, 5])
  })

  it.each(['CSV', 'JSON', 'HTML', 'JUNIT', 'K6', 'ARTILLERY'] as const)('can be had as %s', async (format) => {
    const host = await openHost(() => new InProcessWorker())
    const runId = await runToEnd(host)
    const { name, text } = await host.call['simulator.export']({ runId, format })
    expect(name).toMatch(/^rush-hour[-.a-z0-9]*\.(csv|json|html|xml|js|ya?ml)$/)
    expect(text.length).toBeGreaterThan(100)
  })

  it('has a script even when it was cancelled, but no report', async () => {
    const host = await openHost(() => new InProcessWorker())
    const { runId } = await host.call['simulator.start']({ scenario, isPaused: true })
    await host.call['simulator.cancel']({ runId })
    await until(() => host.told('simulator.ended').length === 1)
    expect((await host.call['simulator.export']({ runId, format: 'K6' })).text).toContain('http')
    expect(await failureOf(host.call['simulator.export']({ runId, format: 'CSV' }))).toEqual({
      code: 'simulator/unknown-run',
      message: `Run ${runId} has no result: it did not come to its end.`,
    })
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
    buckets: [],
    remedy: null,
  })

  it('answers each question with what belongs to it', async () => {
    const host = await openHost(() => new SilentWorker())
    const { runId } = await host.call['simulator.start']({ scenario })
    const [worker] = host.workers
    const questions = [5, 6].map((requestId) => host.call['simulator.explain']({ runId, requestId }))
    worker!.reply({ type: 'answered', questionId: 2, answer: explanation(6) })
    worker!.reply({ type: 'answered', questionId: 1, answer: explanation(5) })
    expect((await Promise.all(questions)).map(({ requestId }) => requestId)).toEqual([5, 6])
    expect(worker!.asked.map(({ type }) => type)).toEqual(['run', 'ask', 'ask'])
  })

  it('tells the one who asked that a newer question took the place of theirs', async () => {
    const host = await openHost(() => new SilentWorker())
    const { runId } = await host.call['simulator.start']({ scenario })
    const question = failureOf(host.call['simulator.tablesAt']({ runId, atMs: 1 }))
    host.workers[0]!.reply({ type: 'superseded', questionId: 1 })
    expect(await question).toEqual({
      code: 'simulator/superseded',
      message: 'A newer question took the place of this one.',
    })
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
