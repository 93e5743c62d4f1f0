import { Lexer } from 'yaml'

/** What the package's lexer keeps to itself. */
interface Internals {
  indentNext: number
  parseFlowCollection: () => Generator<string, unknown>
}

/**
 * The package's lexer, but brackets may go on and close at any indentation. The rule that they are indented deeper than what is around
 * them is the specification's; other readers, and the templates that people deploy with them, do without it.
 */
export function bracketLexer(): Lexer {
  const lexer = new Lexer()
  const internals = lexer as unknown as Internals
  const readOn = internals.parseFlowCollection.bind(lexer)
  internals.parseFlowCollection = function* () {
    const { indentNext } = internals
    internals.indentNext = 0
    const next = yield* readOn()
    internals.indentNext = indentNext
    return next
  }
  return lexer
}
