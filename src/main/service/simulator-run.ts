import { GatewrightError } from '@shared/contract/errors'
import type { RunControl, RunEnded, SimulationResult } from '@shared/contract/simulation'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import type { Answers, Question, WorkerReply, WorkerRequest } from '../simulator/worker-protocol'
import type { SimulatorWorker } from './ports'
import { workerDied } from './worker-died'

type Answer = Answers[keyof Answers]

interface Asked {
  readonly answer: (answer: Answer) => void
  readonly reject: (error: GatewrightError) => void
}

export interface RunListeners {
  readonly onSnapshot: (frame: ArrayBuffer) => void
  /** Once. */
  readonly onEnd: (ended: RunEnded) => void
}

/** One run in a thread of its own, which stays for questions after its end. */
export class SimulatorRun {
  readonly runId: string
  readonly design: Design
  result: SimulationResult | null = null
  /** The picture that came last. */
  lastFrame: ArrayBuffer | null = null
  private played: Scenario
  private readonly worker: SimulatorWorker
  private readonly listeners: RunListeners
  private readonly asked = new Map<number, Asked>()
  private questions = 0
  private hasEnded = false
  private isLeft = false
  /** Why its thread is not there any more. */
  private gone: string | null = null

  constructor(start: Extract<WorkerRequest, { type: 'run' }>, worker: SimulatorWorker, listeners: RunListeners) {
    this.runId = start.runId
    this.design = start.design
    this.played = start.scenario
    this.worker = worker
    this.listeners = listeners
    worker.onMessage((message) => {
      if (!this.isLeft) this.receive(message)
    })
    worker.onExit((reason) => {
      if (this.isLeft) return
      this.gone = reason
      this.fail(reason)
    })
    worker.post(start)
  }

  /** With the limits that were changed meanwhile among its events. */
  get scenario(): Scenario {
    return this.played
  }

  cancel(): void {
    this.worker.post({ type: 'cancel' })
  }

  control(control: RunControl): void {
    this.worker.post({ type: 'control', control })
  }

  /** Throws `simulator/worker-died`, and `simulator/superseded` when a newer question took its place. */
  async ask<About extends Question['about']>(question: Extract<Question, { about: About }>): Promise<Answers[About]> {
    if (this.gone !== null) throw workerDied(this.gone)
    const answer = await new Promise<Answer>((resolve, reject) => {
      const questionId = ++this.questions
      this.asked.set(questionId, { answer: resolve, reject })
      this.worker.post({ type: 'ask', questionId, question })
    })
    // The thread answers each question with what belongs to it.
    return answer as Answers[About]
  }

  /** The thread ends, without a word: whoever makes it end knows. */
  leave(): void {
    this.isLeft = true
    this.worker.terminate()
    this.rejectAll(unknownRun(this.runId))
  }

  private receive(message: WorkerReply): void {
    if (message.type === 'snapshot') {
      this.lastFrame = message.frame
      this.listeners.onSnapshot(message.frame)
    } else if (message.type === 'answered') this.settle(message.questionId, ({ answer }) => answer(message.answer))
    else if (message.type === 'superseded') this.settle(message.questionId, ({ reject }) => reject(superseded()))
    else if (message.type === 'changed') {
      this.played = { ...this.played, events: [...(this.played.events ?? []), ...message.events] }
    } else if (message.type === 'failed') this.fail(message.message)
    else if (message.type === 'done') {
      this.result = message.result
      this.end({ runId: this.runId, state: 'done' })
    } else if (message.type === 'cancelled') this.end({ runId: this.runId, state: 'cancelled' })
  }

  private settle(questionId: number, how: (asked: Asked) => void): void {
    const asked = this.asked.get(questionId)
    this.asked.delete(questionId)
    if (asked !== undefined) how(asked)
  }

  /** A thread that cannot go on: the run ends if it has not, and nobody waits for an answer. */
  private fail(reason: string): void {
    this.rejectAll(workerDied(reason))
    if (!this.hasEnded) {
      this.end({ runId: this.runId, state: 'failed', message: `The simulator stopped: ${reason}` })
    }
  }

  private rejectAll(error: GatewrightError): void {
    const waiting = [...this.asked.values()]
    this.asked.clear()
    for (const { reject } of waiting) reject(error)
  }

  private end(ended: RunEnded): void {
    this.hasEnded = true
    this.listeners.onEnd(ended)
  }
}

function superseded(): GatewrightError {
  return new GatewrightError('simulator/superseded', 'A newer question took the place of this one.')
}

/** There is one run at a time; this is another. */
export function unknownRun(runId: string): GatewrightError {
  return new GatewrightError('simulator/unknown-run', `Run ${runId} is no longer there. Run the scenario again.`)
}
