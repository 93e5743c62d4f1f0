import type { Expression } from '../parse/query'

export type AggregateExpression = Extract<Expression, { kind: 'aggregate' }>

/** The aggregates of an expression such as `sum(bytes) / count(*)`, none of which stands inside of another. */
export function aggregatesIn(expression: Expression): readonly AggregateExpression[] {
  switch (expression.kind) {
    case 'aggregate':
      return [expression]
    case 'literal':
    case 'field':
      return []
    case 'call':
      return expression.args.flatMap(aggregatesIn)
    case 'binary':
      return [...aggregatesIn(expression.left), ...aggregatesIn(expression.right)]
    case 'cut':
      return expression.operand === null ? [] : aggregatesIn(expression.operand)
    default:
      return aggregatesIn(expression.operand)
  }
}
