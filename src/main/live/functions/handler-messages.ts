/** What the gateway tells a handler process. JSON over the process's own channel; `event` is JSON text. */
export type ToHandler =
  | { readonly kind: 'load'; readonly file: string; readonly exportName: string }
  | { readonly kind: 'invoke'; readonly event: string; readonly context: HandlerContext }

/**
 * What it answers: `loaded` or `failed` to the first message, `answered` or `failed` to every other. After a fatal failure the process
 * ends. `result` is JSON text.
 */
export type FromHandler =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'answered'; readonly result: string }
  | { readonly kind: 'failed'; readonly error: FunctionError; readonly isFatal?: boolean }

/** A function error as Lambda reports it. */
export interface FunctionError {
  /** "TypeError", "Runtime.ImportModuleError". */
  readonly errorType: string
  readonly errorMessage: string
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
