import { encodeSnapshot } from '@shared/contract/snapshot-codec'
import type { Scenario } from '@shared/design/scenario'
import { explain } from './explain'
import { listRequests } from './list-requests'
import { measure } from './measure'
import type { PlayedRun, Turns } from './played-run'
import type { LogReader } from './replay/log-reader'
import { RunPlayer } from './run-player'
import { TablesPlayer, tablesOf } from './tables-at'
import type { Answers, Question, WorkerReply, WorkerRequest } from './worker-protocol'

/** What a simulator thread needs of its host. */
export interface WorkerHost {
  /** Milliseconds; only differences count. */
  readonly now: () => number
  /** At least so many milliseconds; with 0 just long enough for messages to arrive. */
  readonly pause: (ms: number) => Promise<void>
  readonly parseInstant: (iso: string) => number
  /** Opens an access log of the project in this folder. */
  readonly openLog: (folder: string | null, file: string) => LogReader
  readonly post: (reply: WorkerReply) => void
}

type RequestOf<Type> = Extract<WorkerRequest, { type: Type }>
type Answer = Answers[keyof Answers]

/** One simulator thread: plays one scenario, answers questions about it, and says what happened. */
export class WorkerSession {
  private readonly host: WorkerHost
  private player: RunPlayer | null = null
  private runId = ''
  private tables = new TablesPlayer()
  /** Questions are answered one after the other. */
  private lastAnswer: Promise<void> = Promise.resolve()
  private readonly newest = new Map<Question['about'], number>()

  constructor(host: WorkerHost) {
    this.host = host
  }

  async handle(request: WorkerRequest): Promise<void> {
    if (request.type === 'cancel') this.player?.cancel()
    else if (request.type === 'control') this.control(request)
    else if (request.type === 'ask') await this.ask(request)
    else if (request.type === 'measure') await this.measure(request)
    else await this.run(request)
  }

  private async run({ runId, design, scenario, folder, ...options }: RequestOf<'run'>): Promise<void> {
    const { host } = this
    const player = new RunPlayer(
      { design, scenario, ...this.circumstances(scenario, folder) },
      { runId, ...options },
      { ...host, onSnapshot: (snapshot) => host.post({ type: 'snapshot', runId, frame: encodeSnapshot(snapshot) }) },
    )
    this.runId = runId
    this.player = player
    this.tables = new TablesPlayer()
    const result = await player.play()
    host.post(result === null ? { type: 'cancelled', runId } : { type: 'done', runId, result })
  }

  private control({ control }: RequestOf<'control'>): void {
    const events = this.player?.control(control) ?? []
    if (events.length > 0) this.host.post({ type: 'changed', runId: this.runId, events })
  }

  private async measure({ measureId, design, scenario, folder, metrics }: RequestOf<'measure'>): Promise<void> {
    const turns = { pause: () => this.host.pause(0), isCancelled: () => false }
    const run = { design, scenario, ...this.circumstances(scenario, folder), reachedMs: Infinity }
    this.host.post({ type: 'measured', measureId, values: await measure(run, metrics, turns) })
  }

  private ask({ questionId, question }: RequestOf<'ask'>): Promise<void> {
    this.newest.set(question.about, questionId)
    const answered = this.lastAnswer.then(() => this.answer(questionId, question))
    this.lastAnswer = answered.catch(() => undefined)
    return answered
  }

  private async answer(questionId: number, question: Question): Promise<void> {
    // Every "why?" is answered; of the others only the newest is of use.
    const isCancelled = (): boolean => question.about !== 'explain' && this.newest.get(question.about) !== questionId
    const answer = isCancelled() ? null : await this.find(question, { pause: () => this.host.pause(0), isCancelled })
    if (isCancelled()) this.host.post({ type: 'superseded', questionId })
    else this.host.post({ type: 'answered', questionId, answer })
  }

  private async find(question: Question, turns: Turns): Promise<Answer> {
    const { player } = this
    if (player === null) return null
    if (question.about === 'explain') return explain(player.played, question.requestId, turns)
    if (question.about === 'requests') return listRequests(player.played, question.filter, question.limit, turns)
    return this.tablesAt(player, question.atMs, turns)
  }

  /** What the run has not passed yet stands as it does now. */
  private async tablesAt(player: RunPlayer, atMs: number, turns: Turns): Promise<Answer> {
    const { simulation, played } = player
    const isPassed = atMs < Math.min(played.reachedMs, simulation.durationMs)
    return isPassed ? this.tables.at(played, atMs, turns) : tablesOf(simulation)
  }

  private circumstances(scenario: Scenario, folder: string | null): Pick<PlayedRun, 'epoch' | 'openLog'> {
    const { parseInstant, openLog } = this.host
    return {
      ...(scenario.startsAt !== undefined && { epoch: parseInstant(scenario.startsAt) }),
      openLog: (file) => openLog(folder, file),
    }
  }
}
