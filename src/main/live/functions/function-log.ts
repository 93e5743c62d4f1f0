import type { FunctionBinding } from './function-binding'
import type { FunctionError } from './handler-messages'

/** One line of a function's log, `/aws/lambda/{functionName}`. */
export interface FunctionLogLine {
  readonly functionName: string
  /** What the function printed, or what Lambda says about its calls. */
  readonly from: 'function' | 'platform'
  readonly text: string
}

/** "[orders] START RequestId: ...": a line among those of other functions. */
export function functionLogText({ functionName, text }: FunctionLogLine): string {
  return `[${functionName}] ${text}`
}

/** How a call went. */
export interface CallReport {
  /** Milliseconds. */
  readonly duration: number
  /** Milliseconds that the function took to load, for this call; null for a process that had it loaded. */
  readonly initDuration: number | null
  /** The most that the process ever took. */
  readonly memoryBytes: number
  /** Why it failed; null when it did not. */
  readonly error: FunctionError | null
}

const MEGABYTE = 1024 * 1024
/** Errors of code that ran to its end all the same. */
const HANDLED = ['Runtime.MarshalError', 'Runtime.UnhandledPromiseRejection']

/**
 * What Lambda writes around a call. Source: Lambda Developer Guide, "Viewing CloudWatch logs for Lambda functions". The time to load is
 * billed, as it is since August 2025.
 */
export function startLine(requestId: string): string {
  return `START RequestId: ${requestId} Version: $LATEST`
}

export function endLines(requestId: string, { memorySize }: FunctionBinding, report: CallReport): string[] {
  const { duration, initDuration, memoryBytes, error } = report
  const members = [
    `REPORT RequestId: ${requestId}`,
    `Duration: ${duration.toFixed(2)} ms`,
    `Billed Duration: ${Math.ceil(duration + (initDuration ?? 0))} ms`,
    `Memory Size: ${memorySize} MB`,
    // A process that ended before it was looked at took something all the same.
    `Max Memory Used: ${Math.max(1, Math.ceil(memoryBytes / MEGABYTE))} MB`,
    ...(initDuration === null ? [] : [`Init Duration: ${initDuration.toFixed(2)} ms`]),
    ...(error === null ? [] : statusOf(error)),
  ]
  return [`END RequestId: ${requestId}`, `${members.join('\t')}\t`]
}

function statusOf({ errorType }: FunctionError): string[] {
  if (errorType === 'Sandbox.Timedout') return ['Status: timeout']
  const isFatal = /^(Runtime|Sandbox)\./.test(errorType) && !HANDLED.includes(errorType)
  return isFatal ? ['Status: error', `Error Type: ${errorType}`] : []
}

/** What the log says about a failure: as Lambda's runtimes for Node and Python write it. `at`: "2026-01-01T00:00:00.000Z". */
export function errorLines(requestId: string, at: string, error: FunctionError): string[] {
  const { errorType, errorMessage, trace, stackTrace } = error
  if (errorType === 'Sandbox.Timedout') return [`${at} ${errorMessage}`]
  if (errorType === 'Runtime.ExitError' || errorType === 'Runtime.OutOfMemory') {
    return [`RequestId: ${requestId} Error: ${errorMessage}`, errorType]
  }
  if (stackTrace !== undefined) {
    const frames = stackTrace.flatMap((frame) => frame.replace(/\n$/, '').split('\n'))
    return [`[ERROR] ${errorType}: ${errorMessage}`, 'Traceback (most recent call last):', ...frames]
  }
  return [`${at}\t${requestId}\tERROR\tInvoke Error \t${JSON.stringify({ errorType, errorMessage, stack: trace })}`]
}
