import { keywordAt } from './keyword-at'
import { readRedirect } from './read-command'
import { readWord } from './read-word'
import { MAX_NESTING, type ShellReader } from './shell-reader'
import type { Redirect, Statement, Word } from './shell-script'

/** `if`, `for`, `{ }`, functions ...: null when none of them begins here. */
export function readCompound(reader: ShellReader): Statement | null {
  const keyword = keywordAt(reader)
  if (reader.depth >= MAX_NESTING) {
    if (keyword === null && reader.peek() !== '(') return null
    reader.problem('Statements are nested too deeply here.')
    reader.position = reader.end
    return null
  }
  reader.depth++
  try {
    return readOpened(reader, keyword)
  } finally {
    reader.depth--
  }
}

function readOpened(reader: ShellReader, keyword: string | null): Statement | null {
  const offset = reader.position
  if (reader.peek() === '(') {
    reader.position++
    return closed(reader, { kind: 'group', body: reader.statements(), redirects: [], offset }, ')')
  }
  const name = functionName(reader)
  if (name !== null) return readFunction(reader, name, offset)
  switch (keyword) {
    case '{':
      reader.position++
      return closed(reader, { kind: 'group', body: reader.statements(), redirects: [], offset }, '}')
    case 'if':
      return readUntil(reader, 'if', ['then', 'elif', 'else', 'do'], 'fi')
    case 'while':
    case 'until':
    case 'select':
      return readUntil(reader, keyword, ['do'], 'done')
    case 'for':
      return readFor(reader)
    case 'case':
      return readCase(reader)
    case '[[':
      return readTest(reader)
    default:
      return null
  }
}

/** What closes a group, and where its output goes. */
function closed(reader: ShellReader, group: Extract<Statement, { kind: 'group' }>, close: string): Statement {
  reader.skipLines()
  if (!reader.startsWith(close)) {
    reader.problem(`${close === ')' ? '(' : '{'} is never closed.`, group.offset)
    return group
  }
  reader.position += close.length
  const redirects: Redirect[] = []
  for (;;) {
    reader.skipBlanks()
    const redirect = readRedirect(reader)
    if (redirect === null) return { ...group, redirects }
    redirects.push(redirect)
  }
}

/** `name()` or `function name`: what stands before the body is read. */
function functionName(reader: ShellReader): string | null {
  const rest = reader.text.slice(reader.position, Math.min(reader.position + 200, reader.end))
  const [start, first, second] =
    /^(?:function[ \t]+([\w-]+)(?:[ \t]*\(\s*\))?|([A-Za-z_][\w-]*)[ \t]*\([ \t]*\))/.exec(rest) ?? []
  if (start === undefined) return null
  reader.position += start.length
  return first ?? second ?? null
}

function readFunction(reader: ShellReader, name: string, offset: number): Statement | null {
  reader.skipLines()
  const body = readCompound(reader)
  if (body === null) reader.problem(`The function ${name} has no body in { }.`, offset)
  return { kind: 'function', name, body: body === null ? [] : body.kind === 'group' ? body.body : [body], offset }
}

/** Everything up to the word that closes, with whatever words divide it. */
function readUntil(reader: ShellReader, keyword: string, dividers: readonly string[], close: string): Statement {
  const offset = reader.position
  const body: Statement[] = []
  reader.position += keyword.length
  for (;;) {
    for (const statement of reader.statements()) body.push(statement)
    const word = keywordAt(reader)
    if (word === null || (word !== close && !dividers.includes(word))) {
      reader.problem(`${keyword} is never closed with ${close}.`, offset)
      return { kind: 'unrun', keyword, body, offset }
    }
    reader.position += word.length
    if (word === close) return afterRedirects(reader, { kind: 'unrun', keyword, body, offset })
  }
}

function afterRedirects<S extends Statement>(reader: ShellReader, statement: S): S {
  for (;;) {
    reader.skipBlanks()
    if (readRedirect(reader) === null) return statement
  }
}

function readFor(reader: ShellReader): Statement {
  const offset = reader.position
  reader.position += 3
  reader.skipBlanks()
  const variable =
    readWord(reader)
      ?.parts.map((part) => ('text' in part ? part.text : ''))
      .join('') ?? ''
  reader.skipLines()
  let words: Word[] | null = null
  if (keywordAt(reader) === 'in') {
    reader.position += 2
    words = readWords(reader)
  } else if (reader.startsWith('((')) reader.position = reader.lineEnd()
  reader.skipLines()
  if (reader.peek() === ';') reader.position++
  reader.skipLines()
  if (keywordAt(reader) !== 'do') {
    reader.problem('for has no do.', offset)
    return { kind: 'for', variable, words, body: [], offset }
  }
  reader.position += 2
  const body = reader.statements()
  if (keywordAt(reader) === 'done') reader.position += 4
  else reader.problem('for is never closed with done.', offset)
  return afterRedirects(reader, { kind: 'for', variable, words, body, offset })
}

function readWords(reader: ShellReader): Word[] {
  const words: Word[] = []
  for (;;) {
    reader.skipBlanks()
    const word = readWord(reader)
    if (word === null) return words
    words.push(word)
  }
}

function readCase(reader: ShellReader): Statement {
  const offset = reader.position
  const body: Statement[] = []
  reader.position += 4
  reader.skipBlanks()
  readWord(reader)
  reader.skipLines()
  if (keywordAt(reader) === 'in') reader.position += 2
  for (;;) {
    reader.skipLines()
    if (keywordAt(reader) === 'esac') {
      reader.position += 4
      return { kind: 'unrun', keyword: 'case', body, offset }
    }
    const close = reader.text.indexOf(')', reader.position)
    if (close < 0 || close >= reader.end) {
      reader.problem('case is never closed with esac.', offset)
      reader.position = reader.end
      return { kind: 'unrun', keyword: 'case', body, offset }
    }
    reader.position = close + 1
    for (const statement of reader.statements()) body.push(statement)
    if (reader.startsWith(';;')) reader.position += 2
  }
}

/** `[[ ... ]]` decides something, and nothing is decided here. */
function readTest(reader: ShellReader): Statement {
  const offset = reader.position
  const close = reader.text.indexOf(']]', offset)
  reader.position = close < 0 || close >= reader.end ? reader.lineEnd() : close + 2
  const word: Word = { parts: [{ kind: 'text', text: '[[', isQuoted: false }], offset }
  return { kind: 'command', assignments: [], words: [word], redirects: [], offset }
}
