import type { WorkerReply, WorkerRequest } from '../simulator/worker-protocol'
import type { GatewrightError } from '@shared/contract/errors'
import type { SimulatorWorker } from './ports'
import { workerDied } from './worker-died'

/** What a run is measured of; made only when a thread is free for it. */
export type Measurement = Omit<Extract<WorkerRequest, { type: 'measure' }>, 'type' | 'measureId'>
export type Figures = Extract<WorkerReply, { type: 'measured' }>['values']

interface Job {
  readonly make: () => Measurement
  readonly resolve: (values: Figures) => void
  readonly reject: (error: GatewrightError) => void
}

interface Thread {
  readonly worker: SimulatorWorker
  job: Job | null
}

/** Threads that measure runs, one each at a time, started as they are needed. Once one dies none goes on. */
export class MeasurePool {
  private readonly startWorker: () => SimulatorWorker
  private readonly size: number
  private readonly threads: Thread[] = []
  private readonly waiting: Job[] = []
  private isClosed = false
  private measured = 0

  constructor(startWorker: () => SimulatorWorker, size: number) {
    this.startWorker = startWorker
    this.size = size
  }

  /** Throws `simulator/worker-died`. Never answers once the pool is closed. */
  measure(make: () => Measurement): Promise<Figures> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ make, resolve, reject })
      this.next()
    })
  }

  close(): void {
    this.isClosed = true
    this.waiting.length = 0
    for (const { worker } of this.threads) worker.terminate()
  }

  private next(): void {
    if (this.isClosed || this.waiting.length === 0) return
    const thread = this.threads.find(({ job }) => job === null) ?? this.start()
    if (thread === null) return
    const job = this.waiting.shift()!
    thread.job = job
    thread.worker.post({ type: 'measure', measureId: ++this.measured, ...job.make() })
  }

  private start(): Thread | null {
    if (this.threads.length >= this.size) return null
    const thread: Thread = { worker: this.startWorker(), job: null }
    this.threads.push(thread)
    thread.worker.onMessage((message) => this.receive(thread, message))
    thread.worker.onExit((reason) => this.fail(reason))
    return thread
  }

  private receive(thread: Thread, message: WorkerReply): void {
    if (this.isClosed) return
    if (message.type === 'failed') this.fail(message.message)
    if (message.type !== 'measured') return
    const { job } = thread
    thread.job = null
    job?.resolve(message.values)
    this.next()
  }

  private fail(reason: string): void {
    if (this.isClosed) return
    const jobs = [...this.threads.flatMap(({ job }) => (job === null ? [] : [job])), ...this.waiting]
    this.close()
    for (const { reject } of jobs) reject(workerDied(reason))
  }
}
