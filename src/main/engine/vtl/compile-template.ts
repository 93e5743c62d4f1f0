import type { Block } from './ast'
import { parseTemplate } from './parse/parse-template'
import { compileExpression, compileTest } from './compile/compile-expression'
import { compileMacro } from './compile/compile-macro'
import { compileMember } from './compile/compile-member'
import { compileReferenceValue } from './compile/compile-reference'
import { compileStatement } from './compile/compile-statement'
import type { CompiledTemplate, Run } from './compile/compiled-template'
import type { Compiler } from './compile/compiler'

export interface CompileOptions {
  /** Compile the template so that its render can be recorded; it is slower then. */
  readonly record?: boolean
}

/**
 * Read a template and turn it into functions, once for any number of renders. Never throws: what is wrong is in `problems`.
 * Nothing of the template becomes code.
 */
export function compileTemplate(source: string, { record = false }: CompileOptions = {}): CompiledTemplate {
  const { statements, problems, lines } = parseTemplate(source)
  const compiler: Compiler = {
    isRecording: record,
    hasCounters: source.includes('velocity') || source.includes('evaluate'),
    macros: new Map(),
    block: (block) => compileBlock(compiler, block),
    evaluate: (expression) => compileExpression(compiler, expression),
    test: (expression) => compileTest(compiler, expression),
    string: (node) => compileExpression(compiler, node),
    reference: (node) => compileReferenceValue(compiler, node),
    member: (member) => compileMember(compiler, member),
  }
  const run = problems.length === 0 ? compileBlock(compiler, statements) : () => undefined
  return { source, problems, run, macros: compiler.macros, isRecording: record, lines }
}

function compileBlock(compiler: Compiler, block: Block): Run {
  const runs: Run[] = []
  for (const statement of block) {
    if (statement.kind === 'macro-definition') compileMacro(compiler, statement)
    const run = compileStatement(compiler, statement)
    if (run !== null) runs.push(run)
  }
  const [first, second] = runs
  if (first === undefined) return () => undefined
  if (second === undefined) return first
  return (state) => {
    for (const run of runs) run(state)
  }
}
