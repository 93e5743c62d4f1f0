import type { TemplateProblemCode, TextSpan } from '@shared/contract/template'
import type { Block } from '../ast'
import type { ExpressionRules } from './parse-expression'
import type { Token } from './token'

/** What the rules for directives need from the rules for text. */
export interface StatementRules extends ExpressionRules {
  /** Macros defined so far. */
  readonly macroNames: Set<string>
  /** Statements up to `#end`, `#else`, `#elseif` or the end of the template. */
  parseBlock(): Block
  /** Take the `#end` of what `opener` opened; reports that it is missing. */
  expectEnd(opener: string, at: Token): void
  /** Run a rule; when it fails, report why, go on behind it and return null. */
  guarded<T>(rule: () => T): T | null
  report(code: TemplateProblemCode, message: string, span: TextSpan): void
  hasProblems(): boolean
}
