import { MAX_NESTING, type ShellReader } from './shell-reader'
import type { Word, WordPart } from './shell-script'

const WORD_END = /[\s;&|<>()]/

/** Reads one word; null when there is none here. */
export function readWord(reader: ShellReader): Word | null {
  const offset = reader.position
  const parts: WordPart[] = []
  while (!reader.isAtEnd) {
    const character = reader.peek()
    const placeholder = character === '<' ? placeholderAt(reader) : undefined
    if (placeholder !== undefined) parts.push(placeholder)
    else if (WORD_END.test(character)) break
    else for (const part of readPart(reader)) parts.push(part)
  }
  return parts.length === 0 ? null : { parts, offset }
}

/** `<your-api-id>`: nobody means to read a file here and write another. */
export const PLACEHOLDER = /^<[A-Za-z][\w:/.-]*(?: [\w:/.-]+)*>/

function placeholderAt(reader: ShellReader): WordPart | undefined {
  const rest = reader.text.slice(reader.position, Math.min(reader.position + 80, reader.end))
  const found = PLACEHOLDER.exec(rest)?.[0]
  if (found === undefined) return undefined
  reader.problem(`${found} must be filled in: a shell would read a file of that name.`)
  reader.position += found.length
  return text(found, true)
}

function readPart(reader: ShellReader): WordPart[] {
  const character = reader.peek()
  if (character === "'") return [singleQuoted(reader)]
  if (character === '"') return doubleQuoted(reader)
  if (character === '\\') return escaped(reader)
  if (character === '$') return dollar(reader, false)
  if (character === '`') return [backticks(reader, false)]
  const start = reader.position
  while (!reader.isAtEnd && !/[\s;&|<>()'"\\$`]/.test(reader.peek())) reader.position++
  // A character that no other rule takes must still be taken.
  if (reader.position === start) reader.position++
  return [text(reader.text.slice(start, reader.position), false)]
}

function text(value: string, isQuoted: boolean): WordPart {
  return { kind: 'text', text: value, isQuoted }
}

function escaped(reader: ShellReader): WordPart[] {
  const next = reader.peek(1)
  reader.position += next === '' ? 1 : 2
  return next === '\n' ? [] : [text(next, true)]
}

function singleQuoted(reader: ShellReader): WordPart {
  const start = reader.position
  const end = reader.text.indexOf("'", start + 1)
  if (end < 0 || end >= reader.end) {
    reader.problem("The quotation mark ' is never closed.", start)
    reader.position = reader.end
    return text(reader.text.slice(start + 1, reader.end), true)
  }
  reader.position = end + 1
  return text(reader.text.slice(start + 1, end), true)
}

/** What stands between double quotation marks; an empty one is a part too. */
function doubleQuoted(reader: ShellReader): WordPart[] {
  const start = reader.position
  reader.position++
  const parts = quotedParts(reader, (character) => character === '"')
  if (reader.peek() !== '"') reader.problem('The quotation mark " is never closed.', start)
  else reader.position++
  return parts.length === 0 ? [text('', true)] : parts
}

/** Text with expansions, as within double quotation marks and in documents. */
export function quotedParts(reader: ShellReader, isEnd: (character: string) => boolean): WordPart[] {
  const parts: WordPart[] = []
  let plain = ''
  const flush = () => {
    if (plain !== '') parts.push(text(plain, true))
    plain = ''
  }
  while (!reader.isAtEnd && !isEnd(reader.peek())) {
    const character = reader.peek()
    if (character === '\\') {
      const next = reader.peek(1)
      reader.position += 2
      if (next === '\n') continue
      plain += '$`"\\'.includes(next) && next !== '' ? next : `\\${next}`
    } else if (character === '$' || character === '`') {
      flush()
      parts.push(...(character === '$' ? dollar(reader, true) : [backticks(reader, true)]))
    } else {
      plain += character
      reader.position++
    }
  }
  flush()
  return parts
}

/** Whatever begins with a dollar sign. */
function dollar(reader: ShellReader, isQuoted: boolean): WordPart[] {
  const offset = reader.position
  const next = reader.peek(1)
  if (next === "'" && !isQuoted) return [ansiQuoted(reader)]
  if (next === '"' && !isQuoted) {
    reader.position++
    return doubleQuoted(reader)
  }
  if (reader.startsWith('$((')) return [arithmetic(reader, isQuoted)]
  if (next === '(') return [substitution(reader, isQuoted)]
  if (next === '{') return [braced(reader, isQuoted)]
  const name = /^[A-Za-z_]\w*|^[0-9@*#?$!-]/.exec(
    reader.text.slice(reader.position + 1, Math.min(reader.position + 200, reader.end)),
  )?.[0]
  if (name === undefined) {
    reader.position++
    return [text('$', isQuoted)]
  }
  reader.position += 1 + name.length
  return [{ kind: 'variable', name, operator: '', argument: null, isQuoted, offset }]
}

const ANSI: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', e: '\u001b', a: '\u0007', '0': '\0' }

function ansiQuoted(reader: ShellReader): WordPart {
  const start = reader.position
  reader.position += 2
  let value = ''
  while (!reader.isAtEnd && reader.peek() !== "'") {
    const next = reader.peek(1)
    if (reader.peek() === '\\' && next !== '') {
      value += ANSI[next] ?? next
      reader.position += 2
    } else {
      value += reader.peek()
      reader.position++
    }
  }
  if (reader.isAtEnd) reader.problem("The quotation mark $' is never closed.", start)
  else reader.position++
  return text(value, true)
}

function arithmetic(reader: ShellReader, isQuoted: boolean): WordPart {
  const offset = reader.position
  const close = reader.text.indexOf('))', offset)
  const end = close < 0 || close >= reader.end ? reader.end : close + 2
  reader.position = end
  return { kind: 'other', text: reader.text.slice(offset, end), isQuoted, offset }
}

function substitution(reader: ShellReader, isQuoted: boolean): WordPart {
  const offset = reader.position
  reader.position += 2
  if (reader.depth >= MAX_NESTING) return tooDeep(reader, offset, isQuoted)
  reader.depth++
  const body = reader.statements()
  reader.depth--
  if (reader.peek() === ')') reader.position++
  else reader.problem('$( is never closed.', offset)
  return { kind: 'command', body, isQuoted, offset }
}

function tooDeep(reader: ShellReader, offset: number, isQuoted: boolean): WordPart {
  reader.problem('Commands are nested too deeply here.', offset)
  reader.position = reader.end
  return { kind: 'other', text: '', isQuoted, offset }
}

function backticks(reader: ShellReader, isQuoted: boolean): WordPart {
  const offset = reader.position
  let end = offset + 1
  while (end < reader.end && reader.text[end] !== '`') end += reader.text[end] === '\\' ? 2 : 1
  if (end >= reader.end) reader.problem('The backtick is never closed.', offset)
  if (reader.depth >= MAX_NESTING) return tooDeep(reader, offset, isQuoted)
  const body = reader.within(offset + 1, Math.min(end, reader.end)).statements()
  reader.position = Math.min(end + 1, reader.end)
  return { kind: 'command', body, isQuoted, offset }
}

/** `${NAME}` with what may stand behind the name. */
function braced(reader: ShellReader, isQuoted: boolean): WordPart {
  const offset = reader.position
  const end = closingBrace(reader, offset + 2)
  if (end < 0) {
    reader.problem('${ is never closed.', offset)
    reader.position = reader.end
    return { kind: 'other', text: reader.text.slice(offset, reader.end), isQuoted, offset }
  }
  const inside = reader.text.slice(offset + 2, end)
  const [, name = '', operator = ''] = /^(\w+|[@*#?$!-])(:?[-=+?]|)/.exec(inside) ?? []
  const rest = offset + 2 + name.length + operator.length
  reader.position = end + 1
  if (name === '' || (operator === '' && rest < end)) {
    return { kind: 'other', text: reader.text.slice(offset, end + 1), isQuoted, offset }
  }
  const argument = operator === '' ? null : { parts: argumentParts(reader.within(rest, end)), offset: rest }
  return { kind: 'variable', name, operator, argument, isQuoted, offset }
}

function argumentParts(reader: ShellReader): WordPart[] {
  const parts: WordPart[] = []
  while (!reader.isAtEnd && reader.depth < MAX_NESTING) {
    const character = reader.peek()
    if (/[\s;&|<>()]/.test(character)) {
      parts.push(text(character, false))
      reader.position++
    } else for (const part of readPart(reader)) parts.push(part)
  }
  return parts
}

function closingBrace(reader: ShellReader, from: number): number {
  let open = 0
  for (let at = from; at < reader.end; at++) {
    const character = reader.text[at]
    if (character === '\\') at++
    else if (character === '{') open++
    else if (character === '}' && open-- === 0) return at
  }
  return -1
}
