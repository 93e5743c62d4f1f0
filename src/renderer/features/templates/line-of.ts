/** The line of an offset, from 1. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** The offset at which a line begins; the end of the text for a line behind it. */
export function offsetOfLine(text: string, line: number): number {
  const before = text.split('\n').slice(0, line - 1)
  return Math.min(
    text.length,
    before.reduce((sum, each) => sum + each.length + 1, 0),
  )
}
