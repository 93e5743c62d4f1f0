import type { TemplateProblem, TemplateProblemCode, TemplateRange, TextSpan } from '@shared/contract/template'

/** Turns offsets of one text into lines and columns. `\r\n`, `\n` and `\r` end a line. */
export class LineMap {
  readonly #starts: number[] = [0]

  constructor(
    readonly length: number,
    text: string,
  ) {
    const ends = /\r\n|\n|\r/g
    while (ends.test(text)) this.#starts.push(ends.lastIndex)
  }

  static of(text: string): LineMap {
    return new LineMap(text.length, text)
  }

  get lineCount(): number {
    return this.#starts.length
  }

  /** Line and column of an offset, both from 1. */
  at(offset: number): { line: number; column: number } {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - this.#starts[low]! + 1 }
  }

  /** Where the line after the one of this offset begins; the text's end on the last line. */
  nextLine(offset: number): number {
    return this.#starts[this.at(offset).line] ?? this.length
  }

  rangeOf({ start, end }: TextSpan): TemplateRange {
    const from = this.at(start)
    const to = this.at(end)
    return { start, end, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
  }
}

export function templateError(
  code: TemplateProblemCode,
  message: string,
  span: TextSpan,
  lines: LineMap,
): TemplateProblem {
  return { code, severity: 'error', message, range: lines.rangeOf(span) }
}
