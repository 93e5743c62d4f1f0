import type { DefineNode, EvaluateNode, IfNode, LoadNode, Statement, TextNode } from '../ast'
import { describeValue } from '../explain/describe-value'
import { BlockReference } from '../run/block-reference'
import { ForeachScope } from '../run/foreach-scope'
import { print } from '../run/print'
import { RenderFailure } from '../run/render-failure'
import { StopSignal } from '../run/stop-signal'
import type { RenderState } from '../run/render-state'
import { compileForeach } from './compile-foreach'
import { compileMacroCall } from './compile-macro'
import { compileReference } from './compile-reference'
import { compileSet } from './compile-set'
import type { Run } from './compiled-template'
import type { Compiler } from './compiler'

/** How often a `#define`d block may be written inside of itself. Source: Velocity 1.7, directive.define.max.depth. */
const DEFINE_DEPTH_LIMIT = 2

/** What a statement does; null for one that does nothing when it is reached. */
export function compileStatement(compiler: Compiler, node: Statement): Run | null {
  switch (node.kind) {
    case 'text':
      return compileText(compiler, node)
    case 'reference':
      return compileReference(compiler, node)
    case 'set':
      return compileSet(compiler, node)
    case 'if':
      return compileIf(compiler, node)
    case 'foreach':
      return compileForeach(compiler, node)
    case 'macro-definition':
      return null
    case 'macro-call':
      return compileMacroCall(compiler, node)
    case 'define':
      return compileDefine(compiler, node)
    case 'evaluate':
      return compileEvaluate(compiler, node)
    case 'break':
      return compileBreak(compiler, node)
    case 'stop':
      return (state) => {
        state.recorder?.add('stop', node.span, state.out.length)
        throw new StopSignal('all')
      }
    case 'load':
      return compileLoad(compiler, node)
  }
}

function compileText(compiler: Compiler, { text, span }: TextNode): Run {
  if (!compiler.isRecording) return (state) => void (state.out += text)
  return (state) => {
    const step = state.recorder!.add('text', span, state.out.length)
    state.out += text
    state.recorder!.end(step, state.out.length)
  }
}

function compileIf(compiler: Compiler, node: IfNode): Run {
  const branches = node.branches.map(({ condition, block }) => ({
    test: compiler.test(condition),
    run: compiler.block(block),
  }))
  const otherwise = node.otherwise === null ? null : compiler.block(node.otherwise)
  const { span } = node
  if (compiler.isRecording) return recordedIf(node, branches, otherwise)
  const [first] = branches
  if (branches.length === 1) {
    return (state) => {
      state.tick(span)
      if (first!.test(state)) first!.run(state)
      else if (otherwise !== null) otherwise(state)
    }
  }
  return (state) => {
    state.tick(span)
    for (const { test, run } of branches) {
      if (test(state)) {
        run(state)
        return
      }
    }
    otherwise?.(state)
  }
}

function recordedIf(
  node: IfNode,
  branches: readonly { test: (state: RenderState) => boolean; run: Run }[],
  otherwise: Run | null,
): Run {
  return (state) => {
    state.tick(node.span)
    const recorder = state.recorder!
    for (const [index, { test, run }] of branches.entries()) {
      const isTaken = test(state)
      const step = recorder.add('if', node.branches[index]!.span, state.out.length, {
        value: isTaken,
        branch: isTaken
          ? index === 0
            ? 'if'
            : 'elseif'
          : index === branches.length - 1
            ? otherwise === null
              ? 'none'
              : 'else'
            : 'none',
      })
      if (!isTaken) continue
      run(state)
      recorder.end(step, state.out.length)
      return
    }
    otherwise?.(state)
  }
}

function compileDefine(compiler: Compiler, node: DefineNode): Run {
  const block = compiler.block(node.block)
  return (state) => {
    const reference = new BlockReference(block, state.macro, DEFINE_DEPTH_LIMIT)
    state.scope.put(node.name, reference)
    state.recorder?.add('define', node.span, state.out.length, {
      name: `$${node.name}`,
      changes: [{ name: node.name, value: describeValue(reference) }],
    })
  }
}

/** `#evaluate`: the text is read as a template of its own each time. Source: Velocity 1.7, Evaluate. */
function compileEvaluate(compiler: Compiler, node: EvaluateNode): Run {
  const evaluate = compiler.evaluate(node.source)
  return (state) => {
    state.tick(node.span)
    const value = evaluate(state)
    const source = value === null ? '' : (print(state, value) ?? '')
    const template = compiler.template(source, state.root.slots)
    const [problem] = template.problems
    if (problem !== undefined) {
      throw new RenderFailure(
        'template/evaluate',
        `The text of #evaluate is no template: line ${problem.range.line}, column ${problem.range.column} of it: ${problem.message}`,
        node.span,
      )
    }
    state.macros = new Map([...template.macros, ...state.macros])
    const step = state.recorder?.add('evaluate', node.span, state.out.length, { value })
    state.recorder?.enterForeign()
    try {
      state.nested(node.span, () => template.run(state))
    } catch (error) {
      if (!(error instanceof StopSignal && error.endsTemplate())) throw inPlaceOf(error, node)
    } finally {
      state.recorder?.leaveForeign()
      if (step !== undefined) state.recorder!.end(step, state.out.length)
    }
  }
}

/** What fails inside of evaluated text has its place at the `#evaluate`. */
function inPlaceOf(error: unknown, { span }: EvaluateNode): unknown {
  return error instanceof RenderFailure ? new RenderFailure(error.code, error.message, span) : error
}

function compileBreak(compiler: Compiler, node: Extract<Statement, { kind: 'break' }>): Run {
  const scope = node.scope === null ? null : compiler.evaluate(node.scope)
  return (state) => {
    const target = scope === null ? null : scope(state)
    state.recorder?.add('break', node.span, state.out.length)
    if (scope === null) throw new StopSignal('nearest')
    if (target instanceof ForeachScope) throw new StopSignal('loop', target)
    throw new RenderFailure(
      'template/break',
      '#break takes a loop, as in #break($foreach.parent); this is none.',
      node.span,
    )
  }
}

/** There are no template files in API Gateway. */
function compileLoad(compiler: Compiler, node: LoadNode): Run | null {
  const { directive, args, span } = node
  if (args.length === 0 && directive === 'include') return null
  const values = args.map((arg) => compiler.evaluate(arg))
  return (state) => {
    const names = values.map((value) => value(state))
    if (names.length > 0 && names.every((name) => name === null)) return
    throw new RenderFailure(
      'template/no-files',
      `#${directive} reads a file, and API Gateway has no template files. Put the text here, or into a macro.`,
      span,
    )
  }
}
