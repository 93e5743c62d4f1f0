/** A place as Monaco counts: both from 1, columns in UTF-16 units. */
export interface LinePlace {
  readonly lineNumber: number
  readonly column: number
}

/** One replaced part, as Monaco tells of it. */
export interface LineChange {
  readonly range: {
    readonly startLineNumber: number
    readonly startColumn: number
    readonly endLineNumber: number
    readonly endColumn: number
  }
  readonly text: string
}

/** A text and where its lines start. Monaco gives every line the same ending; this keeps each as it is. */
export interface TextLines {
  readonly text: string
  /** Offset of each line's first character; a byte order mark belongs to no line. */
  readonly starts: readonly number[]
  /** The ending that most lines have, "\n" for a text of one line. */
  readonly ending: '\n' | '\r\n' | '\r'
}

const LINE_END = /\r\n|\n|\r/g
const BYTE_ORDER_MARK = '\uFEFF'

export function textLines(text: string): TextLines {
  const starts = [text.startsWith(BYTE_ORDER_MARK) ? 1 : 0]
  const counts = { '\n': 0, '\r\n': 0, '\r': 0 }
  for (const match of text.matchAll(LINE_END)) {
    counts[match[0] as keyof typeof counts] += 1
    starts.push(match.index + match[0].length)
  }
  const isWindows = counts['\r\n'] > counts['\n'] && counts['\r\n'] >= counts['\r']
  return { text, starts, ending: isWindows ? '\r\n' : counts['\r'] > counts['\n'] ? '\r' : '\n' }
}

/** The text as Monaco holds it: every line ends with "\n". */
export function modelText({ text }: TextLines): string {
  return (text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text).replace(LINE_END, '\n')
}

/** Where a place is in the text; a place beyond a line's end is at its end. */
export function offsetOf({ text, starts }: TextLines, { lineNumber, column }: LinePlace): number {
  const line = Math.min(Math.max(lineNumber, 1), starts.length)
  const start = starts[line - 1]!
  return Math.min(start + Math.max(column - 1, 0), endOfLine(text, starts, line))
}

/** The place of an offset; one inside of a line's ending is at the end of the line. */
export function placeOf({ text, starts }: TextLines, offset: number): LinePlace {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  const within = Math.min(Math.max(offset, starts[low]!), endOfLine(text, starts, low + 1))
  return { lineNumber: low + 1, column: within - starts[low]! + 1 }
}

function endOfLine(text: string, starts: readonly number[], line: number): number {
  const next = starts[line]
  if (next === undefined) return text.length
  return text[next - 1] === '\n' && text[next - 2] === '\r' ? next - 2 : next - 1
}

/** The text after changes that Monaco made, which never overlap. New lines get the ending that most lines have. */
export function applyChanges(lines: TextLines, changes: readonly LineChange[]): TextLines {
  const ordered = changes
    .map(({ range, text }) => ({
      start: offsetOf(lines, { lineNumber: range.startLineNumber, column: range.startColumn }),
      end: offsetOf(lines, { lineNumber: range.endLineNumber, column: range.endColumn }),
      text: text.replace(LINE_END, lines.ending),
    }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
  let result = ''
  let at = 0
  for (const { start, end, text } of ordered) {
    result += lines.text.slice(at, start) + text
    at = end
  }
  return textLines(result + lines.text.slice(at))
}
