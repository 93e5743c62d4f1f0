import { Compilation } from './run/compilation'
import { compileExpression } from './run/compile-expression'
import { RecordLoader } from './run/record-loader'
import { Row } from './run/row'
import type { LogRecord } from './log-record'
import { ExpressionParser } from './parse/expression-parser'
import type { InsightsProblem } from './parse/insights-problem'
import { QueryLexer } from './parse/query-lexer'
import { QueryProblems, QuerySyntaxError } from './parse/query-problems'
import type { Value } from './values/value'

/** The value of one expression for one record, before it is made a text; `problems` say why there is none. */
export function evaluateExpression(
  text: string,
  record: LogRecord,
): { readonly value: Value } | { readonly problems: readonly InsightsProblem[] } {
  const problems = new QueryProblems(text)
  try {
    const parser = new ExpressionParser(new QueryLexer(text, problems), problems)
    const expression = parser.expression()
    if (parser.lexer.peek().kind !== 'end') parser.refuseRest([])
    const to = new Compilation(text, problems, { loader: null })
    const compute = compileExpression(expression, to)
    if (problems.hasErrors) return { problems: problems.all }
    to.holder.loader = new RecordLoader(to.scope.fieldNames, to.scope.quick, {})
    const row = new Row(to.scope.size)
    row.start(record, 0)
    return { value: compute(row) }
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error
    return { problems: problems.all }
  }
}
