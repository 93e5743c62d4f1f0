/** Questions about the lines of a text whose breaks are all "\n". Offsets count UTF-16 units. */
export class SourceLines {
  constructor(readonly text: string) {}

  lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1
  }

  /** The offset after the line's break, or the end of the text. At a line's start it is that line's, unless `offset` ends a block text. */
  lineEnd(offset: number): number {
    const end = this.text.indexOf('\n', offset)
    return end < 0 ? this.text.length : end + 1
  }

  /** Columns count from 0. */
  column(offset: number): number {
    return offset - this.lineStart(offset)
  }

  /** Whether only spaces stand before it on its line. */
  startsLine(offset: number): boolean {
    return /^ *$/.test(this.text.slice(this.lineStart(offset), offset))
  }

  /** Where the comments directly above a line begin that stand at its column; not before `bound`. */
  leadStart(lineStart: number, column: number, bound: number): number {
    let start = lineStart
    while (start > bound) {
      const above = this.lineStart(start - 1)
      if (above < bound || !this.isComment(above, column, column)) break
      start = above
    }
    return start
  }

  /** Where the comments end that directly follow a line at its column or deeper; not after `bound`. */
  trailEnd(lineEnd: number, column: number, bound: number): number {
    let end = lineEnd
    while (end < bound && this.isComment(end, column, Number.POSITIVE_INFINITY)) end = this.lineEnd(end)
    return Math.min(end, bound)
  }

  /** The comment on the rest of a line with the space before it, as in "  # why". */
  commentAfter(offset: number): string {
    const comment = /[ \t]+#[^\n]*/y
    comment.lastIndex = offset
    return comment.exec(this.text)?.[0] ?? ''
  }

  private isComment(lineStart: number, from: number, to: number): boolean {
    let at = lineStart
    while (this.text[at] === ' ') at++
    return this.text[at] === '#' && at - lineStart >= from && at - lineStart <= to
  }
}
