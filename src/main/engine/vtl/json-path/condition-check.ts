import { JavaException } from '../java/java-exception'
import { JavaNumber } from '../java/java-number'
import type { JavaValue } from '../java/java-value'
import { toJavaString } from '../java/to-java-string'
import { compareValues } from './compare-values'
import type { Condition, Operand, Operator } from './condition'
import { definitePath } from './definite-path'
import { PathPattern } from './path-pattern'
import { costOf } from './path-token'
import type { Search } from './search'

/** Whether a filter takes a value. Errors: what ends the whole read, as an index on what is no list. */
export type ConditionCheck = (item: JavaValue, search: Search) => boolean

type OperandValue = (item: JavaValue, search: Search) => JavaValue | undefined

/** Whether the comparison holds; `expected` is the right side. */
type Comparison = (expected: JavaValue, actual: JavaValue, search: Search) => boolean

/** UTF-16 units from which on a text counts as long. */
const LONG_TEXT = 100

/** The condition as a function that can be called again and again. */
export function conditionCheck(condition: Condition): ConditionCheck {
  switch (condition.kind) {
    case 'exists':
      return existenceCheck(condition)
    case 'compare':
      return comparisonCheck(condition)
    case 'all': {
      const first = conditionCheck(condition.first)
      const second = conditionCheck(condition.second)
      return (item, search) => first(item, search) && second(item, search)
    }
    case 'any': {
      const first = conditionCheck(condition.first)
      const second = conditionCheck(condition.second)
      return (item, search) => first(item, search) || second(item, search)
    }
  }
}

/** Null counts as not there. Here even a path from `$` starts at the value: Jayway 2.0.0 forgets the document. */
function existenceCheck({ tokens, isWanted }: Extract<Condition, { kind: 'exists' }>): ConditionCheck {
  const path = definitePath(tokens, true)
  const cost = costOf(tokens)
  return (item, search) => {
    search.spend(cost)
    return ((path(item) ?? null) !== null) === isWanted
  }
}

function comparisonCheck({ operator, left, right }: Extract<Condition, { kind: 'compare' }>): ConditionCheck {
  const leftValue = operandValue(left)
  const rightValue = operandValue(right)
  const holds = COMPARISONS[operator]
  return (item, search) => {
    const actual = leftValue(item, search)
    if (actual === undefined) return false
    const expected = rightValue(item, search)
    return expected !== undefined && holds(expected, actual, search)
  }
}

function operandValue(operand: Operand): OperandValue {
  if (operand.kind === 'text') return () => operand.text
  if (operand.kind === 'pattern') return () => operand.pattern
  const { tokens, isFromRoot } = operand
  const path = definitePath(tokens, false)
  const cost = costOf(tokens)
  return (item, search) => {
    search.spend(cost)
    return path(isFromRoot ? search.root : item)
  }
}

const COMPARISONS: Readonly<Record<Operator, Comparison>> = {
  '==': (expected, actual, search) => compare(expected, actual, search) === 0,
  '!=': (expected, actual, search) => (compare(expected, actual, search) ?? 0) !== 0,
  '<': ordered((order) => order > 0),
  '<=': ordered((order) => order >= 0),
  '>': ordered((order) => order < 0),
  '>=': ordered((order) => order <= 0),
  '=~': matches,
}

/** Null and something are in no order, though they are unequal. */
function ordered(accepts: (expectedToActual: number) => boolean): Comparison {
  return (expected, actual, search) => {
    if ((expected === null) !== (actual === null)) return false
    const order = compare(expected, actual, search)
    return order !== null && accepts(order)
  }
}

function compare(expected: JavaValue, actual: JavaValue, search: Search): number | null {
  search.spend(1 + readingCost(expected) + readingCost(actual))
  return compareValues(expected, actual)
}

/** Reading a number out of a long text takes long. */
function readingCost(value: JavaValue): number {
  if (typeof value === 'string') return value.length > LONG_TEXT ? value.length : 0
  return value instanceof JavaNumber ? 3 : 0
}

function matches(expected: JavaValue, actual: JavaValue, search: Search): boolean {
  const [pattern, target] = actual instanceof PathPattern ? [actual, expected] : [expected, actual]
  if (!(pattern instanceof PathPattern)) {
    throw new JavaException('java.lang.ClassCastException', 'The right side of =~ is no regular expression')
  }
  if (target === null) return false
  const text = target instanceof PathPattern ? target.source : toJavaString(target)
  search.spend((text.length + 1) * pattern.costPerCharacter)
  return pattern.matches(text)
}
