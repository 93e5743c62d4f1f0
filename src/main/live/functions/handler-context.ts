import type { HandlerContext } from './handler-messages'

/** Ends a call: with an error, or with a result when there is none. */
export type CallEnd = (error: unknown, result?: unknown) => void

/** The second argument of a handler. Source: Lambda Developer Guide, "Lambda context object in Node.js". */
export interface LambdaContext extends Omit<HandlerContext, 'timeLimit'> {
  /** Whether the result of a callback is sent only when nothing is left to do; the handler may change it. */
  callbackWaitsForEmptyEventLoop: boolean
  getRemainingTimeInMillis(): number
  /** How handlers answered before there were callbacks and promises; each ends the call at once. */
  done: CallEnd
  succeed(result?: unknown): void
  fail(error?: unknown): void
}

export function contextFor({ timeLimit, ...values }: HandlerContext, end: CallEnd): LambdaContext {
  const startedAt = performance.now()
  return {
    ...values,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(timeLimit - (performance.now() - startedAt))),
    done: end,
    succeed: (result) => end(null, result),
    fail: (error) => end(error ?? 'handled'),
  }
}
