import type { Block } from './ast'
import { checkTemplate } from './check-template'
import { parseTemplate } from './parse/parse-template'
import { compileExpression, compileTest } from './compile/compile-expression'
import { compileMacro } from './compile/compile-macro'
import { compileMember } from './compile/compile-member'
import { compileLookup } from './compile/compile-reference'
import { compileStatement } from './compile/compile-statement'
import type { CompiledTemplate, Run } from './compile/compiled-template'
import { compileSegment, isSegmentNode, type SegmentNode } from './compile/compile-segment'
import type { Compiler } from './compile/compiler'
import { Slots } from './run/slots'

/** What the service puts into a template's context. */
const HOST_VARIABLES = ['input', 'util', 'context', 'stageVariables']

export interface CompileOptions {
  /** Compile the template so that its render can be recorded; it is slower then. */
  readonly record?: boolean
  /** Of the template that evaluates this one as text. */
  readonly slots?: Slots
}

/**
 * Read a template and turn it into functions, once for any number of renders. Never throws: what is wrong is in `problems`.
 * Nothing of the template becomes code.
 */
export function compileTemplate(
  source: string,
  { record = false, slots = new Slots() }: CompileOptions = {},
): CompiledTemplate {
  const parsed = parseTemplate(source)
  const { statements, problems, lines } = parsed
  const hasEvaluatedText = source.includes('evaluate')
  if (hasEvaluatedText) for (const name of HOST_VARIABLES) slots.of(name)
  const compiler: Compiler = {
    isRecording: record,
    hasCounters: source.includes('velocity') || hasEvaluatedText,
    macros: new Map(),
    slots,
    block: (block) => compileBlock(compiler, block),
    template: (text, taken) => compileTemplate(text, { record, slots: taken }),
    evaluate: (expression) => compileExpression(compiler, expression),
    test: (expression) => compileTest(compiler, expression),
    lookup: (node) => compileLookup(compiler, node),
    member: (member) => compileMember(compiler, member),
  }
  const run = problems.length === 0 ? compileBlock(compiler, statements) : () => undefined
  return {
    source,
    problems,
    warnings: () => checkTemplate(parsed),
    run,
    macros: compiler.macros,
    slots,
    hasEvaluatedText,
    isRecording: record,
    lines,
  }
}

function compileBlock(compiler: Compiler, block: Block): Run {
  const runs: Run[] = []
  let row: SegmentNode[] = []
  const endRow = (): void => {
    if (row.length > 0) runs.push(compileSegment(compiler, row))
    row = []
  }
  for (const statement of block) {
    if (statement.kind === 'macro-definition') compileMacro(compiler, statement)
    if (!compiler.isRecording && isSegmentNode(statement)) row.push(statement)
    else {
      endRow()
      const run = compileStatement(compiler, statement)
      if (run !== null) runs.push(run)
    }
  }
  endRow()
  return sequence(runs)
}

function sequence(runs: readonly Run[]): Run {
  const [first, second, third] = runs
  if (first === undefined) return () => undefined
  if (second === undefined) return first
  if (third === undefined) {
    return (state) => {
      first(state)
      second(state)
    }
  }
  return (state) => {
    for (let at = 0; at < runs.length; at++) runs[at]!(state)
  }
}
