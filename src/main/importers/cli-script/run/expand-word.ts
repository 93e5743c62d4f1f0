import type { Statement, Word, WordPart } from '../shell/shell-script'
import { expandBraces } from './expand-braces'
import type { ShellVariables } from './shell-variables'

/** What expanding a word may ask of the run. */
export interface Expansion {
  readonly variables: ShellVariables
  /** The arguments of the function that runs. */
  readonly args: readonly string[]
  /** What commands print. */
  run(body: readonly Statement[]): string
  /** A variable that nobody has set was used, and got this value. */
  madeUp(name: string, value: string, offset: number): void
  /** What is not evaluated, as `$((1 + 1))`. */
  notEvaluated(text: string, offset: number): void
}

interface Piece {
  readonly text: string
  readonly splits: boolean
}

/** A word as one text, as in an assignment. */
export function expandText(word: Word, expansion: Expansion): string {
  return word.parts.map((part) => pieceOf(part, expansion).text).join('')
}

/** A word as the words that a command gets: what is not quoted is split at blanks, and may be nothing at all. */
export function expandFields(word: Word, expansion: Expansion): string[] {
  const braces = expandBraces(word)
  if (braces !== null) return braces
  const fields: string[] = []
  let current: string | null = null
  for (const part of word.parts) {
    const { text, splits } = pieceOf(part, expansion)
    if (!splits) {
      if (text !== '' || part.isQuoted) current = (current ?? '') + text
      continue
    }
    const pieces = text.split(/[ \t\n]+/)
    pieces.forEach((piece, index) => {
      if (index > 0 && current !== null) {
        fields.push(current)
        current = null
      }
      if (piece !== '') current = (current ?? '') + piece
    })
  }
  return current === null ? fields : [...fields, current]
}

function pieceOf(part: WordPart, expansion: Expansion): Piece {
  const splits = !part.isQuoted
  switch (part.kind) {
    case 'text':
      return { text: part.text, splits: false }
    case 'command':
      return { text: expansion.run(part.body).replace(/\n+$/, ''), splits }
    case 'other':
      expansion.notEvaluated(part.text, part.offset)
      return { text: '', splits }
    case 'variable':
      return { text: variable(part, expansion), splits }
  }
}

function variable(part: Extract<WordPart, { kind: 'variable' }>, expansion: Expansion): string {
  const { name, operator, argument, offset } = part
  const { variables } = expansion
  if (/^[0-9@*#?$!-]$/.test(name)) return special(part, expansion)
  const alternative = () => (argument === null ? '' : expandText(argument, expansion))
  const known = variables.known(name)
  if (operator.endsWith('+')) return known === undefined || known === '' ? '' : alternative()
  const isThere = known !== undefined && !(operator.startsWith(':') && known === '')
  if (isThere) return known
  if (operator.endsWith('-')) return variables.withDefault(name, alternative())
  if (operator.endsWith('=')) {
    const value = variables.withDefault(name, alternative())
    variables.set(name, value)
    return value
  }
  if (known !== undefined) return known
  const { value, isNew } = variables.madeUp(name)
  if (isNew) expansion.madeUp(name, value, offset)
  return value
}

/** `$1`, `$@`, `$?` ...: those of a function are known, those of the script are asked for. */
function special(
  { name, operator, argument, offset }: Extract<WordPart, { kind: 'variable' }>,
  expansion: Expansion,
): string {
  const { args, variables } = expansion
  if (name === '@' || name === '*') return args.join(' ')
  if (name === '#') return String(args.length)
  if (!/^[1-9]$/.test(name)) return '0'
  const own = args[Number(name) - 1] ?? variables.known(name)
  if (own !== undefined && own !== '') return own
  if (operator.endsWith('-') && argument !== null) return variables.withDefault(name, expandText(argument, expansion))
  const { value, isNew } = variables.madeUp(name)
  if (isNew) expansion.madeUp(name, value, offset)
  return value
}
