import type { Readable } from 'node:stream'

/** One line without its line break; null for one that is longer than is read. */
export type InputLine = string | null

/**
 * The lines of an input as they come in, in UTF-8. A last line without a line break counts, an empty input has none. Ends when the
 * signal aborts.
 */
export async function* inputLines(input: Readable, signal: AbortSignal, maxLength: number): AsyncGenerator<InputLine> {
  const stop = (): void => void input.destroy()
  signal.addEventListener('abort', stop, { once: true })
  const splitter = new LineSplitter(maxLength)
  const decoder = new TextDecoder()
  try {
    for await (const chunk of input) {
      yield* splitter.push(typeof chunk === 'string' ? chunk : decoder.decode(chunk as Uint8Array, { stream: true }))
    }
    yield* splitter.push(decoder.decode())
    yield* splitter.end()
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** Parts of a line are joined once it is whole, so that a long one in many pieces costs no more than its length. */
class LineSplitter {
  private parts: string[] = []
  private length = 0

  constructor(private readonly maxLength: number) {}

  *push(text: string): Generator<InputLine> {
    let start = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.add(text.slice(start, end))
      yield this.take()
      start = end + 1
    }
    this.add(text.slice(start))
  }

  *end(): Generator<InputLine> {
    if (this.length > 0) yield this.take()
  }

  private add(part: string): void {
    this.length += part.length
    if (this.length > this.maxLength) this.parts = []
    else if (part !== '') this.parts.push(part)
  }

  private take(): InputLine {
    const line = this.length > this.maxLength ? null : this.parts.join('').replace(/\r$/, '')
    this.parts = []
    this.length = 0
    return line
  }
}
