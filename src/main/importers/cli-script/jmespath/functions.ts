import { isRecord } from '../../json-place'
import { ExpressionProblem, type Expression } from './expression'

type Evaluate = (expression: Expression, value: unknown) => unknown
type Implementation = (args: readonly unknown[], evaluate: Evaluate) => unknown

/** The functions that scripts use. Source: jmespath.org, "Built-in Functions". */
const FUNCTIONS: Readonly<Record<string, Implementation>> = {
  length: ([value]) =>
    typeof value === 'string' || Array.isArray(value) ? value.length : Object.keys(recordOf(value)).length,
  keys: ([value]) => Object.keys(recordOf(value)),
  values: ([value]) => Object.values(recordOf(value)),
  join: ([glue, items]) => listOf(items).map(String).join(String(glue)),
  contains: ([where, what]) => (Array.isArray(where) ? where.includes(what) : String(where).includes(String(what))),
  starts_with: ([text, start]) => String(text).startsWith(String(start)),
  ends_with: ([text, end]) => String(text).endsWith(String(end)),
  to_string: ([value]) => (typeof value === 'string' ? value : JSON.stringify(value)),
  to_number: ([value]) => (Number.isFinite(Number(value)) ? Number(value) : null),
  to_array: ([value]) => (Array.isArray(value) ? value : [value]),
  type: ([value]) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value),
  not_null: (values) => values.find((value) => value !== null) ?? null,
  sort: ([items]) => [...listOf(items)].sort(inOrder),
  reverse: ([value]) => (typeof value === 'string' ? [...value].reverse().join('') : [...listOf(value)].reverse()),
  max: ([items]) => [...listOf(items)].sort(inOrder).at(-1) ?? null,
  min: ([items]) => [...listOf(items)].sort(inOrder)[0] ?? null,
  sum: ([items]) => listOf(items).reduce<number>((sum, item) => sum + Number(item), 0),
  map: ([by, items], evaluate) => listOf(items).map((item) => evaluate(byOf(by), item)),
  sort_by: ([items, by], evaluate) => sortedBy(listOf(items), byOf(by), evaluate),
  max_by: ([items, by], evaluate) => sortedBy(listOf(items), byOf(by), evaluate).at(-1) ?? null,
  min_by: ([items, by], evaluate) => sortedBy(listOf(items), byOf(by), evaluate)[0] ?? null,
}

export function callFunction(name: string, args: readonly unknown[], evaluate: Evaluate): unknown {
  const implementation = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
  if (implementation === undefined) throw new ExpressionProblem(`there is no function ${name}`)
  return implementation(args, evaluate)
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (isRecord(value)) return value
  throw new ExpressionProblem('a function was given no object')
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new ExpressionProblem('a function was given no list')
}

function byOf(value: unknown): Expression {
  if (isRecord(value) && value['kind'] === 'reference') return value['of'] as Expression
  throw new ExpressionProblem('a function was given no &expression')
}

function sortedBy(items: readonly unknown[], by: Expression, evaluate: Evaluate): unknown[] {
  return [...items].sort((a, b) => inOrder(evaluate(by, a), evaluate(by, b)))
}

function inOrder(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [one, other] = [String(a), String(b)]
  return one < other ? -1 : one > other ? 1 : 0
}
