import { describe, expect, it } from 'vitest'
import { decodeSnapshot } from '@shared/contract/snapshot-codec'
import { finished, plainRun, richDesign, richScenario } from './rich-run.fixture'
import { simulationResult } from './simulation-result'
import type { WorkerReply, WorkerRequest } from './worker-protocol'
import { WorkerSession } from './worker-session'

/** A thread whose clock goes on by 60 ms in every pause. */
class Thread {
  readonly replies: WorkerReply[] = []
  readonly session: WorkerSession
  pauses = 0
  atPause: (count: number) => void = () => undefined
  private clock = 0

  constructor() {
    this.session = new WorkerSession({
      now: () => this.clock,
      pause: async () => {
        this.clock += 60
        this.atPause(++this.pauses)
      },
      parseInstant: Date.parse,
      post: (reply) => this.replies.push(reply),
    })
  }

  send(request: WorkerRequest): Promise<void> {
    return this.session.handle(request)
  }

  get snapshots() {
    return this.replies.flatMap((reply) => (reply.type === 'snapshot' ? [decodeSnapshot(reply.frame)] : []))
  }
}

const busy = plainRun({ shape: { type: 'CONSTANT', ratePerSecond: 5000 } })
const runBusy = { type: 'run', runId: 'busy', ...busy, snapshotEveryMs: 250 } as const

describe('WorkerSession', () => {
  it('runs a scenario to its end and gives the result that a run without a thread has', async () => {
    const thread = new Thread()
    const [design, scenario] = [richDesign(), richScenario()]
    await thread.send({ type: 'run', runId: 'rich', design, scenario, snapshotEveryMs: 250 })
    const done = thread.replies.at(-1)
    expect(done).toEqual({
      type: 'done',
      runId: 'rich',
      result: {
        ...simulationResult(finished(design, scenario), scenario, 0),
        elapsedMs: expect.any(Number),
        requestsPerSecondOfWallClock: expect.any(Number),
      },
    })
  })

  it('sends a snapshot every 250 ms of wall clock and one at the end', async () => {
    const thread = new Thread()
    await thread.send(runBusy)
    const sent = thread.snapshots.map(
      ({ runId, sequence, isFinal }) => `${runId} ${sequence}${isFinal ? ' final' : ''}`,
    )
    // 600,000 events in turns of 50,000: 12 pauses of 60 ms, every fifth is past 250 ms.
    expect([thread.pauses, sent]).toEqual([12, ['busy 0', 'busy 1', 'busy 2 final']])
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
    await thread.send({ type: 'explain', requestId: sample!.requestId })
    expect(thread.replies.at(-1)).toMatchObject({
      type: 'explained',
      explanation: { requestId: sample!.requestId, atMs: sample!.atMs, routeKey: 'GET /', sourceName: 'clients' },
    })
  })

  it('runs the next scenario after one was cancelled', async () => {
    const thread = new Thread()
    thread.atPause = () => void thread.send({ type: 'cancel' })
    await thread.send(runBusy)
    thread.atPause = () => undefined
    await thread.send({ ...runBusy, runId: 'again' })
    expect(thread.replies.at(-1)).toMatchObject({ type: 'done', runId: 'again' })
  })

  it('has no explanation before a run, nor of a request that was not sampled', async () => {
    const thread = new Thread()
    await thread.send({ type: 'explain', requestId: 0 })
    await thread.send({
      type: 'run',
      runId: 'rich',
      design: richDesign(),
      scenario: richScenario(),
      snapshotEveryMs: 250,
    })
    const { samples } = thread.snapshots.at(-1)!
    const unsampled = samples.findIndex(({ requestId }, at) => requestId !== at)
    await thread.send({ type: 'explain', requestId: unsampled })
    await thread.send({ type: 'explain', requestId: -1 })
    const explained = thread.replies.filter(({ type }) => type === 'explained')
    expect(explained).toEqual([1, 2, 3].map(() => ({ type: 'explained', explanation: null })))
  })

  it('begins quota periods at the scenario’s own instant', async () => {
    const admitted = async (startsAt: string): Promise<number | undefined> => {
      const thread = new Thread()
      const scenario = richScenario({ startsAt })
      await thread.send({ type: 'run', runId: 'r', design: richDesign(), scenario, snapshotEveryMs: 250 })
      const done = thread.replies.at(-1)!
      return done.type === 'done' ? done.result.apiKeys.find(({ key }) => key === 'initech')?.admitted : undefined
    }
    // A second period of 100 requests begins ten seconds into the run.
    expect([await admitted('2026-11-20T12:00:00Z'), await admitted('2026-11-20T23:59:50Z')]).toEqual([100, 200])
  })
})
