import { keywordAt } from './keyword-at'
import { readCompound } from './read-compound'
import { readCommand } from './read-command'
import { ShellReader } from './shell-reader'
import type { ShellScript, Statement } from './shell-script'

/**
 * A script as statements, with what cannot be read in it. Nothing is run, and no text takes long: every character is read once or twice.
 */
export function parseShell(text: string): ShellScript {
  const reader = new ShellReader(text, readStatements)
  const statements: Statement[] = []
  while (!reader.isAtEnd) {
    for (const statement of readStatements(reader)) statements.push(statement)
    if (reader.isAtEnd) break
    // A bracket or a word that closes nothing.
    const stray = reader.text.slice(reader.position, reader.position + 20).split(/\s/)[0] ?? ''
    reader.problem(`"${stray}" closes nothing here; the rest of the line is passed over.`)
    reader.position = reader.lineEnd()
  }
  for (const { delimiter } of reader.pending) reader.problem(`The document that ends with ${delimiter} is missing.`)
  return { statements, problems: reader.problems }
}

function readStatements(reader: ShellReader): Statement[] {
  const statements: Statement[] = []
  for (;;) {
    skipSeparators(reader)
    if (reader.isAtEnd || reader.peek() === ')' || reader.startsWith(';;') || isEnd(reader)) return statements
    const before = reader.position
    const statement = readAndOr(reader)
    if (statement !== null) statements.push(statement)
    // Whatever it was, it must not be read again.
    if (reader.position === before) {
      reader.problem(`"${reader.peek()}" is not understood here.`)
      reader.position++
    }
  }
}

function skipSeparators(reader: ShellReader): void {
  for (;;) {
    reader.skipLines()
    const character = reader.peek()
    if ((character === ';' && reader.peek(1) !== ';') || (character === '&' && reader.peek(1) !== '&'))
      reader.position++
    else return
  }
}

const CLOSING = new Set(['then', 'elif', 'else', 'fi', 'do', 'done', 'esac', '}'])

function isEnd(reader: ShellReader): boolean {
  const word = keywordAt(reader)
  return word !== null && CLOSING.has(word)
}

function readAndOr(reader: ShellReader): Statement | null {
  const offset = reader.position
  const first = readPipeline(reader)
  if (first === null) return null
  const rest: { operator: '&&' | '||'; statement: Statement }[] = []
  for (;;) {
    reader.skipBlanks()
    const operator = reader.startsWith('&&') ? '&&' : reader.startsWith('||') ? '||' : null
    if (operator === null) return rest.length === 0 ? first : { kind: 'and-or', first, rest, offset }
    reader.position += 2
    reader.skipLines()
    const statement = readPipeline(reader)
    if (statement === null) return { kind: 'and-or', first, rest, offset }
    rest.push({ operator, statement })
  }
}

function readPipeline(reader: ShellReader): Statement | null {
  const offset = reader.position
  if (keywordAt(reader) === '!' || keywordAt(reader) === 'time') {
    reader.position += keywordAt(reader)!.length
    reader.skipBlanks()
  }
  const first = readOne(reader)
  if (first === null) return null
  const commands = [first]
  for (;;) {
    reader.skipBlanks()
    if (reader.peek() !== '|' || reader.peek(1) === '|') break
    reader.position += reader.peek(1) === '&' ? 2 : 1
    reader.skipLines()
    const next = readOne(reader)
    if (next === null) break
    commands.push(next)
  }
  return commands.length === 1 ? first : { kind: 'pipeline', commands, offset }
}

function readOne(reader: ShellReader): Statement | null {
  return readCompound(reader) ?? readCommand(reader)
}
