import { checkLength, illegalArgument } from '../java-errors'
import { blankPrefix, blankSuffix } from './white-space'

/** The lines of a text without their ends, as `String.lines()`: "\n", "\r" and "\r\n" end a line. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|[\r\n]/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** `indent(n)`: blanks before each line, or taken from it; each line ends with "\n". */
export function indent(text: string, count: number): string {
  if (text === '') return ''
  const lines = linesOf(text)
  if (count > 0) checkLength(text.length + lines.length * (count + 1))
  const padding = ' '.repeat(Math.max(count, 0))
  return lines.map((line) => `${padding}${line.slice(Math.min(blankPrefix(line), Math.max(-count, 0)))}\n`).join('')
}

/** `stripIndent()`: the blanks that all lines begin with go, and those at their ends. */
export function stripIndent(text: string): string {
  if (text === '') return ''
  const endsWithLine = /[\r\n]$/.test(text)
  const lines = linesOf(text)
  const common = endsWithLine ? 0 : commonIndent(lines)
  const stripped = lines.map((line) => line.slice(Math.min(common, blankPrefix(line)), blankSuffix(line)))
  return stripped.join('\n') + (endsWithLine ? '\n' : '')
}

/** Blank lines do not count, but for the last one. */
function commonIndent(lines: readonly string[]): number {
  let common = Infinity
  lines.forEach((line, index) => {
    const blanks = blankPrefix(line)
    if (blanks < line.length || index === lines.length - 1) common = Math.min(common, blanks)
  })
  return common
}

const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['s', ' '],
  ['t', '\t'],
  ["'", "'"],
  ['"', '"'],
  ['\\', '\\'],
  ['\n', ''],
])

/** `translateEscapes()`: `\n`, `\101` and the like become what they stand for. Errors: IllegalArgumentException. */
export function translateEscapes(text: string): string {
  return text.replaceAll(/\\(?:([0-3][0-7]{0,2}|[4-7][0-7]?)|(\r\n?)|([^]?))/g, (_, octal, lineEnd, other: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(String(octal), 8))
    if (lineEnd !== undefined) return ''
    const meaning = SIMPLE_ESCAPES.get(other)
    if (meaning !== undefined) return meaning
    const code = (other === '' ? 0 : other.charCodeAt(0)).toString(16).toUpperCase().padStart(4, '0')
    throw illegalArgument(`Invalid escape sequence: \\${other} \\\\u${code}`)
  })
}
