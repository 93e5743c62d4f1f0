import { GatewrightError } from '@shared/contract/errors'
import type { RunControl } from '@shared/contract/simulation'
import type { Args } from '@shared/contract/commands'
import type { Emit } from './emit'
import { exportRun } from './export-run'
import { folderOf } from './folder-of'
import type { OpenProjectHolder } from './open-project-holder'
import type { HostPorts } from './ports'
import type { Handlers } from './service'
import { refuseBrokenScenario } from './refuse-broken-scenario'
import { refuseForeignShape } from './refuse-foreign-shape'
import { resultOf } from './run-result'
import { SimulatorRun, unknownRun } from './simulator-run'
import { sweepArea } from './sweep-area'
import { previewThrottle } from './throttle-preview'

/** At most four pictures a second. */
const SNAPSHOT_EVERY_MS = 250

type SimulatorCommands = Extract<keyof Handlers, `simulator.${string}` | 'throttle.preview'>

/** One run at a time, each in a thread of its own that stays for questions until the next run begins; and the sweeps beside it. */
export function simulatorArea(
  ports: HostPorts,
  holder: OpenProjectHolder,
  emit: Emit,
): { handlers: Pick<Handlers, SimulatorCommands>; close: () => void } {
  let run: SimulatorRun | null = null
  let runs = 0
  const sweeps = sweepArea(ports, holder, emit)

  function leave(): void {
    run?.leave()
    run = null
  }

  function start({ scenario, design, speed, isPaused }: Args<'simulator.start'>): SimulatorRun {
    if (design !== undefined) refuseForeignShape(design)
    const of = design ?? holder.design
    const folder = design === undefined ? folderOf(holder.stored.path) : null
    refuseBrokenScenario(scenario, of, ports.checkReplayFiles(scenario, folder))
    leave()
    run = new SimulatorRun(
      {
        type: 'run',
        runId: `run-${++runs}`,
        design: of,
        scenario,
        folder,
        snapshotEveryMs: SNAPSHOT_EVERY_MS,
        ...(speed !== undefined && { speed }),
        ...(isPaused !== undefined && { isPaused }),
      },
      ports.startSimulatorWorker(),
      {
        onSnapshot: (frame) => emit('simulator.snapshot', frame),
        onEnd: (ended) => emit('simulator.ended', ended),
      },
    )
    return run
  }

  function find(runId: string): SimulatorRun {
    if (run?.runId === runId) return run
    throw unknownRun(runId)
  }

  return {
    handlers: {
      'simulator.start': async (args) => ({ runId: start(args).runId }),
      'simulator.cancel': async ({ runId }) => {
        find(runId).cancel()
        return {}
      },
      'simulator.control': async ({ runId, ...control }) => {
        const of = find(runId)
        refuseBrokenChange(of, control)
        of.control(control)
        return {}
      },
      'simulator.result': async ({ runId }) => resultOf(find(runId)),
      'simulator.explain': async ({ runId, requestId }) => {
        const explanation = await find(runId).ask<'explain'>({ about: 'explain', requestId })
        if (explanation !== null) return explanation
        const message = `Request ${requestId} is not part of this run. Pick one that has come.`
        throw new GatewrightError('simulator/unknown-request', message)
      },
      'simulator.tablesAt': async ({ runId, atMs }) => find(runId).ask<'tablesAt'>({ about: 'tablesAt', atMs }),
      'simulator.requests': async ({ runId, filter, limit }) =>
        find(runId).ask<'requests'>({ about: 'requests', filter, limit }),
      'simulator.export': async ({ runId, format }) => exportRun(find(runId), format),
      ...sweeps.handlers,
      'throttle.preview': async (request) => previewThrottle(holder.design, request),
    },
    close: () => {
      leave()
      sweeps.close()
    },
  }
}

/** A change must be an event that the scenario may have; its time is the run's to say. */
function refuseBrokenChange({ scenario, design }: SimulatorRun, control: RunControl): void {
  if (control.action !== 'change') return
  const events = control.limits.map((limit) => ({ ...limit, at: 0 }))
  refuseBrokenScenario({ ...scenario, events: [...(scenario.events ?? []), ...events] }, design)
}
