import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decodeSnapshot } from '@shared/contract/snapshot-codec'
import type { SimulationExplanation } from '@shared/contract/simulation'
import { explain } from './explain'
import { endedRun, WITHOUT_BREAK } from './played-run.fixture'
import { finished, plainRun, richDesign, richScenario } from './rich-run.fixture'
import { simulationResult } from './simulation-result'
import { tablesOf } from './tables-at'
import type { Answers, Question, WorkerReply, WorkerRequest } from './worker-protocol'
import { WorkerSession } from './worker-session'

/** A thread whose clock goes on by 60 ms in every pause, or by as much as it is asked to wait. */
class Thread {
  readonly replies: WorkerReply[] = []
  readonly session: WorkerSession
  /** How long each pause was asked to be. */
  readonly pauses: number[] = []
  atPause: (count: number) => void = () => undefined
  private clock = 0
  private questions = 0

  constructor() {
    this.session = new WorkerSession({
      now: () => this.clock,
      pause: async (ms) => {
        this.clock += Math.max(ms, 60)
        this.atPause(this.pauses.push(ms))
      },
      parseInstant: Date.parse,
      openLog: () => ({ read: () => null }),
      post: (reply) => this.replies.push(reply),
    })
  }

  send(request: WorkerRequest): Promise<void> {
    return this.session.handle(request)
  }

  async ask<About extends Question['about']>(
    question: Extract<Question, { about: About }>,
  ): Promise<Answers[About] | 'superseded'> {
    const questionId = ++this.questions
    await this.send({ type: 'ask', questionId, question })
    const reply = this.replies.find((one) => 'questionId' in one && one.questionId === questionId)
    return reply?.type === 'answered' ? (reply.answer as Answers[About]) : 'superseded'
  }

  get snapshots() {
    return this.replies.flatMap((reply) => (reply.type === 'snapshot' ? [decodeSnapshot(reply.frame)] : []))
  }
}

const rich = { design: richDesign(), scenario: richScenario() }
const runRich = { type: 'run', runId: 'rich', ...rich, folder: null, snapshotEveryMs: 250 } as const
const busy = plainRun({ shape: { type: 'CONSTANT', ratePerSecond: 5000 } })
const runBusy = { type: 'run', runId: 'busy', ...busy, folder: null, snapshotEveryMs: 250 } as const

describe('WorkerSession', () => {
  it('runs a scenario to its end and gives the result that a run without a thread has', async () => {
    const thread = new Thread()
    await thread.send(runRich)
    expect(thread.replies.at(-1)).toEqual({
      type: 'done',
      runId: 'rich',
      result: {
        ...simulationResult(finished(rich.design, rich.scenario), rich.scenario, 0),
        elapsedMs: expect.any(Number),
        requestsPerSecondOfWallClock: expect.any(Number),
      },
    })
  })

  it('gives one result for one seed, a hundred times', async () => {
    const short = { ...runRich, scenario: richScenario({ durationInSeconds: 3 }) }
    const hashes = new Set<string>()
    for (let run = 0; run < 100; run++) {
      const thread = new Thread()
      await thread.send(short)
      const done = thread.replies.at(-1)!
      if (done.type !== 'done') throw new Error(done.type)
      const { elapsedMs: _, requestsPerSecondOfWallClock: __, ...figures } = done.result
      hashes.add(createHash('sha256').update(JSON.stringify(figures)).digest('hex'))
    }
    expect(hashes.size).toBe(1)
  })

  it('sends a snapshot every 250 ms of wall clock and one at the end', async () => {
    const thread = new Thread()
    await thread.send(runBusy)
    const sent = thread.snapshots.map(
      ({ runId, sequence, isFinal }) => `${runId} ${sequence}${isFinal ? ' final' : ''}`,
    )
    // 600,000 events in turns of 50,000: 12 pauses of 60 ms, every fifth is past 250 ms.
    expect([thread.pauses, sent]).toEqual([Array.from({ length: 12 }, () => 0), ['busy 0', 'busy 1', 'busy 2 final']])
    const reached = thread.snapshots.map(({ nowMs }) => nowMs)
    expect(reached).toEqual(reached.toSorted((a, b) => a - b))
    expect(thread.snapshots.map(({ totals }) => totals.offered).at(-1)).toBe(300_000)
  })

  it('stops when it is told to, and keeps what is there', async () => {
    const thread = new Thread()
    thread.atPause = (count) => {
      if (count === 3) void thread.send({ type: 'cancel' })
    }
    await thread.send(runBusy)
    const last = thread.snapshots.at(-1)!
    expect(thread.replies.map(({ type }) => type)).toEqual(['snapshot', 'cancelled'])
    expect([last.isFinal, last.nowMs < 30_000, last.totals.offered > 50_000]).toEqual([true, true, true])
    const [sample] = last.samples
    expect(await thread.ask<'explain'>({ about: 'explain', requestId: sample!.requestId })).toMatchObject({
      requestId: sample!.requestId,
      atMs: sample!.atMs,
      routeKey: 'GET /',
      sourceName: 'clients',
    })
    expect(await thread.ask<'tablesAt'>({ about: 'tablesAt', atMs: 60_000 })).toMatchObject({ totals: last.totals })
  })

  it('runs the next scenario after one was cancelled', async () => {
    const thread = new Thread()
    thread.atPause = () => void thread.send({ type: 'cancel' })
    await thread.send(runBusy)
    thread.atPause = () => undefined
    await thread.send({ ...runBusy, runId: 'again' })
    expect(thread.replies.at(-1)).toMatchObject({ type: 'done', runId: 'again' })
  })

  it('begins quota periods at the scenario’s own instant', async () => {
    const admitted = async (startsAt: string): Promise<number | undefined> => {
      const thread = new Thread()
      await thread.send({ ...runRich, scenario: richScenario({ startsAt }) })
      const done = thread.replies.at(-1)!
      return done.type === 'done' ? done.result.apiKeys.find(({ key }) => key === 'initech')?.admitted : undefined
    }
    // A second period of 100 requests begins ten seconds into the run.
    expect([await admitted('2026-11-20T12:00:00Z'), await admitted('2026-11-20T23:59:50Z')]).toEqual([100, 200])
  })

  it('measures a run for its figures alone, null for what it has none of', async () => {
    const thread = new Thread()
    await thread.send({
      type: 'measure',
      measureId: 7,
      ...rich,
      folder: null,
      metrics: [
        { metric: 'requests' },
        { metric: 'latencyP99', route: 'GET /small' },
        { metric: 'throttledShare', apiKey: 'x' },
      ],
    })
    const { totals } = simulationResult(finished(rich.design, rich.scenario), rich.scenario, 0)
    expect(thread.replies).toEqual([
      { type: 'measured', measureId: 7, values: [totals.requests, expect.any(Number), null] },
    ])
  })
})

describe('questions to a WorkerSession', () => {
  it('have no answer before a run, nor of a request that it does not have', async () => {
    const thread = new Thread()
    expect(await thread.ask<'explain'>({ about: 'explain', requestId: 0 })).toBeNull()
    await thread.send(runRich)
    const { requests } = finished(rich.design, rich.scenario)
    expect(await thread.ask<'explain'>({ about: 'explain', requestId: requests })).toBeNull()
  })

  it('get the tables of a moment, which at the end are the final ones', async () => {
    const thread = new Thread()
    await thread.send(runRich)
    const final = thread.snapshots.at(-1)!
    const tables = { totals: final.totals, routes: final.routes, apiKeys: final.apiKeys }
    expect(await thread.ask<'tablesAt'>({ about: 'tablesAt', atMs: 30_000 })).toEqual(tables)
    // Everything is answered three seconds before the end, so that the last moment but one looks the same.
    expect(await thread.ask<'tablesAt'>({ about: 'tablesAt', atMs: 29_999 })).toEqual(tables)
  })

  it('get the same tables going back and forth as from the beginning', async () => {
    const thread = new Thread()
    await thread.send(runRich)
    const at = async (atMs: number) => thread.ask<'tablesAt'>({ about: 'tablesAt', atMs })
    const wandering = [await at(5000), await at(12_345.6), await at(0), await at(12_345.6), await at(20_000)]
    const half = finished(rich.design, richScenario({ durationInSeconds: 30 }))
    expect(wandering[1]).toEqual(wandering[3])
    const offered = wandering.map((tables) => (tables === 'superseded' || tables === null ? -1 : tables.totals.offered))
    expect(offered).toEqual([...offered.slice(0, 2).toSorted((a, b) => a - b), 0, offered[1], offered[4]])
    expect(offered[4]).toBeGreaterThan(offered[1]!)
    expect(tablesOf(half).totals.offered).toBeGreaterThan(offered[4]!)
  })

  it('give way to a newer one of their kind, but "why?" does not', async () => {
    const thread = new Thread()
    await thread.send(runBusy)
    const requests = (limit: number) => thread.ask<'requests'>({ about: 'requests', filter: {}, limit })
    const why = (requestId: number) => thread.ask<'explain'>({ about: 'explain', requestId })
    const [first, second, third, ...explained] = await Promise.all([
      requests(1),
      requests(2),
      requests(3),
      why(4),
      why(5),
    ])
    expect([first, second, third]).toEqual([
      'superseded',
      'superseded',
      { requests: [0, 1, 2].map((requestId) => expect.objectContaining({ requestId })), matching: 300_000 },
    ])
    expect(explained.map((one) => (one as SimulationExplanation).requestId)).toEqual([4, 5])
  })

  it('are answered while the run waits', async () => {
    const thread = new Thread()
    const run = thread.send({ ...runRich, isPaused: true })
    await thread.send({ type: 'control', control: { action: 'step', by: 'SECOND' } })
    const explained = (await thread.ask<'explain'>({ about: 'explain', requestId: 3 })) as SimulationExplanation
    expect(explained).toEqual(await explain(endedRun(rich), 3, WITHOUT_BREAK))
    await thread.send({ type: 'cancel' })
    await run
  })
})
