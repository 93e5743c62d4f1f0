import type { LocalHosts } from './local-hosts'

/**
 * What the gateway tells a handler process, as JSON lines: on the fourth pipe of a Node process, on the standard input of a Python one.
 * `event` is JSON text.
 */
export type ToHandler =
  | {
      readonly kind: 'load'
      /** What is loaded; a bundle where the handler is TypeScript. */
      readonly file: string
      readonly exportName: string
      /** The handler's own file, for messages. */
      readonly source: string
      /** The project's folder, where Python looks for modules too. */
      readonly root: string
      /** Which hosts a handler finds on this computer. */
      readonly localHosts: readonly LocalHosts[]
    }
  | { readonly kind: 'invoke'; readonly event: string; readonly context: HandlerContext }

/**
 * What it answers: `loaded` or `failed` to the first message, `answered` or `failed` to every other. After a fatal failure the process
 * ends. `result` is JSON text; `memoryBytes` the most that the process has taken so far, 0 where it does not know.
 */
export type FromHandler =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'answered'; readonly result: string; readonly memoryBytes: number }
  | {
      readonly kind: 'failed'
      readonly error: FunctionError
      readonly isFatal?: boolean
      readonly memoryBytes?: number
    }

/**
 * A function error as Lambda reports it. Source: Lambda Developer Guide, "Lambda function errors in Node.js" and "... in Python".
 */
export interface FunctionError {
  /** "TypeError", "Runtime.ImportModuleError". */
  readonly errorType: string
  readonly errorMessage: string
  /** The stack as Node writes it, its first line included. */
  readonly trace?: readonly string[]
  /** The stack as Python writes it, a frame each: '  File "f.py", line 2, in main\n    raise ValueError()\n'. */
  readonly stackTrace?: readonly string[]
  /** In errors of Python functions. */
  readonly requestId?: string
}

/** The members of a handler's `context` that are plain data. Source: Lambda Developer Guide, "Lambda context object in Node.js". */
export interface HandlerContext {
  readonly functionName: string
  readonly functionVersion: string
  readonly invokedFunctionArn: string
  /** In MB, as text. */
  readonly memoryLimitInMB: string
  readonly awsRequestId: string
  readonly logGroupName: string
  readonly logStreamName: string
  /** Milliseconds that this call may take; `getRemainingTimeInMillis` counts down from it. */
  readonly timeLimit: number
}

/** Bytes of a result. Source: Lambda quotas, "Invocation payload (request and response)": 6 MB. */
export const LARGEST_RESULT = 6 * 1024 * 1024
