import { Socket } from 'node:net'
import { pathToFileURL } from 'node:url'
import { contextFor, type CallEnd } from './functions/handler-context'
import {
  LARGEST_RESULT,
  type FromHandler,
  type FunctionError,
  type HandlerContext,
  type ToHandler,
} from './functions/handler-messages'
import { JsonLines } from './functions/json-lines'
import { sendToLocalHosts } from './functions/local-host-hook'
import { usedMemory } from './functions/used-memory'

// The process that one handler runs in. It is started by the handler pool, with the function's own environment, and ended by it.

type Handler = (event: unknown, context: object, callback: Callback) => unknown
type Callback = (error: unknown, result?: unknown) => void
type Answer = Exclude<FromHandler, { kind: 'loaded' }>

const channel = openChannel()
let handler: Handler | null = null
/** Ends the call in progress; null between calls. */
let finish: ((answer: Answer) => void) | null = null
/** What the call in progress answers when nothing is left to do. */
let answerWhenIdle: (() => Answer) | null = null

channel.onMessage((message) => {
  if (message.kind === 'load') void load(message)
  else void invoke(message.event, message.context)
})
// What nobody catches ends the process, as it ends a function's environment; the call in progress gets it as its error.
process.on('uncaughtException', (error) => fail(functionError(error)))
process.on('unhandledRejection', (reason) => fail(unhandledRejection(reason)))
// The channel does not keep the process busy during a call, so that this tells when the handler has nothing left to do.
process.on('beforeExit', () => {
  if (answerWhenIdle !== null) end(answerWhenIdle())
})
// A handler that closes its output must not take the process with it.
process.stdout.on('error', ignore)
process.stderr.on('error', ignore)

async function load({ file, exportName, localHosts, source }: Extract<ToHandler, { kind: 'load' }>): Promise<void> {
  try {
    if (localHosts.length > 0) sendToLocalHosts(localHosts)
    const loaded: unknown = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as unknown
    const found = memberOf(loaded, exportName) ?? memberOf(memberOf(loaded, 'default'), exportName)
    if (typeof found === 'function') {
      handler = found as Handler
      channel.send({ kind: 'loaded' })
    } else {
      const errorMessage = `${exportName} is not exported by ${source}, or is no function`
      channel.send({ kind: 'failed', error: { errorType: 'Runtime.HandlerNotFound', errorMessage } })
    }
  } catch (error) {
    const trace = traceOf(error)
    const errorMessage = describe(error)
    channel.send({ kind: 'failed', error: { errorType: 'Runtime.ImportModuleError', errorMessage, ...trace } })
  }
}

async function invoke(event: string, context: HandlerContext): Promise<void> {
  const answer = new Promise<Answer>((resolve) => {
    finish = resolve
  })
  // A handler that has nothing left to do, and has not answered, answers null.
  answerWhenIdle = () => resultMessage(null)
  channel.unref()
  void run(event, context)
  const message = await answer
  finish = null
  answerWhenIdle = null
  channel.ref()
  channel.send({ ...message, memoryBytes: usedMemory() })
}

async function run(event: string, values: HandlerContext): Promise<void> {
  try {
    const done: CallEnd = (error, result) => end(error == null ? resultMessage(result) : errorMessageOf(error))
    const context = contextFor(values, done)
    // Only success waits: an error is answered at once.
    const callback: Callback = (error, result) => {
      if (error != null || !context.callbackWaitsForEmptyEventLoop) done(error, result)
      else if (finish !== null) answerWhenIdle = () => resultMessage(result)
    }
    const returned = handler!(JSON.parse(event), context, callback)
    // A handler that returns nothing answers through its callback or its context. One that returns a value without a promise is
    // answered with it; Lambda would answer null.
    if (returned !== undefined) end(resultMessage(await returned))
  } catch (error) {
    end(errorMessageOf(error))
  }
}

function end(answer: Answer): void {
  finish?.(answer)
}

function resultMessage(result: unknown): Answer {
  let text: string
  try {
    text = JSON.stringify(result ?? null) ?? 'null'
  } catch (error) {
    const errorMessage = `Unable to stringify response body: ${describe(error)}`
    return { kind: 'failed', error: { errorType: 'Runtime.MarshalError', errorMessage } }
  }
  if (Buffer.byteLength(text) <= LARGEST_RESULT) return { kind: 'answered', result: text, memoryBytes: 0 }
  const errorMessage = `Response payload size exceeded maximum allowed payload size (${LARGEST_RESULT} bytes).`
  return { kind: 'failed', error: { errorType: 'Function.ResponseSizeTooLarge', errorMessage } }
}

function errorMessageOf(error: unknown): Answer {
  return { kind: 'failed', error: functionError(error) }
}

function functionError(error: unknown): FunctionError {
  const trace = traceOf(error)
  if (error instanceof Error) return { errorType: error.name, errorMessage: error.message, ...trace }
  return { errorType: typeof error, errorMessage: typeof error === 'string' ? error : describe(error), ...trace }
}

function unhandledRejection(reason: unknown): FunctionError {
  return { errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: describe(reason), ...traceOf(reason) }
}

/** The stack down to where we called the handler. */
function traceOf(error: unknown): Pick<FunctionError, 'trace'> {
  const stack = error instanceof Error ? error.stack : undefined
  if (typeof stack !== 'string') return { trace: [] }
  const lines = stack.split('\n')
  const ours = lines.findIndex((line) => line.includes(import.meta.url))
  return { trace: ours === -1 ? lines : lines.slice(0, ours) }
}

function describe(error: unknown): string {
  try {
    return String(error)
  } catch {
    return 'an error that cannot be shown as text'
  }
}

/** The error leaves before the process does. */
function fail(error: FunctionError): void {
  finish = null
  channel.ref()
  channel.send({ kind: 'failed', error, isFatal: true, memoryBytes: usedMemory() }, () => process.exit(1))
}

function memberOf(value: unknown, name: string): unknown {
  const hasMembers = (typeof value === 'object' && value !== null) || typeof value === 'function'
  return hasMembers ? (value as Readonly<Record<string, unknown>>)[name] : undefined
}

/** The pipe to the gateway. A handler that looks for it finds it; what it says there in our place ends its process. */
function openChannel() {
  const pipe = new Socket({ fd: 3, readable: true, writable: true })
  pipe.on('close', () => process.exit(0)).on('error', ignore)
  return {
    onMessage: (listener: (message: ToHandler) => void): void => {
      const lines = new JsonLines((message) => listener(message as ToHandler))
      pipe.on('data', (bytes: Buffer) => lines.write(bytes))
    },
    ref: () => void pipe.ref(),
    unref: () => void pipe.unref(),
    send: (message: FromHandler, sent: () => void = ignore) => void pipe.write(`${JSON.stringify(message)}\n`, sent),
  }
}

function ignore(): void {
  // Nobody is interested.
}
