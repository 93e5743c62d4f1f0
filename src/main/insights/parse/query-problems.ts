import { LineIndex } from '../../documents/line-index'
import type { InsightsProblem } from './insights-problem'
import type { Span } from './query'

/** Raised where a command cannot be read on, and caught where commands are separated. */
export class QuerySyntaxError extends Error {}

/** Collects what is wrong with one query. */
export class QueryProblems {
  readonly all: InsightsProblem[] = []
  private readonly lines: LineIndex

  constructor(text: string) {
    this.lines = new LineIndex(text)
  }

  get hasErrors(): boolean {
    return this.all.some(({ severity }) => severity === 'error')
  }

  error(span: Span, message: string, suggestion?: string): void {
    this.add('error', span, message, suggestion)
  }

  warn(span: Span, message: string, suggestion?: string): void {
    this.add('warning', span, message, suggestion)
  }

  /** Note an error after which the rest of the command means nothing. */
  fail(span: Span, message: string, suggestion?: string): never {
    this.error(span, message, suggestion)
    throw new QuerySyntaxError(message)
  }

  private add(
    severity: 'error' | 'warning',
    { from, to }: Span,
    message: string,
    suggestion: string | undefined,
  ): void {
    const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`
    const said = { severity, message: `${message}${hint}`, ...(suggestion !== undefined && { suggestion }) }
    if (this.all.some((problem) => severity === 'warning' && problem.message === said.message)) return
    this.all.push({ ...said, ...this.lines.at(from), length: Math.max(0, to - from) })
  }
}
