import { pathToFileURL } from 'node:url'
import {
  LARGEST_RESULT,
  type FromHandler,
  type FunctionError,
  type HandlerContext,
  type ToHandler,
} from './functions/handler-messages'

// The process that one handler runs in. It is started by the handler pool, with the function's own environment, and ended by it.

type Handler = (event: unknown, context: object, callback: Callback) => unknown
type Callback = (error: unknown, result?: unknown) => void

const channel = takeChannel()
let handler: Handler | null = null
/** Ends the call in progress; null between calls. */
let finish: ((answer: FromHandler) => void) | null = null

channel.onMessage((message) => {
  if (message.kind === 'load') void load(message.file, message.exportName)
  else void invoke(message.event, message.context)
})
// What nobody catches ends the process, as it ends a function's environment; the call in progress gets it as its error.
process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)
// A handler that closes its output must not take the process with it.
process.stdout.on('error', ignore)
process.stderr.on('error', ignore)

async function load(file: string, exportName: string): Promise<void> {
  try {
    const loaded: unknown = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as unknown
    const found = memberOf(loaded, exportName) ?? memberOf(memberOf(loaded, 'default'), exportName)
    if (typeof found === 'function') {
      handler = found as Handler
      channel.send({ kind: 'loaded' })
    } else {
      const errorMessage = `${exportName} is not exported by ${file}, or is no function`
      channel.send({ kind: 'failed', error: { errorType: 'Runtime.HandlerNotFound', errorMessage } })
    }
  } catch (error) {
    channel.send({ kind: 'failed', error: { errorType: 'Runtime.ImportModuleError', errorMessage: describe(error) } })
  }
}

async function invoke(event: string, context: HandlerContext): Promise<void> {
  const answer = new Promise<FromHandler>((resolve) => {
    finish = resolve
  })
  void run(event, context)
  const message = await answer
  finish = null
  channel.send(message)
}

async function run(event: string, context: HandlerContext): Promise<void> {
  try {
    const answered: Callback = (error, result) => end(error == null ? resultMessage(result) : errorMessageOf(error))
    const returned = handler!(JSON.parse(event), contextObject(context), answered)
    // A handler with three parameters that returns nothing answers through its callback.
    if (returned === undefined && handler!.length >= 3) return
    end(resultMessage(await returned))
  } catch (error) {
    end(errorMessageOf(error))
  }
}

function end(answer: FromHandler): void {
  finish?.(answer)
}

function resultMessage(result: unknown): FromHandler {
  let text: string
  try {
    text = JSON.stringify(result ?? null) ?? 'null'
  } catch (error) {
    const errorMessage = `Unable to stringify response body: ${describe(error)}`
    return { kind: 'failed', error: { errorType: 'Runtime.MarshalError', errorMessage } }
  }
  if (Buffer.byteLength(text) <= LARGEST_RESULT) return { kind: 'answered', result: text }
  const errorMessage = `Response payload size exceeded maximum allowed payload size (${LARGEST_RESULT} bytes).`
  return { kind: 'failed', error: { errorType: 'Function.ResponseSizeTooLarge', errorMessage } }
}

function errorMessageOf(error: unknown): FromHandler {
  return { kind: 'failed', error: functionError(error) }
}

function functionError(error: unknown): FunctionError {
  if (error instanceof Error) return { errorType: error.name, errorMessage: error.message }
  return { errorType: typeof error, errorMessage: typeof error === 'string' ? error : describe(error) }
}

function describe(error: unknown): string {
  try {
    return String(error)
  } catch {
    return 'an error that cannot be shown as text'
  }
}

/** The error leaves before the process does. */
function fail(error: unknown): void {
  finish = null
  channel.send({ kind: 'failed', error: functionError(error), isFatal: true }, () => process.exit(1))
}

function contextObject({ timeLimit, ...context }: HandlerContext): object {
  const startedAt = performance.now()
  return {
    ...context,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(timeLimit - (performance.now() - startedAt))),
  }
}

function memberOf(value: unknown, name: string): unknown {
  const hasMembers = (typeof value === 'object' && value !== null) || typeof value === 'function'
  return hasMembers ? (value as Readonly<Record<string, unknown>>)[name] : undefined
}

/** Takes the channel to the gateway away from `process`, so that the handler's code cannot send answers of its own by accident. */
function takeChannel() {
  const send = process.send!.bind(process)
  const onMessage = (listener: (message: ToHandler) => void): void => {
    process.on('message', (message) => listener(message as ToHandler))
  }
  process.on('disconnect', () => process.exit(0))
  for (const name of ['send', 'disconnect'] as const) {
    Object.defineProperty(process, name, { value: undefined, configurable: true })
  }
  return {
    onMessage,
    send: (message: FromHandler, sent: () => void = ignore) => void send(message, undefined, undefined, sent),
  }
}

function ignore(): void {
  // Nobody is interested.
}
