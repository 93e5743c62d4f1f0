import { describe, expect, it } from 'vitest'
import type { PlaySpeed, RunControl, SimulationResult } from '@shared/contract/simulation'
import type { Snapshot } from '@shared/contract/snapshot'
import type { LimitChange } from '@shared/design/scenario'
import { explain } from './explain'
import { listRequests } from './list-requests'
import { WITHOUT_BREAK } from './played-run.fixture'
import { finished, plainRun, richDesign, richScenario } from './rich-run.fixture'
import { RunPlayer } from './run-player'
import { simulationResult } from './simulation-result'
import { tablesOf } from './tables-at'
import type { Setup } from './sweep/set-number'

/** A player whose clock goes on by what each pause is asked to be, and by 1 ms of work. Controls come at times of that clock. */
class Stage {
  readonly snapshots: Snapshot[] = []
  readonly pauses: number[] = []
  readonly player: RunPlayer
  /** What happens when the clock has come to a time, earliest first. */
  cues: { readonly at: number; readonly act: () => void }[] = []
  clock = 0

  constructor(setup: Setup, options: { readonly speed?: PlaySpeed; readonly isPaused?: boolean } = {}) {
    this.player = new RunPlayer(
      setup,
      { runId: 'r', snapshotEveryMs: 250, ...options },
      {
        now: () => this.clock,
        pause: async (ms) => {
          this.pauses.push(ms)
          this.clock += ms + 1
          while (this.cues[0] && this.cues[0].at <= this.clock) this.cues.shift()!.act()
        },
        onSnapshot: (snapshot) => this.snapshots.push(snapshot),
      },
    )
  }

  at(at: number, control: RunControl): void {
    this.cues.push({ at, act: () => this.player.control(control) })
  }
}

const rich: Setup = { design: richDesign(), scenario: richScenario() }
const steady = plainRun(
  { shape: { type: 'CONSTANT', ratePerSecond: 100 } },
  { durationInSeconds: 10 },
  { '/GET': { throttlingRateLimit: 50, throttlingBurstLimit: 20 } },
)

function figuresOf(result: SimulationResult | null): unknown {
  return { ...result, elapsedMs: 0, requestsPerSecondOfWallClock: 0 }
}

const limit = (rateLimit: number, burstLimit: number): Omit<LimitChange, 'at'> => ({
  type: 'SET_LIMIT',
  level: 'method',
  route: 'GET /',
  rateLimit,
  burstLimit,
})

/** Lets everything that waits go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

describe('a run at a speed', () => {
  it.each([
    [1, 10_000],
    [10, 1000],
    [4, 2500],
  ])('of %d takes %d ms of wall clock for ten seconds', async (speed, wallMs) => {
    const stage = new Stage(steady, { speed })
    await stage.player.play()
    expect(stage.clock).toBeGreaterThanOrEqual(wallMs)
    expect(stage.clock).toBeLessThan(wallMs + 40)
  })

  it('goes on thirty times a second at most, with a picture four times', async () => {
    const stage = new Stage(steady, { speed: 1 })
    await stage.player.play()
    expect(stage.pauses.length / 10).toBeLessThanOrEqual(30)
    expect(stage.snapshots.length).toBeLessThanOrEqual(4 * 10 + 1)
    expect(stage.snapshots.length).toBeGreaterThan(30)
  })

  it('is where the clock says, quiet seconds too', async () => {
    const quiet = plainRun({ shape: { type: 'BURST', count: 3, at: 0 } }, { durationInSeconds: 10 })
    const stage = new Stage(quiet, { speed: 2 })
    stage.at(3000, { action: 'pause' })
    void stage.player.play()
    while (stage.clock < 3000) await settle()
    await settle()
    const last = stage.snapshots.at(-1)!
    expect(last.nowMs).toBeGreaterThan(5850)
    expect(last.nowMs).toBeLessThanOrEqual(6100)
    const filled = [...last.series.offered].filter((value) => !Number.isNaN(value)).length
    expect(filled).toBe(Math.floor(last.nowMs / last.stepMs))
    stage.player.cancel()
  })

  it('has the same figures as one at full speed', async () => {
    const result = await new Stage(rich, { speed: 60 }).player.play()
    const expected = simulationResult(finished(rich.design, rich.scenario), rich.scenario, 0)
    expect(figuresOf(result)).toEqual(figuresOf(expected))
  })

  it('does not make up for what came too late', async () => {
    // 500,000 requests a virtual second at 100 seconds a second: 50 turns of 50,000 events for each second's worth.
    const heavy = plainRun({ shape: { type: 'CONSTANT', ratePerSecond: 500_000 } }, { durationInSeconds: 1 })
    const stage = new Stage(heavy, { speed: 100 })
    await stage.player.play()
    expect(stage.pauses.filter((ms) => ms === 0).length).toBeGreaterThan(15)
  })
})

describe('pause and resume', () => {
  it('stops at once with a picture, and goes on at another speed from there', async () => {
    const stage = new Stage(steady, { speed: 1 })
    stage.at(2000, { action: 'pause' })
    const played = stage.player.play()
    while (stage.clock < 2000) await settle()
    await settle()
    const [pauses, paused] = [stage.pauses.length, stage.snapshots.at(-1)!]
    expect([paused.isFinal, Math.abs(paused.nowMs - 2000) < 100]).toEqual([false, true])
    stage.clock += 60_000
    await settle()
    expect(stage.pauses.length).toBe(pauses)
    stage.player.control({ action: 'resume', speed: 'MAX' })
    const result = await played
    expect(stage.clock).toBeLessThan(62_100)
    expect(figuresOf(result)).toEqual(
      figuresOf(simulationResult(finished(steady.design, steady.scenario), steady.scenario, 0)),
    )
    // The minute in between was not spent on it.
    expect(result!.elapsedMs).toBeLessThan(2100)
  })

  it('may begin paused, with a picture of nothing', async () => {
    const stage = new Stage(steady, { isPaused: true })
    const played = stage.player.play()
    await settle()
    expect(stage.snapshots.map(({ nowMs, totals, routes }) => [nowMs, totals.offered, routes.length])).toEqual([
      [0, 0, 1],
    ])
    stage.player.control({ action: 'resume' })
    expect((await played)?.totals.requests).toBe(1000)
  })

  it('can be cancelled while it waits', async () => {
    const stage = new Stage(steady, { isPaused: true })
    const played = stage.player.play()
    await settle()
    stage.player.cancel()
    expect([await played, stage.snapshots.at(-1)!.isFinal]).toEqual([null, true])
  })
})

describe('steps', () => {
  async function stepped(...controls: readonly RunControl[]): Promise<readonly (readonly [number, number])[]> {
    const stage = new Stage(steady, { isPaused: true })
    void stage.player.play()
    await settle()
    for (const control of controls) {
      stage.player.control(control)
      await settle()
    }
    stage.player.cancel()
    await settle()
    return stage.snapshots.slice(1, -1).map(({ nowMs, totals }) => [nowMs, totals.offered])
  }

  it('of a second end at whole seconds, each with a picture', async () => {
    const second: RunControl = { action: 'step', by: 'SECOND' }
    expect(await stepped(second, second, second)).toEqual([
      [1000, 100],
      [2000, 200],
      [3000, 300],
    ])
  })

  it('of an event go over one arrival or one answer', async () => {
    const event: RunControl = { action: 'step', by: 'EVENT' }
    // Arrivals at 0, 10, 20 ...; the first answer comes some 40 ms after the first request.
    const [first, second, third] = await stepped(event, event, event)
    expect([first, second, third]).toEqual([
      [0, 1],
      [10, 2],
      [20, 3],
    ])
  })

  it('over the last event end the run', async () => {
    const one = plainRun({ shape: { type: 'BURST', count: 1, at: 0 } }, { durationInSeconds: 1 })
    const stage = new Stage(one, { isPaused: true })
    const played = stage.player.play()
    for (let step = 0; step < 4; step++) {
      await settle()
      stage.player.control({ action: 'step', by: 'EVENT' })
    }
    expect((await played)?.totals.requests).toBe(1)
    expect(stage.snapshots.at(-1)!.isFinal).toBe(true)
  })

  it('lead to the same end as a run without', async () => {
    const stage = new Stage(rich, { isPaused: true })
    const played = stage.player.play()
    for (let step = 0; step < 40; step++) {
      stage.player.control({ action: 'step', by: step % 3 === 0 ? 'SECOND' : 'EVENT' })
      await settle()
    }
    stage.player.control({ action: 'resume', speed: 'MAX' })
    const expected = simulationResult(finished(rich.design, rich.scenario), rich.scenario, 0)
    expect(figuresOf(await played)).toEqual(figuresOf(expected))
  })
})

describe('a change of limits', () => {
  it('takes effect at the moment reached, and is an event of the scenario from then on', async () => {
    const stage = new Stage(steady, { isPaused: true })
    const played = stage.player.play()
    await settle()
    for (let step = 0; step < 5; step++) stage.player.control({ action: 'step', by: 'SECOND' })
    await settle()
    const events = stage.player.control({ action: 'change', limits: [limit(100, 20)] })
    expect(events).toEqual([{ ...limit(100, 20), at: 5 }])
    expect(stage.player.scenario.events).toEqual(events)
    stage.player.control({ action: 'resume' })
    const { admitted } = (await played)!.timeSeries
    expect([admitted.slice(2, 5), admitted.slice(5)]).toEqual([
      [50, 50, 50],
      [100, 100, 100, 100, 100],
    ])
  })

  it.each([
    ['at full speed', 'MAX', 3],
    ['at a pace', 7, 1500],
  ] as const)('%s gives the run that has the event from the beginning', async (_, speed, at) => {
    const stage = new Stage(rich, { speed })
    let events: readonly LimitChange[] = []
    const change: RunControl = {
      action: 'change',
      limits: [
        { type: 'SET_LIMIT', level: 'account', rateLimit: 60, burstLimit: 10 },
        { type: 'SET_LIMIT', level: 'plan', usagePlanId: 'gold00', rateLimit: 100, burstLimit: 50 },
      ],
    }
    stage.cues.push({ at, act: () => (events = stage.player.control(change)) })
    if (speed === 'MAX') {
      const heavy = richScenario({
        sources: [{ ...rich.scenario.sources[0]!, shape: { type: 'POISSON', ratePerSecond: 5000 } }],
      })
      const dense = new Stage({ ...rich, scenario: heavy }, { speed })
      dense.cues.push({ at, act: () => (events = dense.player.control(change)) })
      const result = await dense.player.play()
      const again = { ...heavy, events }
      expect(events.map((event) => event.at > 0)).toEqual([true, true])
      expect(figuresOf(result)).toEqual(figuresOf(simulationResult(finished(rich.design, again), again, 0)))
      return
    }
    const result = await stage.player.play()
    const again = { ...rich.scenario, events }
    expect(events.map((event) => event.at > 5)).toEqual([true, true])
    expect(figuresOf(result)).toEqual(figuresOf(simulationResult(finished(rich.design, again), again, 0)))
  })

  it('of a route that had no limit of its own is played again up to there, and goes on', async () => {
    const free = plainRun({ shape: { type: 'CONSTANT', ratePerSecond: 100 } }, { durationInSeconds: 6 })
    const stage = new Stage(free, { isPaused: true })
    const played = stage.player.play()
    stage.player.control({ action: 'step', by: 'SECOND' })
    stage.player.control({ action: 'step', by: 'SECOND' })
    await settle()
    stage.player.control({ action: 'change', limits: [limit(10, 5)] })
    await settle()
    expect(stage.snapshots.at(-1)!.totals.offered).toBe(200)
    stage.player.control({ action: 'resume' })
    const result = (await played)!
    const again = { ...free.scenario, events: stage.player.scenario.events! }
    // The new bucket begins full: five, and nine that come until the last request of its first second.
    expect(result.timeSeries.admitted.slice(0, 4)).toEqual([100, 100, 14, 10])
    expect(figuresOf(result)).toEqual(figuresOf(simulationResult(finished(free.design, again), again, 0)))
  })

  it('is in every answer about the run: each request is explained as it was counted', async () => {
    const stage = new Stage(steady, { isPaused: true })
    void stage.player.play()
    stage.player.control({ action: 'step', by: 'SECOND' })
    await settle()
    stage.player.control({ action: 'step', by: 'EVENT' })
    await settle()
    stage.player.control({ action: 'change', limits: [limit(20, 1)] })
    stage.player.control({ action: 'step', by: 'SECOND' })
    await settle()
    const run = stage.player.played
    const list = (await listRequests(run, {}, 1000, WITHOUT_BREAK))!
    const { totals } = tablesOf(stage.player.simulation)
    const throttled = list.requests.filter(({ outcome }) => outcome === 'THROTTLED_METHOD')
    expect(throttled.length).toBe(totals.throttled)
    for (const { requestId, atMs } of [throttled.at(0)!, throttled.at(-1)!]) {
      const { trace, buckets, ...told } = (await explain(run, requestId, WITHOUT_BREAK))!
      expect([told.atMs, trace.at(-1)?.verdict]).toEqual([atMs, 'stopped'])
      expect(buckets[0]?.rateLimit).toBe(atMs < run.scenario.events![0]!.at * 1000 ? 50 : 20)
    }
    stage.player.cancel()
  })

  it('comes too late once the run is over', async () => {
    const stage = new Stage(steady)
    await stage.player.play()
    expect(stage.player.control({ action: 'change', limits: [limit(1, 1)] })).toEqual([])
    expect(stage.player.scenario).toBe(steady.scenario)
  })
})
