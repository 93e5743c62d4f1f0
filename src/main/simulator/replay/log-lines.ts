import type { LogReader } from './log-reader'
import { Utf8Pieces } from './utf8-pieces'

/** A line of an access log has some hundred characters; nothing longer than this is kept. */
export const LONGEST_LINE = 65_536

const BYTE_ORDER_MARK = '\ufeff'

/** The lines of a log, one after the other: never more than a piece of it and one line are held. */
export class LogLines {
  /** Of the line that `next` gave last, from 1. */
  number = 0
  private readonly reader: LogReader
  private readonly bytes = new Utf8Pieces()
  private piece = ''
  private at = 0
  /** The beginning of a line that goes on in the next piece; what comes after too much is dropped. */
  private begun = ''

  constructor(reader: LogReader) {
    this.reader = reader
  }

  /** The next line without its end; undefined for one that is too long, null after the last. */
  next(): string | undefined | null {
    for (;;) {
      const end = this.piece.indexOf('\n', this.at)
      if (end !== -1) return this.endLine(end)
      this.begin(this.piece.length)
      const read = this.reader.read()
      if (read === null) return this.endLog()
      this.piece = typeof read === 'string' ? read : this.bytes.textOf(read)
      this.at = 0
    }
  }

  private endLog(): string | undefined | null {
    this.piece = this.bytes.end()
    this.at = 0
    this.begin(this.piece.length)
    this.piece = ''
    this.at = 0
    return this.begun === '' ? null : this.take()
  }

  private endLine(end: number): string | undefined {
    this.begin(end)
    this.at = end + 1
    return this.take()
  }

  /** Put what is left of the piece up to `end` behind what is there of the line. */
  private begin(end: number): void {
    const room = LONGEST_LINE + 1 - this.begun.length
    const more = this.piece.slice(this.at, Math.min(end, this.at + room))
    this.begun = this.begun === '' ? more : this.begun + more
  }

  private take(): string | undefined {
    const { begun } = this
    this.begun = ''
    this.number++
    if (begun.length > LONGEST_LINE) return undefined
    const line = this.number === 1 && begun.startsWith(BYTE_ORDER_MARK) ? begun.slice(1) : begun
    return line.endsWith('\r') ? line.slice(0, -1) : line
  }
}
