import type { TextRange } from '@shared/diagnostic'

/** Turns offsets into lines and columns. Lines are counted on the first question only. */
export class LineIndex {
  private starts: number[] | null = null

  constructor(private readonly text: string) {}

  /** Line and column, both from 1, of a UTF-16 offset. */
  at(offset: number): TextRange {
    const starts = (this.starts ??= lineStarts(this.text))
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
