import type { Redirect, ShellProblem, Statement } from './shell-script'

/** Deeper than any script; no text makes the reader run out of stack. */
export const MAX_NESTING = 40

/** A document in the script whose text begins on the next line. */
export interface PendingDocument {
  readonly delimiter: string
  readonly isLiteral: boolean
  readonly stripsTabs: boolean
  /** Called with where its text begins and ends. */
  readonly fill: (start: number, end: number) => void
}

/** Reads statements up to what closes them. Words hold commands and commands hold words, so the reader brings it along. */
export type StatementsReader = (reader: ShellReader) => Statement[]

/** The text and how far it is read; the readers of words and of statements share one. */
export class ShellReader {
  position: number
  readonly end: number
  readonly problems: ShellProblem[]
  readonly pending: PendingDocument[] = []
  depth = 0

  constructor(
    readonly text: string,
    private readonly readStatements: StatementsReader,
    start = 0,
    end = text.length,
    problems: ShellProblem[] = [],
  ) {
    this.position = start
    this.end = end
    this.problems = problems
  }

  /** A reader of a part of the same text, whose problems are ours. */
  within(start: number, end: number): ShellReader {
    const reader = new ShellReader(this.text, this.readStatements, start, end, this.problems)
    reader.depth = this.depth + 1
    return reader
  }

  /** Statements up to a closing bracket or word, which is not read. */
  statements(): Statement[] {
    return this.readStatements(this)
  }

  peek(ahead = 0): string {
    const at = this.position + ahead
    return at < this.end ? (this.text[at] ?? '') : ''
  }

  get isAtEnd(): boolean {
    return this.position >= this.end
  }

  startsWith(text: string): boolean {
    return this.position + text.length <= this.end && this.text.startsWith(text, this.position)
  }

  problem(message: string, offset = this.position): void {
    this.problems.push({ offset, message })
  }

  /** Blanks, escaped line ends and a comment. */
  skipBlanks(): void {
    for (;;) {
      const character = this.peek()
      if (character === ' ' || character === '\t' || character === '\r') this.position++
      else if (character === '\\' && this.peek(1) === '\n') this.position += 2
      else if (character === '\\' && this.peek(1) === '\r' && this.peek(2) === '\n') this.position += 3
      else if (character === '#') this.position = this.lineEnd()
      else return
    }
  }

  /** Blanks, line ends and comments; documents in the script that begin behind a line end are read. */
  skipLines(): void {
    for (;;) {
      this.skipBlanks()
      if (this.peek() !== '\n') return
      this.newLine()
    }
  }

  newLine(): void {
    this.position++
    for (const document of this.pending.splice(0)) this.readDocument(document)
  }

  lineEnd(from = this.position): number {
    const at = this.text.indexOf('\n', from)
    return at < 0 || at > this.end ? this.end : at
  }

  private readDocument({ delimiter, stripsTabs, fill }: PendingDocument): void {
    const start = this.position
    let line = start
    while (line < this.end) {
      const end = this.lineEnd(line)
      const text = this.text.slice(line, end).replace(/\r$/, '')
      if ((stripsTabs ? text.replace(/^\t+/, '') : text) === delimiter) {
        fill(start, line)
        this.position = Math.min(end + 1, this.end)
        return
      }
      line = end + 1
    }
    this.problem(`The document that ends with ${delimiter} has no such line.`, start)
    fill(start, this.end)
    this.position = this.end
  }
}

/** Which stream an operator without a number is for. */
export function defaultDescriptor(operator: Redirect['operator']): number {
  return operator.startsWith('<') ? 0 : 1
}
