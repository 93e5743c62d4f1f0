import { PLACEHOLDER, quotedParts, readWord } from './read-word'
import { defaultDescriptor, type ShellReader } from './shell-reader'
import type { Assignment, Command, Redirect, Word, WordPart } from './shell-script'

/** A command with what it is given and where it reads and writes; null when there is none here. */
export function readCommand(reader: ShellReader): Command | null {
  const offset = reader.position
  const assignments: Assignment[] = []
  const words: Word[] = []
  const redirects: Redirect[] = []
  for (;;) {
    reader.skipBlanks()
    const redirect = isPlaceholder(reader) ? null : readRedirect(reader)
    if (redirect !== null) {
      redirects.push(redirect)
      continue
    }
    const assignment = words.length === 0 ? readAssignment(reader) : null
    if (assignment !== null) {
      assignments.push(assignment)
      continue
    }
    const word = readWord(reader)
    if (word === null) break
    words.push(word)
  }
  const isEmpty = assignments.length === 0 && words.length === 0 && redirects.length === 0
  return isEmpty ? null : { kind: 'command', assignments, words, redirects, offset }
}

function isPlaceholder(reader: ShellReader): boolean {
  return reader.peek() === '<' && PLACEHOLDER.test(reader.text.slice(reader.position, reader.position + 80))
}

/** `NAME=value`, `NAME+=value`; a list in brackets is read as one text. */
function readAssignment(reader: ShellReader): Assignment | null {
  const rest = reader.text.slice(reader.position, Math.min(reader.position + 200, reader.end))
  const [start, name = '', plus] = /^([A-Za-z_]\w*)(\+?)=/.exec(rest) ?? []
  if (start === undefined) return null
  reader.position += start.length
  const offset = reader.position
  const isAppended = plus === '+'
  if (reader.peek() === '(') return { name, value: { parts: listParts(reader), offset }, isAppended }
  return { name, value: readWord(reader) ?? { parts: [], offset }, isAppended }
}

/** `(a b c)`: the items, with a blank between them. */
function listParts(reader: ShellReader): WordPart[] {
  const parts: WordPart[] = []
  reader.position++
  for (;;) {
    reader.skipLines()
    const word = readWord(reader)
    if (word === null) break
    if (parts.length > 0) parts.push({ kind: 'text', text: ' ', isQuoted: true })
    for (const part of word.parts) parts.push(part)
  }
  if (reader.peek() === ')') reader.position++
  return parts
}

const REDIRECT = /^(\d?)(&>>|&>|>>|>&|>\||<<<|<<-?|<&|>|<)/

export function readRedirect(reader: ShellReader): Redirect | null {
  const [start, digit = '', sign = ''] =
    REDIRECT.exec(reader.text.slice(reader.position, Math.min(reader.position + 5, reader.end))) ?? []
  if (start === undefined) return null
  if (/^[<>]\($/.test(reader.text.slice(reader.position, reader.position + 2))) {
    reader.problem('<(...) is not understood: write the output into a file first.')
    reader.position = reader.lineEnd()
    return null
  }
  reader.position += start.length
  reader.skipBlanks()
  if (sign === '<<' || sign === '<<-') return readDocument(reader, sign === '<<-', digit === '' ? 0 : Number(digit))
  const operator = operatorOf(sign)
  const target = readWord(reader) ?? { parts: [], offset: reader.position }
  return { operator, descriptor: digit === '' ? defaultDescriptor(operator) : Number(digit), target }
}

function operatorOf(sign: string): Redirect['operator'] {
  if (sign === '&>' || sign === '>|') return '>'
  if (sign === '&>>') return '>>'
  return sign as Redirect['operator']
}

/** `<<EOF`: the text comes on the lines that follow. */
function readDocument(reader: ShellReader, stripsTabs: boolean, descriptor: number): Redirect {
  const start = reader.position
  const word = readWord(reader)
  const delimiter = (word?.parts ?? []).map((part) => ('text' in part ? part.text : '')).join('')
  const isLiteral = /['"\\]/.test(reader.text.slice(start, reader.position))
  const parts: WordPart[] = []
  const target: { parts: WordPart[]; offset: number } = { parts, offset: start }
  reader.pending.push({
    delimiter,
    isLiteral,
    stripsTabs,
    fill(from, to) {
      for (const part of documentParts(reader, { from, to, isLiteral, stripsTabs })) parts.push(part)
    },
  })
  return { operator: '<<', descriptor, target }
}

interface DocumentText {
  readonly from: number
  readonly to: number
  readonly isLiteral: boolean
  readonly stripsTabs: boolean
}

function documentParts(reader: ShellReader, { from, to, isLiteral, stripsTabs }: DocumentText): WordPart[] {
  const parts: WordPart[] = isLiteral
    ? [{ kind: 'text', text: reader.text.slice(from, to).replaceAll('\r\n', '\n'), isQuoted: true }]
    : quotedParts(reader.within(from, to), () => false)
  if (!stripsTabs) return parts
  return parts.map((part) => (part.kind === 'text' ? { ...part, text: part.text.replace(/^\t+/gm, '') } : part))
}
