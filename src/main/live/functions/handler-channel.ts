import type { Readable, Writable } from 'node:stream'
import type { ToHandler } from './handler-messages'
import { JsonLines } from './json-lines'

/** How messages go to a handler's process and come back. */
export interface HandlerChannel {
  /** What the process prints: neither of them carries messages. */
  readonly prints: readonly Readable[]
  /** `failed` is called when the message cannot reach the process. */
  send(message: ToHandler, failed: (error: Error) => void): void
}

/** The pipes of a process that carry messages, and those that it prints on. */
export interface HandlerPipes {
  readonly to: Writable
  readonly from: Readable
  readonly prints: readonly Readable[]
}

/**
 * Messages as JSON lines. What comes back is handed on as it came, undefined for what is no JSON: the handler's own code can write there
 * too. (Which is why it is not the channel that Node has for processes: that one ends the program when it cannot read a message.)
 */
export function lineChannel({ to, from, prints }: HandlerPipes, receive: (message: unknown) => void): HandlerChannel {
  const lines = new JsonLines(receive)
  from.on('data', (bytes: Buffer) => lines.write(bytes))
  // A process that has ended is told of by its exit.
  for (const stream of [to, from, ...prints]) stream.on('error', () => undefined)
  return {
    prints,
    send: (message, failed) => to.write(`${JSON.stringify(message)}\n`, (error) => error && failed(error)),
  }
}
