import { nearest } from '@shared/did-you-mean'
import type { ExpressionParser } from './expression-parser'
import { parseExtractor } from './parse-extractor'
import type { Command, Expression, Item, SortKeyItem } from './query'
import { tokenText, type Token } from './token'

/** Rows of a result. Source: observability-and-cost.md 3.3. */
export const MOST_ROWS = 10_000

type Body = (parser: ExpressionParser) => CommandBody
type CommandBody = Command extends infer Each ? (Each extends Command ? Omit<Each, 'from' | 'to'> : never) : never

const BODIES: ReadonlyMap<string, Body> = new Map<string, Body>([
  ['fields', (parser) => ({ kind: 'fields', items: items(parser) })],
  ['display', (parser) => ({ kind: 'display', items: items(parser) })],
  ['filter', (parser) => ({ kind: 'filter', condition: parser.expression() })],
  ['stats', stats],
  ['sort', (parser) => ({ kind: 'sort', keys: listOf(parser, () => sortKey(parser)) })],
  ['limit', limit],
  ['parse', parse],
  ['dedup', (parser) => ({ kind: 'dedup', fields: listOf(parser, () => onlyField(parser, 'dedup')) })],
])

/** Commands that can be used. */
const COMMAND_NAMES: readonly string[] = [...BODIES.keys()]

/** Exist in the service and are not played here. Source: observability-and-cost.md 3.2. */
const NOT_PLAYED = ['pattern', 'diff', 'anomaly', 'join', 'lookup', 'unnest', 'filterIndex', 'SOURCE', 'unmask']

/** What those who know other languages write. */
const FOREIGN: Readonly<Record<string, string>> = {
  where: 'filter',
  select: 'fields',
  project: 'fields',
  extend: 'fields',
  summarize: 'stats',
  order: 'sort',
  orderby: 'sort',
  top: 'limit',
  head: 'limit',
  take: 'limit',
  rex: 'parse',
  extract: 'parse',
  distinct: 'dedup',
}

/** The command that begins here, up to its end. Throws where it cannot be read on, with the problem noted. */
export function parseCommand(parser: ExpressionParser): Command {
  const name = parser.take()
  const body = name.kind === 'name' ? BODIES.get(name.text.toLowerCase()) : undefined
  if (body === undefined) return refuseCommand(parser, name)
  const command = body(parser)
  const end = parser.lexer.peek()
  if (end.kind !== 'end' && !parser.isNext('|')) refuseRest(parser, command.kind)
  return { ...command, ...parser.spanFrom(name.from) } as Command
}

function refuseCommand({ problems }: ExpressionParser, name: Token): never {
  if (name.kind !== 'name')
    return problems.fail(name, `A command is missing before ${tokenText(name)}: ${COMMAND_NAMES.join(', ')}.`)
  const word = name.text.toLowerCase()
  const absent = NOT_PLAYED.find((one) => one.toLowerCase() === word)
  if (absent !== undefined)
    return problems.fail(name, `The command ${absent} exists in CloudWatch and is not played here: leave it out.`)
  const meant = Object.hasOwn(FOREIGN, word) ? FOREIGN[word] : nearest(word, COMMAND_NAMES)
  const known = meant === undefined ? ` There are ${COMMAND_NAMES.join(', ')}.` : ''
  return problems.fail(name, `There is no command "${name.text}".${known}`, meant)
}

const CONTINUATIONS: Readonly<Record<Command['kind'], readonly string[]>> = {
  fields: ['as', 'and', 'or', 'like', 'in'],
  display: ['as', 'and', 'or', 'like', 'in'],
  filter: ['and', 'or', 'like', 'in', 'not'],
  stats: ['as', 'by'],
  sort: ['desc', 'asc'],
  limit: [],
  parse: ['as'],
  dedup: [],
}

/** A command's name here most often lacks the "|" before it. */
function refuseRest(parser: ExpressionParser, kind: Command['kind']): never {
  const token = parser.lexer.peek()
  const isCommand = token.kind === 'name' && BODIES.has(token.text.toLowerCase())
  if (isCommand) parser.problems.fail(token, `"|" is missing before the command ${token.text}.`, `| ${token.text}`)
  return parser.refuseRest(CONTINUATIONS[kind])
}

function listOf<T>(parser: ExpressionParser, read: () => T): readonly T[] {
  const list = [read()]
  while (parser.takeIf(',')) list.push(read())
  return list
}

function items(parser: ExpressionParser): readonly Item[] {
  return listOf(parser, () => item(parser))
}

function item(parser: ExpressionParser): Item {
  const expression = parser.expression()
  if (parser.takeIf('as')) return { expression, name: aliasName(parser), isAlias: true }
  const written = parser.lexer.text.slice(expression.from, expression.to)
  return { expression, name: expression.kind === 'field' ? expression.name : written, isAlias: false }
}

function aliasName(parser: ExpressionParser): string {
  const token = parser.take()
  if (token.kind === 'name' || token.kind === 'quoted') return token.text
  const suggestion = token.kind === 'string' ? `\`${token.text}\`` : undefined
  return parser.problems.fail(token, `What follows "as" is a name, not ${tokenText(token)}.`, suggestion)
}

function stats(parser: ExpressionParser): CommandBody {
  const aggregates = items(parser)
  const groups = parser.takeIf('by') ? items(parser) : []
  for (const { expression } of aggregates) {
    const bare = fieldOutsideOfAggregates(expression)
    if (bare === null) continue
    const message = `stats gives one value for many records: put ${bare.kind === 'field' ? bare.name : 'this'} into a function such as`
    parser.problems.error(bare, `${message} max, or behind "by".`)
  }
  return { kind: 'stats', items: aggregates, groups }
}

/** A field, or an expression of none, where an aggregate belongs; null when all is well. */
function fieldOutsideOfAggregates(expression: Expression): Expression | null {
  switch (expression.kind) {
    case 'field':
    case 'cut':
      return expression
    case 'literal':
    case 'aggregate':
      return null
    case 'call':
      return expression.args.map(fieldOutsideOfAggregates).find((found) => found !== null) ?? null
    case 'binary':
      return fieldOutsideOfAggregates(expression.left) ?? fieldOutsideOfAggregates(expression.right)
    default:
      return fieldOutsideOfAggregates(expression.operand)
  }
}

function sortKey(parser: ExpressionParser): SortKeyItem {
  const expression = parser.expression()
  const isDescending = parser.takeIf('desc')
  if (!isDescending) parser.takeIf('asc')
  return { expression, isDescending }
}

function limit(parser: ExpressionParser): CommandBody {
  const token = parser.take()
  const count = token.kind === 'number' ? Number(token.text) : Number.NaN
  const isPossible = Number.isInteger(count) && count >= 1 && count <= MOST_ROWS
  if (!isPossible)
    parser.problems.fail(token, `limit takes a whole number from 1 to ${MOST_ROWS}, not ${tokenText(token)}.`)
  return { kind: 'limit', count }
}

function parse(parser: ExpressionParser): CommandBody {
  const first = parser.lexer.peek()
  const isOfMessage = first.kind === 'string' || parser.isNext('/')
  const source: Expression = isOfMessage
    ? { kind: 'field', name: '@message', from: first.from, to: first.from }
    : onlyField(parser, 'parse')
  return { kind: 'parse', source, extractor: parseExtractor(parser) }
}

function onlyField(parser: ExpressionParser, command: string): Expression {
  const token = parser.take()
  if (token.kind !== 'name' && token.kind !== 'quoted') {
    parser.problems.fail(token, `${command} takes the name of a field, not ${tokenText(token)}.`)
  }
  if (parser.isNext('('))
    parser.problems.fail(token, `${command} takes the name of a field: give the value a name with fields first.`)
  return { kind: 'field', name: token.text, from: token.from, to: token.to }
}
