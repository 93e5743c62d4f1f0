import type { Expression, MacroCall, MacroDefinition } from '../ast'
import { BlockReference } from '../run/block-reference'
import { RenderFailure } from '../run/render-failure'
import type { RenderState } from '../run/render-state'
import { MacroScope } from '../run/macro-scope'
import { StopSignal } from '../run/stop-signal'
import type { CompiledMacro, Evaluate, Run } from './compiled-template'
import type { Compiler } from './compiler'

/** Calls of macros inside of each other. Source: Velocity 1.7, velocimacro.max.depth. */
const MACRO_DEPTH_LIMIT = 20

/** Keep the macro; of several with one name the first counts. */
export function compileMacro(compiler: Compiler, node: MacroDefinition): void {
  const run = compiler.block(node.block)
  if (!compiler.macros.has(node.name)) compiler.macros.set(node.name, { parameters: node.parameters, run })
}

/** One argument of a call, ready for any number of calls. */
interface Argument {
  readonly evaluate: Evaluate
  readonly literal: string
  /** Evaluated once, at the call; others each time they are read. */
  readonly isConstant: boolean
}

/** `#name(...)`; text when there is no such macro. Source: Velocity 1.7, RuntimeMacro and VelocimacroProxy. */
export function compileMacroCall(compiler: Compiler, node: MacroCall): Run {
  const args = node.args.map((arg) => compileArgument(compiler, arg))
  const word = node.args.find((arg) => arg.kind === 'word')
  const body = node.body === null ? null : compiler.block(node.body)
  return (state) => {
    const macro = state.macros.get(node.name)
    if (macro === undefined) {
      writeLiteral(state, node)
      return
    }
    state.tick(node.span)
    if (word !== undefined) {
      throw new RenderFailure(
        'template/bare-word',
        `"${(word as { word?: string }).word ?? ''}" cannot be an argument of #${node.name}: text stands in quotes.`,
        word.span,
      )
    }
    const step = state.recorder?.add('macro', node.span, state.out.length, { name: `#${node.name}` })
    const pass = state.recorder?.enterPass()
    try {
      call(state, macro, args, body, node)
    } finally {
      if (step !== undefined) state.recorder!.end(step, state.out.length)
      if (pass !== undefined) state.recorder!.leavePass(pass)
    }
  }
}

function writeLiteral(state: RenderState, { literal, span }: MacroCall): void {
  const step = state.recorder?.add('text', span, state.out.length)
  state.out += literal
  if (step !== undefined) state.recorder!.end(step, state.out.length)
}

function compileArgument(compiler: Compiler, node: Expression): Argument {
  const isConstant = node.kind === 'integer' || node.kind === 'float' || node.kind === 'boolean' || node.kind === 'word'
  if (node.kind === 'reference' && node.members.length === 0) {
    // A variable is handed on as it is: null stays null.
    return { evaluate: (state) => state.scope.get(node.root), literal: node.literal, isConstant }
  }
  return { evaluate: compiler.evaluate(node), literal: node.kind === 'reference' ? node.literal : '', isConstant }
}

function call(
  state: RenderState,
  macro: CompiledMacro,
  args: readonly Argument[],
  body: Run | null,
  node: MacroCall,
): void {
  const caller = state.macro
  const scope = new MacroScope(state.scope)
  for (const [index, name] of macro.parameters.entries()) {
    const argument = args[index]
    if (argument === undefined) break
    if (argument.isConstant) scope.putHere(name, argument.evaluate(state))
    else scope.putArgument(name, () => inScope(state, caller, argument.evaluate), argument.literal)
  }
  if (body !== null) scope.putHere('bodyContent', new BlockReference(body, caller, MACRO_DEPTH_LIMIT))
  if (state.macroDepth === MACRO_DEPTH_LIMIT) {
    throw new RenderFailure(
      'template/macro-depth',
      `Stopped: #${node.name} is called from inside of macros more than ${MACRO_DEPTH_LIMIT} times.`,
      node.span,
    )
  }
  state.macroDepth++
  state.macro = scope
  try {
    macro.run(state)
  } catch (error) {
    if (!(error instanceof StopSignal && error.endsBlock())) throw error
  } finally {
    state.macro = caller
    state.macroDepth--
  }
}

function inScope(state: RenderState, scope: MacroScope | null, evaluate: Evaluate): ReturnType<Evaluate> {
  const { macro: inner } = state
  state.macro = scope
  try {
    return evaluate(state)
  } finally {
    state.macro = inner
  }
}
