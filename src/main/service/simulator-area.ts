import { GatewrightError } from '@shared/contract/errors'
import type { SimulationExplanation, SimulationResult } from '@shared/contract/simulation'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import type { WorkerReply } from '../simulator/worker-protocol'
import type { Emit } from './emit'
import type { OpenProjectHolder } from './open-project-holder'
import type { HostPorts, SimulatorWorker } from './ports'
import type { Handlers } from './service'
import { refuseBrokenScenario } from './refuse-broken-scenario'
import { previewThrottle } from './throttle-preview'

/** At most four pictures a second. */
const SNAPSHOT_EVERY_MS = 250

type SimulatorCommands = Extract<keyof Handlers, `simulator.${string}` | 'throttle.preview'>

/** One run at a time, each in a thread of its own that stays for questions until the next run begins. */
interface Run {
  readonly runId: string
  readonly worker: SimulatorWorker
  result: SimulationResult | null
  hasEnded: boolean
  /** Why its thread is not there any more. */
  gone: string | null
  /** Asked and not answered, in order: the thread answers one after the other. */
  readonly questions: Question[]
}

interface Question {
  readonly answer: (explanation: SimulationExplanation | null) => void
  readonly reject: (error: GatewrightError) => void
}

export function simulatorArea(
  ports: HostPorts,
  holder: OpenProjectHolder,
  emit: Emit,
): { handlers: Pick<Handlers, SimulatorCommands>; close: () => void } {
  let run: Run | null = null
  let runs = 0

  function end(of: Run, event: Parameters<typeof emit<'simulator.ended'>>[1]): void {
    of.hasEnded = true
    emit('simulator.ended', event)
  }

  /** A thread that cannot go on: the run ends if it has not, and nobody waits for an answer. */
  function fail(of: Run, reason: string): void {
    for (const { reject } of of.questions.splice(0)) reject(workerDied(reason))
    if (!of.hasEnded) end(of, { runId: of.runId, state: 'failed', message: `The simulator stopped: ${reason}` })
  }

  function receive(of: Run, message: WorkerReply): void {
    if (of !== run) return
    if (message.type === 'snapshot') emit('simulator.snapshot', message.frame)
    else if (message.type === 'explained') of.questions.shift()?.answer(message.explanation)
    else if (message.type === 'failed') fail(of, message.message)
    else {
      if (message.type === 'done') of.result = message.result
      end(of, { runId: of.runId, state: message.type })
    }
  }

  /** The thread that is there ends, without a word: whoever makes it end knows. */
  function leave(): void {
    const left = run
    run = null
    left?.worker.terminate()
    for (const { reject } of left?.questions ?? []) reject(unknownRun(left!.runId))
  }

  function start(design: Design, scenario: Scenario): Run {
    leave()
    const next: Run = {
      runId: `run-${++runs}`,
      worker: ports.startSimulatorWorker(),
      result: null,
      hasEnded: false,
      gone: null,
      questions: [],
    }
    run = next
    next.worker.onMessage((message) => receive(next, message))
    next.worker.onExit((reason) => {
      if (next !== run) return
      next.gone = reason
      fail(next, reason)
    })
    next.worker.post({ type: 'run', runId: next.runId, design, scenario, snapshotEveryMs: SNAPSHOT_EVERY_MS })
    return next
  }

  function find(runId: string): Run {
    if (run?.runId === runId) return run
    throw unknownRun(runId)
  }

  return {
    handlers: {
      'simulator.start': async ({ scenario }) => {
        refuseBrokenScenario(scenario, holder.design)
        return { runId: start(holder.design, scenario).runId }
      },
      'simulator.cancel': async ({ runId }) => {
        find(runId).worker.post({ type: 'cancel' })
        return {}
      },
      'simulator.result': async ({ runId }) => {
        const { result } = find(runId)
        if (result !== null) return result
        throw new GatewrightError('simulator/unknown-run', `Run ${runId} has no result: it did not come to its end.`)
      },
      'simulator.explain': async ({ runId, requestId }) => explained(find(runId), requestId),
      'throttle.preview': async (request) => previewThrottle(holder.design, request),
    },
    close: leave,
  }
}

async function explained(run: Run, requestId: number): Promise<SimulationExplanation> {
  if (run.gone !== null) throw workerDied(run.gone)
  const explanation = await new Promise<SimulationExplanation | null>((answer, reject) => {
    run.questions.push({ answer, reject })
    run.worker.post({ type: 'explain', requestId })
  })
  if (explanation !== null) return explanation
  const message = `Request ${requestId} is not among the samples of this run. Pick one of the sampled requests.`
  throw new GatewrightError('simulator/unknown-request', message)
}

function workerDied(reason: string): GatewrightError {
  return new GatewrightError('simulator/worker-died', `The simulator stopped: ${reason}. Run the scenario again.`)
}

function unknownRun(runId: string): GatewrightError {
  return new GatewrightError('simulator/unknown-run', `Run ${runId} is no longer there. Run the scenario again.`)
}
