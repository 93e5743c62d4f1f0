import { encodeSnapshot } from '@shared/contract/snapshot-codec'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import { explain } from './explain'
import { runScenario } from './run-scenario'
import type { Simulation } from './simulation'
import type { WorkerReply, WorkerRequest } from './worker-protocol'

/** What a simulator thread needs of its host. */
export interface WorkerHost {
  readonly now: () => number
  readonly pause: () => Promise<void>
  readonly parseInstant: (iso: string) => number
  readonly post: (reply: WorkerReply) => void
}

/** One simulator thread: runs one scenario, keeps it for questions, and says what happened. */
export class WorkerSession {
  private readonly host: WorkerHost
  private isCancelled = false
  private last: { design: Design; scenario: Scenario; epoch: number | undefined; simulation: Simulation } | null = null

  constructor(host: WorkerHost) {
    this.host = host
  }

  async handle(request: WorkerRequest): Promise<void> {
    if (request.type === 'cancel') this.isCancelled = true
    else if (request.type === 'explain') this.explain(request.requestId)
    else await this.run(request)
  }

  private async run({
    runId,
    design,
    scenario,
    snapshotEveryMs,
  }: Extract<WorkerRequest, { type: 'run' }>): Promise<void> {
    const { host } = this
    const epoch = scenario.startsAt === undefined ? undefined : host.parseInstant(scenario.startsAt)
    this.isCancelled = false
    const { simulation, result } = await runScenario(
      design,
      scenario,
      { runId, snapshotEveryMs, ...(epoch === undefined ? {} : { epoch }) },
      {
        now: host.now,
        pause: host.pause,
        isCancelled: () => this.isCancelled,
        onSnapshot: (snapshot) => host.post({ type: 'snapshot', runId, frame: encodeSnapshot(snapshot) }),
      },
    )
    this.last = { design, scenario, epoch, simulation }
    host.post(result === null ? { type: 'cancelled', runId } : { type: 'done', runId, result })
  }

  private explain(requestId: number): void {
    const sample = this.last?.simulation.recorder.samples.find(requestId)
    const explanation =
      this.last && sample ? explain(this.last.design, this.last.scenario, this.last.epoch, sample) : null
    this.host.post({ type: 'explained', explanation })
  }
}
