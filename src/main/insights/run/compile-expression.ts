import { functionNamed } from '../functions/function-table'
import { numberOrNull } from '../functions/number-functions'
import type { BinaryOperator, Expression } from '../parse/query'
import { isSame, isTrue, order, plainText, Timestamp, toNumber, type Value } from '../values/value'
import { periodEnd, periodStart } from '../values/period'
import { toInstant } from '../values/to-instant'
import type { Compilation } from './compilation'
import type { Row } from './row'

/** An expression ready to be asked of a row. */
export type Compiled = (row: Row) => Value

const NULL: Compiled = () => null

/** `isQuick`: it is asked of most records, not only of those that are shown. */
export function compileExpression(expression: Expression, to: Compilation, isQuick = true): Compiled {
  const column = to.columnOf(expression)
  if (column !== undefined) return to.reader(column)
  const compile = (inner: Expression): Compiled => compileExpression(inner, to, isQuick)
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression
      return () => value
    }
    case 'field': {
      const slot = to.scope.slotOf(expression.name, isQuick, expression, to.problems)
      return slot === null ? NULL : to.reader(slot)
    }
    case 'call':
      return compileCall(expression.name, expression.args.map(compile))
    case 'aggregate':
      to.problems.error(
        expression,
        `${expression.name} is reckoned over many records: it stands in stats, or names a column of one before.`,
      )
      return NULL
    case 'cut':
      return compileCut(expression, to, isQuick)
    case 'binary':
      return compileBinary(expression.operator, compile(expression.left), compile(expression.right))
    case 'not': {
      const operand = compile(expression.operand)
      return (row) => !isTrue(operand(row))
    }
    case 'negate': {
      const operand = compile(expression.operand)
      return (row) => numberOrNull(-toNumber(operand(row)))
    }
    case 'in':
      return compileIn(compile(expression.operand), expression.values, expression.isNegated)
    case 'like':
      return compileLike(compile(expression.operand), expression)
  }
}

function compileCall(name: string, args: readonly Compiled[]): Compiled {
  const { run } = functionNamed(name)!
  const [only] = args
  if (args.length === 1 && only !== undefined) return (row) => run([only(row)])
  return (row) => run(args.map((arg) => arg(row)))
}

function compileCut(expression: Extract<Expression, { kind: 'cut' }>, to: Compilation, isQuick: boolean): Compiled {
  const { period, isCeiling } = expression
  const instant =
    expression.operand === null ? ownInstant(expression, to) : compileExpression(expression.operand, to, isQuick)
  return (row) => {
    const millis = toInstant(instant(row))
    if (millis === null) return null
    return new Timestamp(isCeiling ? periodEnd(millis, period) : periodStart(millis, period))
  }
}

function ownInstant(expression: Expression, to: Compilation): Compiled {
  if (to.scope.kind === 'records' || to.scope.find('@timestamp') !== undefined) return to.timestamp()
  to.problems.error(expression, 'bin cuts the instants of records, and stats has left none.', 'datefloor')
  return NULL
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '^': (a, b) => a ** b,
}

/** What the order of two values has to be. */
const COMPARISONS: Readonly<Record<string, (difference: number) => boolean>> = {
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0,
}

function compileBinary(operator: BinaryOperator, left: Compiled, right: Compiled): Compiled {
  if (operator === 'and') return (row) => isTrue(left(row)) && isTrue(right(row))
  if (operator === 'or') return (row) => isTrue(left(row)) || isTrue(right(row))
  if (operator === '=') return (row) => isSameValue(left(row), right(row))
  if (operator === '!=') return (row) => isOther(left(row), right(row))
  const holds = COMPARISONS[operator]
  if (holds !== undefined) return (row) => holds(orderOf(left(row), right(row)))
  const compute = ARITHMETIC[operator]!
  return (row) => numberOrNull(compute(toNumber(left(row)), toNumber(right(row))))
}

/** An instant is compared with a date as one. */
function orderOf(a: Value, b: Value): number {
  if (!(a instanceof Timestamp || b instanceof Timestamp)) return order(a, b)
  return (toInstant(a) ?? Number.NaN) - (toInstant(b) ?? Number.NaN)
}

function isSameValue(a: Value, b: Value): boolean {
  return a instanceof Timestamp || b instanceof Timestamp ? orderOf(a, b) === 0 : isSame(a, b)
}

/** What is missing is not other than anything: nothing is known of it. */
function isOther(a: Value, b: Value): boolean {
  return a !== null && b !== null && !isSameValue(a, b)
}

function compileIn(operand: Compiled, values: readonly Value[], isNegated: boolean): Compiled {
  return (row) => {
    const value = operand(row)
    return value !== null && values.some((one) => isSameValue(value, one)) !== isNegated
  }
}

function compileLike(operand: Compiled, { like, isNegated }: Extract<Expression, { kind: 'like' }>): Compiled {
  const matches =
    'text' in like ? (text: string) => text.includes(like.text) : (text: string) => like.pattern.test(text)
  return (row) => {
    const value = operand(row)
    return value !== null && matches(plainText(value)) !== isNegated
  }
}
