import { isRecord } from '../../json-place'
import type { Expression } from './expression'
import { callFunction } from './functions'

/** What an expression finds in a value; null when it finds nothing. Throws ExpressionProblem for functions that are not known. */
export function evaluate(expression: Expression, value: unknown): unknown {
  switch (expression.kind) {
    case 'current':
      return value
    case 'field':
      return isRecord(value) && Object.hasOwn(value, expression.name) ? (value[expression.name] ?? null) : null
    case 'index':
      return Array.isArray(value) ? (value.at(expression.index) ?? null) : null
    case 'slice':
      return Array.isArray(value) ? sliced(value, expression) : null
    case 'literal':
      return expression.value
    case 'chain':
    case 'pipe': {
      const left = evaluate(expression.left, value)
      return expression.kind === 'chain' && left === null ? null : evaluate(expression.right, left)
    }
    case 'projection':
      return projected(expression, value)
    case 'list':
      return value === null ? null : expression.items.map((item) => evaluate(item, value))
    case 'hash':
      return value === null
        ? null
        : Object.fromEntries(expression.members.map(([name, member]) => [name, evaluate(member, value)]))
    case 'compare':
      return compared(expression.operator, evaluate(expression.left, value), evaluate(expression.right, value))
    case 'and':
    case 'or': {
      const left = evaluate(expression.left, value)
      return isTrue(left) === (expression.kind === 'and') ? evaluate(expression.right, value) : left
    }
    case 'not':
      return !isTrue(evaluate(expression.of, value))
    case 'reference':
      return expression
    case 'call':
      return callFunction(
        expression.name,
        expression.args.map((arg) => evaluate(arg, value)),
        evaluate,
      )
  }
}

function projected(
  { left, over, filter, right }: Extract<Expression, { kind: 'projection' }>,
  value: unknown,
): unknown[] | null {
  const found = evaluate(left, value)
  const items =
    over === 'values' ? (isRecord(found) ? Object.values(found) : null) : Array.isArray(found) ? found : null
  if (items === null) return null
  const flat: unknown[] = over === 'flatten' ? items.flatMap((item: unknown) => item) : items
  return flat
    .filter((item) => filter === null || isTrue(evaluate(filter, item)))
    .map((item) => evaluate(right, item))
    .filter((item) => item !== null)
}

function sliced(items: readonly unknown[], { start, stop, step }: Extract<Expression, { kind: 'slice' }>): unknown[] {
  if (step === -1 && start === null && stop === null) return [...items].reverse()
  const part = items.slice(start ?? 0, stop ?? items.length)
  return step <= 1 ? part : part.filter((_item, index) => index % step === 0)
}

/** Empty texts, lists and objects, false and null are not. */
export function isTrue(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return false
  return typeof value !== 'object' || Object.keys(value).length > 0
}

function compared(operator: string, left: unknown, right: unknown): boolean | null {
  const isEqual = JSON.stringify(left) === JSON.stringify(right)
  if (operator === '==') return isEqual
  if (operator === '!=') return !isEqual
  if (typeof left !== 'number' || typeof right !== 'number') return null
  if (operator === '<') return left < right
  if (operator === '<=') return left <= right
  return operator === '>' ? left > right : left >= right
}
