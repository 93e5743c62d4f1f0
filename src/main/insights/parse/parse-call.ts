import { nearest } from '@shared/did-you-mean'
import { AGGREGATES, aggregateNamed } from '../aggregates/aggregate-table'
import { FUNCTIONS, functionNamed } from '../functions/function-table'
import { PERIOD_FUNCTIONS, periodFunctionNamed, type PeriodFunction } from '../functions/period-functions'
import { toNumber } from '../values/value'
import { periodOf, PERIOD_UNITS, type Period } from '../values/period'
import type { ExpressionParser } from './expression-parser'
import type { Expression, Span } from './query'
import type { Token } from './token'

/** Exist in the service and are not played here. */
const NOT_PLAYED = new Set(['rate', 'histogram', 'now', 'jsonparse', 'jsonstringify', 'timeseries', 'querytime'])

/** What stands in the parentheses behind a name; the opening one is what comes next. */
export function parseCall(parser: ExpressionParser, name: Token): Expression {
  const period = periodFunctionNamed(name.text)
  if (period !== undefined) return parseCut(parser, name, period)
  if (aggregateNamed(name.text) !== undefined) return parseAggregate(parser, name)
  const known = functionNamed(name.text)
  if (known === undefined) return refuseUnknown(parser, name)
  const args = parser.arguments()
  const span = parser.spanFrom(name.from)
  if (args.length < known.least || args.length > known.most) {
    parser.problems.error(span, `${known.name} is given ${args.length} values; it is written ${known.usage}.`)
  }
  return { kind: 'call', name: known.name, args, ...span }
}

function refuseUnknown({ problems }: ExpressionParser, name: Token): never {
  if (NOT_PLAYED.has(name.text.toLowerCase())) {
    return problems.fail(name, `The function ${name.text} is not played here: leave it out.`)
  }
  const names = [...FUNCTIONS, ...AGGREGATES, ...PERIOD_FUNCTIONS].map((one) => one.name)
  return problems.fail(name, `There is no function "${name.text}".`, nearest(name.text, names))
}

function parseAggregate(parser: ExpressionParser, written: Token): Expression {
  const { name, usage } = aggregateNamed(written.text)!
  parser.expect('(')
  const isOfAll = name === 'count' && (parser.takeIf('*') || parser.isNext(')'))
  const operand = isOfAll ? null : parser.withoutAggregates(() => parser.expression())
  const percent = name === 'pct' ? parsePercent(parser, usage) : 0
  parser.expect(')')
  const span = parser.spanFrom(written.from)
  if (!parser.allowsAggregates) {
    parser.problems.error(span, `${name} cannot stand inside of another function over many records.`)
  }
  return { kind: 'aggregate', name, operand, percent, ...span }
}

function parsePercent(parser: ExpressionParser, usage: string): number {
  parser.expect(',', `pct needs a percentage: it is written ${usage}.`)
  const token = parser.lexer.take()
  const percent = token.kind === 'number' ? toNumber(token.text) : Number.NaN
  if (percent >= 0 && percent <= 100) return percent
  return parser.problems.fail(token, `The percentage of pct is a number from 0 to 100, not "${token.text}".`)
}

function parseCut(
  parser: ExpressionParser,
  name: Token,
  { takesInstant, isCeiling, usage }: PeriodFunction,
): Expression {
  parser.expect('(')
  const operand = takesInstant ? parser.expression() : null
  if (takesInstant) parser.expect(',', `${name.text} needs a period: it is written ${usage}.`)
  const period = parsePeriod(parser, usage)
  parser.expect(')')
  return { kind: 'cut', operand, period, isCeiling, ...parser.spanFrom(name.from) }
}

/** `5m`, or `5 minutes`. */
function parsePeriod(parser: ExpressionParser, usage: string): Period {
  const token = parser.lexer.take()
  const span: Span = token
  if (token.kind !== 'amount' && token.kind !== 'number') {
    return parser.problems.fail(span, `A period is a number with a unit, as in ${usage}; found "${token.text}".`)
  }
  const [, digits = '', letters = ''] = /^([\d.]+)(.*)$/.exec(token.text) ?? []
  const unit = letters !== '' ? letters : parser.lexer.peek().kind === 'name' ? parser.lexer.take().text : ''
  const amount = Number(digits)
  const period = periodOf(amount, unit)
  if (period === null) {
    const problem = unit === '' ? `The period ${token.text} has no unit.` : `There is no unit of time "${unit}".`
    return parser.problems.fail(span, problem, unit === '' ? `${digits}m` : nearest(unit, PERIOD_UNITS))
  }
  if (Number.isInteger(amount) && amount >= 1 && amount <= 1_000_000) return period
  return parser.problems.fail(span, `A period is a whole number of units from 1 on, not ${digits}.`)
}
