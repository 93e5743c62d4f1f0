import { codeStamp } from './code-stamp'
import type { FunctionBinding } from './function-binding'
import { functionEnvironment } from './function-environment'
import type { HandlerContext } from './handler-messages'
import { HandlerProcess, type HandlerAnswer } from './handler-process-host'
import { findHandler, type HandlerReference } from './handler-reference'

/** How a call ended; `refused` when there is no handler to call, and why. */
export type InvocationResult = HandlerAnswer | { readonly kind: 'refused'; readonly problem: string }

export interface HandlerPoolOptions {
  readonly handlerProcessUrl: URL
  /** Folder that handler paths are relative to, and outside of which nothing is run. */
  readonly folder: string
  /** Run functions outside of the folder too. */
  readonly handlersAnywhere: boolean
  readonly region: string
  readonly log: (line: string) => void
}

/** One call. */
export interface Invocation {
  readonly binding: FunctionBinding
  readonly event: unknown
  readonly requestId: string
  /** Milliseconds that the caller waits; what the handler is told when its function has no limit of its own. */
  readonly callerLimit: number
}

/** Calls of one function at the same time; more wait. Lambda would start as many as the account allows. */
const PROCESSES_PER_FUNCTION = 8
const PROCESSES = 32
/** Milliseconds to load a handler. Source: Lambda Developer Guide, "Lambda execution environment": 10 s. */
const LOAD_LIMIT = 10_000
/** Milliseconds that a process stays warm. */
const IDLE_LIMIT = 300_000

interface WarmProcess {
  readonly process: HandlerProcess
  readonly key: string
  readonly stamp: string
  isLoaded: boolean
  idleTimer: NodeJS.Timeout | null
}

/** Runs handlers, each function in processes of its own: one call at a time in each, reused while it is warm and its code unchanged. */
export class HandlerPool {
  private readonly options: HandlerPoolOptions
  private readonly processes = new Set<WarmProcess>()
  private readonly waiting: (() => void)[] = []
  /** Without this a handler in an endless loop would live on after a sudden end of this program. */
  private readonly onProcessExit = (): void => this.killAll()
  private isStopped = false

  constructor(options: HandlerPoolOptions) {
    this.options = options
    process.on('exit', this.onProcessExit)
  }

  /** `signal`: the caller does not wait any longer, so the handler is ended. */
  async invoke(invocation: Invocation, signal: AbortSignal): Promise<InvocationResult> {
    const { binding } = invocation
    const reference = await findHandler(binding.handler, this.options.folder, this.options.handlersAnywhere)
    if ('problem' in reference) return { kind: 'refused', problem: reference.problem }
    const warm = await this.acquire(binding, reference, signal)
    if (warm === null) return givenUp
    const stop = (): void => warm.process.kill()
    signal.addEventListener('abort', stop)
    try {
      return await this.run(warm, reference, invocation)
    } finally {
      signal.removeEventListener('abort', stop)
      this.release(warm)
    }
  }

  /** Ends every process. */
  stop(): void {
    this.isStopped = true
    process.off('exit', this.onProcessExit)
    this.killAll()
    for (const wake of this.waiting.splice(0)) wake()
  }

  private async run(warm: WarmProcess, reference: HandlerReference, invocation: Invocation): Promise<HandlerAnswer> {
    if (!warm.isLoaded) {
      const error = await limited(warm.process, LOAD_LIMIT, 'loading it', () => warm.process.load(reference))
      if (error !== null) {
        warm.process.kill()
        return { kind: 'failed', error }
      }
      warm.isLoaded = true
    }
    const { binding, event, callerLimit } = invocation
    const context = contextOf(invocation)
    const call = (): Promise<HandlerAnswer> => warm.process.invoke(JSON.stringify(event), context)
    return limited(warm.process, binding.timeLimit ?? callerLimit, 'it', call)
  }

  private async acquire(
    binding: FunctionBinding,
    reference: HandlerReference,
    signal: AbortSignal,
  ): Promise<WarmProcess | null> {
    const { folder, region } = this.options
    const environment = functionEnvironment(binding, region, folder, process.env)
    const key = JSON.stringify([reference, binding.memorySize, environment])
    const stamp = await codeStamp(reference.file)
    for (;;) {
      if (signal.aborted || this.isStopped) {
        this.wakeNext()
        return null
      }
      const warm = this.takeIdle(key, stamp) ?? this.start(key, stamp, binding, reference, environment)
      if (warm !== null) return warm
      await this.turn(signal)
    }
  }

  /** Until a process is free, or the caller has given up; whoever is woken and does not need the turn hands it on. */
  private turn(signal: AbortSignal): Promise<void> {
    return new Promise((wake) => {
      this.waiting.push(wake)
      signal.addEventListener('abort', () => wake(), { once: true })
    })
  }

  private wakeNext(): void {
    this.waiting.shift()?.()
  }

  private takeIdle(key: string, stamp: string): WarmProcess | null {
    for (const warm of this.idleProcesses()) {
      if (warm.key !== key) continue
      if (warm.stamp !== stamp) warm.process.kill()
      else {
        clearTimeout(warm.idleTimer!)
        warm.idleTimer = null
        return warm
      }
    }
    return null
  }

  private idleProcesses(): WarmProcess[] {
    return [...this.processes].filter(({ idleTimer, process }) => idleTimer !== null && !process.isDead)
  }

  /** Null when there are too many already; an idle process of another function makes room. */
  private start(
    key: string,
    stamp: string,
    binding: FunctionBinding,
    reference: HandlerReference,
    environment: Readonly<Record<string, string>>,
  ): WarmProcess | null {
    const alive = [...this.processes].filter(({ process }) => !process.isDead)
    if (alive.filter((warm) => warm.key === key).length >= PROCESSES_PER_FUNCTION) return null
    if (alive.length >= PROCESSES) {
      const idle = this.idleProcesses()[0]
      if (idle === undefined) return null
      idle.process.kill()
    }
    const { handlerProcessUrl, folder, log } = this.options
    const prefixed = (line: string): void => log(`[${binding.name}] ${line}`)
    const { memorySize } = binding
    const options = { handlerProcessUrl, reference, memorySize, environment, folder, log: prefixed }
    const warm: WarmProcess = {
      process: new HandlerProcess(options, () => this.forget(warm)),
      key,
      stamp,
      isLoaded: false,
      idleTimer: null,
    }
    this.processes.add(warm)
    return warm
  }

  private release(warm: WarmProcess): void {
    if (!warm.process.isDead) {
      warm.idleTimer = setTimeout(() => warm.process.kill(), IDLE_LIMIT)
      warm.idleTimer.unref()
    }
    this.wakeNext()
  }

  private forget(warm: WarmProcess): void {
    if (warm.idleTimer !== null) clearTimeout(warm.idleTimer)
    this.processes.delete(warm)
    this.wakeNext()
  }

  private killAll(): void {
    for (const { process } of this.processes) process.kill()
  }
}

const givenUp: InvocationResult = {
  kind: 'failed',
  error: { errorType: 'Sandbox.Timedout', errorMessage: 'the caller did not wait any longer' },
}

/** The outcome of a call, which is ended with its process when it takes longer than `limit` milliseconds. */
async function limited<T>(handler: HandlerProcess, limit: number, what: string, call: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => {
    const seconds = (limit / 1000).toFixed(2)
    const errorMessage =
      what === 'it' ? `Task timed out after ${seconds} seconds` : `${what} took over ${seconds} seconds`
    handler.kill({ errorType: 'Sandbox.Timedout', errorMessage })
  }, limit)
  try {
    return await call()
  } finally {
    clearTimeout(timer)
  }
}

function contextOf({ binding, requestId, callerLimit }: Invocation): HandlerContext {
  return {
    functionName: binding.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: binding.arn,
    memoryLimitInMB: String(binding.memorySize),
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${binding.name}`,
    logStreamName: 'gatewright',
    timeLimit: binding.timeLimit ?? callerLimit,
  }
}
