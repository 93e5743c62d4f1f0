import { checkCommandOrder } from './check-command-order'
import { ExpressionParser } from './expression-parser'
import type { InsightsProblem } from './insights-problem'
import { parseCommand } from './parse-command'
import type { Command, Query } from './query'
import { QueryLexer } from './query-lexer'
import { QueryProblems, QuerySyntaxError } from './query-problems'

/** UTF-16 units. Source: CloudWatch Logs API, StartQuery. */
const LONGEST_QUERY = 10_000

/** A query as far as it could be read; null where it has errors. */
export interface ParsedQuery {
  readonly query: Query | null
  /** Errors and warnings of every command, in the order of the text. */
  readonly problems: readonly InsightsProblem[]
}

/**
 * Read a query of CloudWatch Logs Insights. Each command is read for itself, so that the problems of all of them are found.
 * Source: observability-and-cost.md 3.2.
 */
export function parseQuery(text: string): ParsedQuery {
  const problems = new QueryProblems(text)
  if (text.length > LONGEST_QUERY) {
    const span = { from: LONGEST_QUERY, to: text.length }
    problems.error(span, `A query has ${LONGEST_QUERY} characters at most; this one has ${text.length}.`)
    return { query: null, problems: problems.all }
  }
  const commands = readCommands(text, problems)
  checkCommandOrder(commands, problems)
  const sorted = [...problems.all].sort((a, b) => a.line - b.line || a.column - b.column)
  return { query: problems.hasErrors ? null : { text, commands }, problems: sorted }
}

function readCommands(text: string, problems: QueryProblems): readonly Command[] {
  const lexer = new QueryLexer(text, problems)
  const commands: Command[] = []
  for (let isFirst = true; ; isFirst = false) {
    try {
      const parser = new ExpressionParser(lexer, problems)
      if (isFirst && isOver(parser)) {
        problems.error(
          { from: text.length, to: text.length },
          'The query is empty: begin with a command, as in fields @timestamp, @message.',
        )
        return commands
      }
      commands.push(parseCommand(parser))
    } catch (error) {
      if (!(error instanceof QuerySyntaxError)) throw error
      lexer.skipCommand()
    }
    if (!goOn(lexer)) return commands
  }
}

function isOver(parser: ExpressionParser): boolean {
  parser.takeIf('|')
  return parser.lexer.peek().kind === 'end'
}

/** Take the "|" before the next command; false where there is none. */
function goOn(lexer: QueryLexer): boolean {
  return lexer.take().kind !== 'end'
}
