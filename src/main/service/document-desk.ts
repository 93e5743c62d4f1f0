import { GatewrightError, type ErrorMessage } from '@shared/contract/errors'
import type {
  DocumentReply,
  DocumentTask,
  DocumentTaskKind,
  DocumentWorker,
  TaskArgs,
  TaskResult,
} from './document-tasks'

interface WaitingTask {
  readonly task: DocumentTask
  readonly resolve: (result: never) => void
  readonly reject: (error: unknown) => void
}

/** What nobody looks at first: done when there is nothing else to do. */
const LAST: DocumentTaskKind = 'summary'

/**
 * Hands tasks to one thread, one at a time. It is started for the first of them and kept; once it has died the next task gets a new one.
 */
export class DocumentDesk {
  private readonly startWorker: () => DocumentWorker
  private worker: DocumentWorker | null = null
  private current: WaitingTask | null = null
  private readonly waiting: WaitingTask[] = []
  private lastId = 0

  constructor(startWorker: () => DocumentWorker) {
    this.startWorker = startWorker
  }

  /** Throws what the task throws, and `import/worker-died` when the thread ended before it answered. */
  ask<Kind extends DocumentTaskKind>(kind: Kind, args: TaskArgs<Kind>): Promise<TaskResult<Kind>> {
    const task = { taskId: ++this.lastId, kind, args } as DocumentTask
    return new Promise((resolve, reject) => {
      this.waiting.push({ task, resolve, reject })
      this.next()
    })
  }

  /** What is still asked is never answered. */
  close(): void {
    const { worker } = this
    this.worker = null
    this.current = null
    this.waiting.length = 0
    worker?.terminate()
  }

  private next(): void {
    if (this.current !== null || this.waiting.length === 0) return
    const at = Math.max(
      0,
      this.waiting.findIndex(({ task }) => task.kind !== LAST),
    )
    const [waiting] = this.waiting.splice(at, 1)
    if (waiting === undefined) return
    this.current = waiting
    this.worker ??= this.start()
    this.worker.post(waiting.task)
  }

  private start(): DocumentWorker {
    const worker = this.startWorker()
    worker.onMessage((reply) => this.receive(reply))
    worker.onExit((reason) => {
      if (this.worker === worker) this.fail(reason)
    })
    return worker
  }

  private receive(reply: DocumentReply): void {
    const { current } = this
    if (current?.task.taskId !== reply.taskId) return
    this.current = null
    if ('result' in reply) current.resolve(reply.result as never)
    else current.reject('bug' in reply ? reply.bug : operational(reply.error))
    this.next()
  }

  /** The task that it was about is lost, others are not. */
  private fail(reason: string): void {
    const { current } = this
    this.worker = null
    this.current = null
    const message = `Reading or writing the document stopped: ${reason}. Try again; a document that stops it each time is too large.`
    current?.reject(new GatewrightError('import/worker-died', message))
    this.next()
  }
}

function operational({ code, message, details }: ErrorMessage): GatewrightError {
  return new GatewrightError(code, message, details ? { details } : {})
}
