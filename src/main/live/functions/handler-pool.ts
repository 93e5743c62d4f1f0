import { randomBytes } from 'node:crypto'
import { Concurrency } from './concurrency'
import type { FunctionBinding } from './function-binding'
import { functionEnvironment } from './function-environment'
import type { FunctionLogLine } from './function-log'
import { HandlerCode, type PreparedCode, type RunnableCode } from './handler-code'
import type { FunctionError } from './handler-messages'
import { HandlerProcess, type HandlerAnswer } from './handler-process-host'
import { findHandler, type HandlerReference } from './handler-reference'
import { InvocationLog } from './invocation-log'
import { LOCAL_CREDENTIAL_VARIABLES, localApiEnvironment, type LocalApis } from './local-apis'
import { usesLocalAws } from './local-aws'
import type { LocalHosts } from './local-hosts'
import { OrphanGuard } from './orphan-guard'
import { runCall, type HandlerInstance, type Invocation } from './run-call'

/** How a call ended; `refused` when there is no handler to call, or the function is throttled, and why. */
export type InvocationResult =
  HandlerAnswer | { readonly kind: 'refused'; readonly problem: string; readonly isThrottled?: true }

export interface HandlerPoolOptions {
  readonly handlerProcessUrl: URL
  /** Folder that handler paths are relative to, and outside of which nothing is run. */
  readonly folder: string
  /** Run functions outside of the folder too. */
  readonly handlersAnywhere: boolean
  /** Where bundles are kept; null for a temporary folder. */
  readonly cacheFolder: string | null
  readonly region: string
  /** Takes the logs of all functions. */
  readonly log: (line: FunctionLogLine) => void
  /** WebSocket APIs that functions post to; null, or absent, where none is served. */
  readonly localApis?: () => LocalApis | null
  /** Stand-ins for AWS services that functions call; absent where there are none. Asked before each call. */
  readonly localAws?: () => Promise<LocalHosts>
}

/** Calls of one function at the same time; more wait. Lambda would start as many as the account allows. */
const PROCESSES_PER_FUNCTION = 8
const PROCESSES = 32
/** Milliseconds that a process stays warm. */
const IDLE_LIMIT = 300_000

interface WarmProcess extends HandlerInstance {
  readonly key: string
  readonly stamp: string
  idleTimer: NodeJS.Timeout | null
}

/** What is needed to start a process for a handler. `key` tells processes apart that may stand in for each other. */
interface ProcessNeeds {
  readonly binding: FunctionBinding
  readonly reference: HandlerReference
  readonly code: RunnableCode
  readonly environment: Readonly<Record<string, string>>
  readonly key: string
  readonly localHosts: readonly LocalHosts[]
}

interface LocalWorld {
  readonly localHosts: readonly LocalHosts[]
  readonly variables: Readonly<Record<string, string>>
}

/** Runs handlers, each function in processes of its own: one call at a time in each, reused while it is warm and its code unchanged. */
export class HandlerPool {
  private readonly options: HandlerPoolOptions
  private readonly code: HandlerCode
  private readonly concurrency = new Concurrency()
  private readonly orphanGuard = new OrphanGuard()
  private readonly processes = new Set<WarmProcess>()
  private readonly waiting: (() => void)[] = []
  private readonly onProcessExit = (): void => this.end()
  private isStopped = false

  constructor(options: HandlerPoolOptions) {
    this.options = options
    this.code = new HandlerCode(options)
    process.on('exit', this.onProcessExit)
  }

  /** `signal`: the caller does not wait any longer, so the handler is ended. */
  async invoke(invocation: Invocation, signal: AbortSignal): Promise<InvocationResult> {
    const { binding } = invocation
    if (!this.concurrency.enter(binding)) return throttled(binding)
    try {
      return await this.invokeWithin(invocation, signal)
    } finally {
      this.concurrency.leave(binding)
    }
  }

  /** Ends every process. */
  stop(): void {
    process.off('exit', this.onProcessExit)
    this.end()
    for (const wake of this.waiting.splice(0)) wake()
  }

  private async invokeWithin(invocation: Invocation, signal: AbortSignal): Promise<InvocationResult> {
    const { binding, requestId } = invocation
    const { folder, handlersAnywhere, region, log } = this.options
    const reference = await findHandler(binding.handler, folder, handlersAnywhere)
    if ('problem' in reference) return { kind: 'refused', problem: reference.problem }
    const code = await this.prepare(reference, binding)
    const callLog = new InvocationLog(binding, requestId, log)
    if (code.kind === 'refused') return { kind: 'refused', problem: `handler "${binding.handler}" ${code.problem}` }
    if (code.kind === 'broken') {
      callLog.start()
      callLog.end({ duration: 0, initDuration: null, memoryBytes: 0, error: code.error }, code.lines)
      return { kind: 'failed', error: code.error }
    }
    const { localHosts, variables } = await this.localWorld(binding)
    const environment = { ...variables, ...functionEnvironment(binding, region, folder, process.env) }
    const key = JSON.stringify([reference, binding.memorySize, environment, localHosts])
    const warm = await this.acquire({ binding, reference, code, environment, key, localHosts }, signal)
    if (warm === null) return { kind: 'failed', error: GIVEN_UP }
    const stop = (): void => warm.process.kill(GIVEN_UP)
    signal.addEventListener('abort', stop)
    try {
      return await runCall(warm, invocation, callLog)
    } finally {
      signal.removeEventListener('abort', stop)
      this.release(warm)
    }
  }

  /** What a function finds of AWS on this computer, and what its SDKs are told of it. */
  private async localWorld({ environment }: FunctionBinding): Promise<LocalWorld> {
    const apis = this.options.localApis?.() ?? null
    const aws = usesLocalAws(environment) ? ((await this.options.localAws?.()) ?? null) : null
    const localHosts = [apis, aws].filter((hosts) => hosts !== null)
    if (localHosts.length === 0) return { localHosts, variables: {} }
    return { localHosts, variables: { ...LOCAL_CREDENTIAL_VARIABLES, ...localApiEnvironment(apis) } }
  }

  private prepare(reference: HandlerReference, { memorySize }: FunctionBinding): Promise<PreparedCode> {
    return this.code
      .prepare(reference, memorySize)
      .catch((error: unknown) => ({ kind: 'refused', problem: `cannot be made ready to run: ${String(error)}` }))
  }

  private async acquire(needs: ProcessNeeds, signal: AbortSignal): Promise<WarmProcess | null> {
    for (;;) {
      if (signal.aborted || this.isStopped) {
        this.wakeNext()
        return null
      }
      const warm = this.takeIdle(needs) ?? this.start(needs)
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

  private takeIdle({ key, code }: ProcessNeeds): WarmProcess | null {
    for (const warm of this.idleProcesses()) {
      if (warm.key !== key) continue
      if (warm.stamp !== code.stamp) warm.process.kill()
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
  private start(needs: ProcessNeeds): WarmProcess | null {
    const alive = [...this.processes].filter(({ process }) => !process.isDead)
    if (alive.filter(({ key }) => key === needs.key).length >= PROCESSES_PER_FUNCTION) return null
    if (alive.length >= PROCESSES) {
      const idle = this.idleProcesses()[0]
      if (idle === undefined) return null
      idle.process.kill()
    }
    const warm = this.startProcess(needs, () => this.forget(warm))
    this.processes.add(warm)
    if (warm.process.pid !== undefined) this.orphanGuard.add(warm.process.pid)
    return warm
  }

  private startProcess(needs: ProcessNeeds, onExit: () => void): WarmProcess {
    const { binding, reference, code, environment, key, localHosts } = needs
    const { folder, log } = this.options
    const logStreamName = newLogStreamName()
    const handlerProcess = new HandlerProcess(
      {
        launch: code.launch,
        memorySize: binding.memorySize,
        environment: { ...environment, AWS_LAMBDA_LOG_STREAM_NAME: logStreamName },
        folder,
        log: (text) => log({ functionName: binding.name, from: 'function', text }),
      },
      onExit,
    )
    const { file: source, exportName } = reference
    return {
      process: handlerProcess,
      code: { file: code.file, exportName, source, root: folder, localHosts },
      logStreamName,
      isLoaded: false,
      key,
      stamp: code.stamp,
      idleTimer: null,
    }
  }

  private release(warm: WarmProcess): void {
    if (!warm.process.isDead) {
      warm.idleTimer = setTimeout(() => warm.process.kill(), IDLE_LIMIT)
      warm.idleTimer.unref()
    }
    this.wakeNext()
  }

  private forget(warm: WarmProcess): void {
    if (warm.process.pid !== undefined) this.orphanGuard.remove(warm.process.pid)
    if (warm.idleTimer !== null) clearTimeout(warm.idleTimer)
    this.processes.delete(warm)
    this.wakeNext()
  }

  private end(): void {
    this.isStopped = true
    for (const { process } of this.processes) process.kill()
    this.orphanGuard.stop()
    this.code.clear()
  }
}

const GIVEN_UP: FunctionError = {
  errorType: 'Runtime.ExitError',
  errorMessage: 'the function was stopped, as its caller did not wait any longer',
}

/** Source: Lambda API reference, Invoke, "TooManyRequestsException"; what API Gateway makes of it is rest-api.md U10. */
function throttled({ name, reservedConcurrency }: FunctionBinding): InvocationResult {
  const why = `TooManyRequestsException: Rate Exceeded. (ReservedFunctionConcurrentInvocationLimitExceeded)`
  const remedy = 'raise its reservedConcurrency, or send fewer requests at the same time'
  const limit = `the function "${name}" has ${reservedConcurrency} calls at the same time reserved`
  return { kind: 'refused', problem: `${limit}, which are in use: ${why}; ${remedy}`, isThrottled: true }
}

/** "2026/01/01/[$LATEST]" and 32 digits, as Lambda names them. */
function newLogStreamName(): string {
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '/')
  return `${day}/[$LATEST]${randomBytes(16).toString('hex')}`
}
