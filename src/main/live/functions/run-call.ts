import { performance } from 'node:perf_hooks'
import { logGroupName, type FunctionBinding } from './function-binding'
import type { CallReport } from './function-log'
import type { HandlerContext } from './handler-messages'
import type { HandlerAnswer, HandlerCode, HandlerProcess } from './handler-process-host'
import type { InvocationLog } from './invocation-log'

/** One call. */
export interface Invocation {
  readonly binding: FunctionBinding
  readonly event: unknown
  readonly requestId: string
  /** Milliseconds that the caller waits; what the handler is told when its function has no limit of its own. */
  readonly callerLimit: number
  /** The caller wants the result's own text too. */
  readonly keepsText?: true
}

/** A process with the handler that it runs. */
export interface HandlerInstance {
  readonly process: HandlerProcess
  readonly code: HandlerCode
  /** "2026/01/01/[$LATEST]1f0c...". */
  readonly logStreamName: string
  isLoaded: boolean
}

/** Milliseconds to load a handler. Source: Lambda Developer Guide, "Lambda execution environment": 10 s. */
const LOAD_LIMIT = 10_000

/** Runs one call in a process, which loads its handler first if it has not. What takes too long ends with its process. */
export async function runCall(
  instance: HandlerInstance,
  invocation: Invocation,
  log: InvocationLog,
): Promise<HandlerAnswer> {
  const { process } = instance
  const report = (startedAt: number, initDuration: number | null, answer: HandlerAnswer): CallReport => ({
    duration: performance.now() - startedAt,
    initDuration,
    memoryBytes: process.memoryBytes,
    error: answer.kind === 'failed' ? answer.error : null,
  })

  let initDuration: number | null = null
  if (!instance.isLoaded) {
    const loadedFrom = performance.now()
    const error = await limited(process, LOAD_LIMIT, initTimeout, () => process.load(instance.code))
    if (error !== null) {
      process.kill()
      const failed: HandlerAnswer = { kind: 'failed', error }
      log.start()
      log.end(report(loadedFrom, null, failed))
      return failed
    }
    instance.isLoaded = true
    initDuration = performance.now() - loadedFrom
  }
  log.start()
  const startedAt = performance.now()
  const limit = invocation.binding.timeLimit ?? invocation.callerLimit
  const event = JSON.stringify(invocation.event)
  const call = (): Promise<HandlerAnswer> =>
    process.invoke(event, contextOf(instance, invocation), invocation.keepsText)
  const answer = await limited(process, limit, (seconds) => taskTimeout(invocation, seconds), call)
  log.end(report(startedAt, initDuration, answer))
  return answer
}

const initTimeout = (seconds: string): string => `loading it took over ${seconds} seconds`

function taskTimeout({ requestId }: Invocation, seconds: string): string {
  return `${requestId} Task timed out after ${seconds} seconds`
}

/** The outcome of a call, which is ended with its process when it takes longer than `limit` milliseconds. */
async function limited<T>(
  process: HandlerProcess,
  limit: number,
  messageOf: (seconds: string) => string,
  call: () => Promise<T>,
): Promise<T> {
  const timer = setTimeout(() => {
    process.kill({ errorType: 'Sandbox.Timedout', errorMessage: messageOf((limit / 1000).toFixed(2)) })
  }, limit)
  try {
    return await call()
  } finally {
    clearTimeout(timer)
  }
}

function contextOf(
  { logStreamName }: HandlerInstance,
  { binding, requestId, callerLimit }: Invocation,
): HandlerContext {
  return {
    functionName: binding.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: binding.arn,
    memoryLimitInMB: String(binding.memorySize),
    awsRequestId: requestId,
    logGroupName: logGroupName(binding),
    logStreamName,
    timeLimit: binding.timeLimit ?? callerLimit,
  }
}
