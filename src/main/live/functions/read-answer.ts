import type { FromHandler, FunctionError } from './handler-messages'

/** Lines of a stack that are kept, and characters of each. */
const STACK_LINES = 100
const LINE_LENGTH = 4_000
/** Characters of an error's message that are kept. */
const MESSAGE_LENGTH = 256 * 1024

/** What a handler's process sent, made sure of: the handler's own code may have sent it. Anything else is a fatal failure. */
export function readAnswer(message: unknown): FromHandler {
  const { kind, result, error, isFatal, memoryBytes } = membersOf(message)
  const memory = typeof memoryBytes === 'number' && memoryBytes >= 0 ? memoryBytes : 0
  if (kind === 'loaded') return { kind }
  if (kind === 'answered' && typeof result === 'string') return { kind, result, memoryBytes: memory }
  if (kind === 'failed') {
    return { kind, error: readError(membersOf(error)), memoryBytes: memory, ...(isFatal === true && { isFatal }) }
  }
  const errorMessage = 'the process of the function sent what is no answer'
  return { kind: 'failed', error: { errorType: 'Runtime.ExitError', errorMessage }, isFatal: true }
}

function readError(error: Readonly<Record<string, unknown>>): FunctionError {
  const { errorType, errorMessage, trace, stackTrace, requestId } = error
  return {
    errorType: textOf(errorType, LINE_LENGTH),
    errorMessage: textOf(errorMessage, MESSAGE_LENGTH),
    ...(Array.isArray(trace) && { trace: linesOf(trace) }),
    ...(Array.isArray(stackTrace) && { stackTrace: linesOf(stackTrace) }),
    ...(typeof requestId === 'string' && { requestId }),
  }
}

function linesOf(lines: readonly unknown[]): string[] {
  return lines.slice(0, STACK_LINES).map((line) => textOf(line, LINE_LENGTH))
}

function textOf(value: unknown, length: number): string {
  return typeof value === 'string' ? value.slice(0, length) : ''
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}
