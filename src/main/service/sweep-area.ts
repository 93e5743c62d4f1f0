import { GatewrightError } from '@shared/contract/errors'
import type { Args } from '@shared/contract/commands'
import type { SeekAnswer, SweepCell, SweepEnded } from '@shared/contract/sweep'
import type { Scenario } from '@shared/design/scenario'
import { sweepPlan } from '../simulator/sweep/sweep-plan'
import type { Emit } from './emit'
import { folderOf } from './folder-of'
import { MeasurePool } from './measure-pool'
import type { OpenProjectHolder } from './open-project-holder'
import type { HostPorts } from './ports'
import { refuseBrokenScenario } from './refuse-broken-scenario'
import { refuseBrokenSeek, refuseBrokenSweep } from './refuse-broken-sweep'
import { runSeek } from './run-seek'
import { runSweep, type SweptSetup } from './run-sweep'
import type { Handlers } from './service'

const PROGRESS_EVERY_MS = 250

export type SweepCommands = 'simulator.sweep' | 'simulator.cancelSweep' | 'simulator.seek'

interface Sweep {
  readonly sweepId: string
  readonly pool: MeasurePool
}

interface Seek {
  readonly pool: MeasurePool
  readonly reject: (error: GatewrightError) => void
}

/** Sweeps and searches, in threads of their own: one of each at a time, a newer one takes the place of the one before. */
export function sweepArea(
  ports: HostPorts,
  holder: OpenProjectHolder,
  emit: Emit,
): { handlers: Pick<Handlers, SweepCommands>; close: () => void } {
  let sweep: Sweep | null = null
  let sweeps = 0
  let seek: Seek | null = null

  function setupWith(scenario: Scenario): SweptSetup {
    const { design } = holder
    const folder = folderOf(holder.stored.path)
    refuseBrokenScenario(scenario, design, ports.checkReplayFiles(scenario, folder))
    return { design, scenario, folder }
  }

  function poolFor(runs: number): MeasurePool {
    return new MeasurePool(ports.startSimulatorWorker, Math.max(1, Math.min(ports.parallelism, runs)))
  }

  function end(of: Sweep, ended: SweepEnded): void {
    if (of !== sweep) return
    sweep = null
    of.pool.close()
    emit('simulator.sweepEnded', ended)
  }

  function cancel(of: Sweep | null): void {
    if (of !== null) end(of, { sweepId: of.sweepId, state: 'cancelled' })
  }

  function startSweep({ scenario, ...request }: Args<'simulator.sweep'>): { sweepId: string; runs: number } {
    const setup = setupWith(scenario)
    refuseBrokenSweep(setup, request)
    const plan = sweepPlan(scenario, request)
    const total = plan.cells.length * plan.seeds.length
    cancel(sweep)
    const started: Sweep = { sweepId: `sweep-${++sweeps}`, pool: poolFor(total) }
    sweep = started
    const { sweepId } = started
    const progress = new Progress(ports.now, total, (done, cells) =>
      emit('simulator.sweepProgress', { sweepId, done, total, cells }),
    )
    const metrics = request.metrics.map((metric) => ({ metric }))
    runSweep(started.pool, setup, { ...request, metrics }, plan, progress).then(
      () => {
        progress.finish()
        end(started, { sweepId, state: 'done' })
      },
      (error: Error) => end(started, { sweepId, state: 'failed', message: error.message }),
    )
    return { sweepId, runs: total }
  }

  function startSeek({ scenario, ...request }: Args<'simulator.seek'>): Promise<SeekAnswer> {
    const setup = setupWith(scenario)
    refuseBrokenSeek(setup, request)
    leaveSeek()
    const pool = poolFor(request.seeds ?? 1)
    return new Promise((resolve, reject) => {
      seek = { pool, reject }
      runSeek(pool, setup, request)
        .then(resolve, reject)
        .finally(() => {
          pool.close()
          if (seek?.pool === pool) seek = null
        })
    })
  }

  function leaveSeek(): void {
    seek?.pool.close()
    seek?.reject(new GatewrightError('simulator/superseded', 'A newer search took the place of this one.'))
    seek = null
  }

  return {
    handlers: {
      'simulator.sweep': async (args) => startSweep(args),
      'simulator.cancelSweep': async ({ sweepId }) => {
        if (sweep?.sweepId === sweepId) cancel(sweep)
        return {}
      },
      'simulator.seek': async (args) => startSeek(args),
    },
    close: () => {
      sweep?.pool.close()
      sweep = null
      leaveSeek()
    },
  }
}

/** Tells of what is finished, at most every so often and always at the end. */
class Progress {
  private done = 0
  private cells: SweepCell[] = []
  private toldAt = -Infinity
  private readonly now: () => number
  private readonly total: number
  private readonly tell: (done: number, cells: readonly SweepCell[]) => void

  constructor(now: () => number, total: number, tell: (done: number, cells: readonly SweepCell[]) => void) {
    this.now = now
    this.total = total
    this.tell = tell
  }

  readonly onRun = (): void => {
    this.done++
    if (this.done < this.total && this.now() - this.toldAt >= PROGRESS_EVERY_MS) this.send()
  }

  readonly onCell = (cell: SweepCell): void => void this.cells.push(cell)

  finish(): void {
    this.send()
  }

  private send(): void {
    this.toldAt = this.now()
    this.tell(this.done, this.cells.splice(0))
  }
}
