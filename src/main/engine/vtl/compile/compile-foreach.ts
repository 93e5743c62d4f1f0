import type { TemplateVariable } from '@shared/contract/template'
import type { ForeachNode } from '../ast'
import { describeValue } from '../explain/describe-value'
import { elementsOf } from '../java/iterate'
import { JavaException } from '../java/java-exception'
import { JavaList } from '../java/java-list'
import type { JavaValue } from '../java/java-value'
import { ForeachScope } from '../run/foreach-scope'
import { RenderFailure } from '../run/render-failure'
import type { RenderState } from '../run/render-state'
import { StopSignal } from '../run/stop-signal'
import type { Evaluate, Run } from './compiled-template'
import { located } from './compile-member'
import type { Compiler } from './compiler'

const SCOPE = 'foreach'
const COUNT = 'velocityCount'
const HAS_NEXT = 'velocityHasNext'

/** Reads the elements one after the other, and knows whether there is another one. */
interface Cursor {
  hasNext(): boolean
  next(): JavaValue
}

/** `#foreach`. Source: Velocity 1.7, Foreach. */
export function compileForeach(compiler: Compiler, node: ForeachNode): Run {
  const { list, item, span } = node
  if (list === null) {
    return () => {
      throw new RenderFailure(
        'template/foreach',
        '#foreach needs a variable and a list: #foreach($item in $list).',
        span,
      )
    }
  }
  const evaluate = compiler.evaluate(list)
  const block = compiler.block(node.block)
  const loop = (state: RenderState, value: JavaValue): void => {
    const cursor = located('#foreach', span, () => cursorOf(value))
    if (cursor === null) return
    const { scope } = state
    const before = { item: scope.get(item), count: scope.get(COUNT), hasNext: scope.get(HAS_NEXT) }
    const foreach = new ForeachScope(scope.get(SCOPE))
    scope.put(SCOPE, foreach)
    try {
      repeat(state, compiler, node, cursor, foreach, block)
    } catch (error) {
      if (!(error instanceof StopSignal && error.endsLoop(foreach))) throw error
    } finally {
      restore(state, item, before.item)
      if (compiler.hasCounters) {
        restore(state, COUNT, before.count)
        restore(state, HAS_NEXT, before.hasNext)
      }
      leave(state, foreach)
    }
  }
  return compiler.isRecording ? recorded(evaluate, loop, node) : (state) => loop(state, evaluate(state))
}

function repeat(
  state: RenderState,
  compiler: Compiler,
  node: ForeachNode,
  cursor: Cursor,
  foreach: ForeachScope,
  block: Run,
): void {
  const { scope } = state
  const { item, span } = node
  let rounds = 0
  while (cursor.hasNext()) {
    if (rounds >= state.loopLimit) {
      state.warn(
        'template/loop-limit',
        `Stopped after ${state.loopLimit.toLocaleString('en-US')} loop turns, as API Gateway does. The rest of the list is left out.`,
        span,
      )
      return
    }
    rounds++
    state.tick(span)
    const value = located('#foreach', span, () => cursor.next())
    const hasNext = cursor.hasNext()
    foreach.index++
    foreach.isNextThere = hasNext
    if (compiler.hasCounters) {
      scope.put(COUNT, rounds)
      scope.put(HAS_NEXT, hasNext)
    }
    scope.put(item, value)
    if (compiler.isRecording) recordRound(state, node, foreach, value, block)
    else block(state)
  }
}

function restore({ scope }: RenderState, name: string, before: JavaValue): void {
  if (before === null) scope.remove(name)
  else scope.put(name, before)
}

/** `$foreach` is what it was before, unless the template made something else of it. */
function leave({ scope }: RenderState, foreach: ForeachScope): void {
  if (scope.get(SCOPE) !== foreach) return
  restore({ scope } as RenderState, SCOPE, foreach.parent ?? foreach.replaced)
}

function cursorOf(value: JavaValue): Cursor | null {
  if (value instanceof JavaList && value.constructor === JavaList) return listCursor(value)
  const elements = elementsOf(value)
  return elements === undefined ? null : iterableCursor(elements)
}

/** As `ArrayList.iterator()`: a list that changed in between fails, but not at its very end. */
function listCursor({ items }: JavaList): Cursor {
  const size = items.length
  let at = 0
  return {
    hasNext: () => at !== items.length,
    next() {
      if (items.length !== size)
        throw new JavaException('java.util.ConcurrentModificationException', 'the list changed in the loop')
      return items[at++]!
    },
  }
}

function iterableCursor(elements: Iterable<JavaValue>): Cursor {
  const iterator = elements[Symbol.iterator]()
  let ahead: IteratorResult<JavaValue> | null = null
  const peek = (): IteratorResult<JavaValue> => (ahead ??= iterator.next())
  return {
    hasNext: () => peek().done !== true,
    next() {
      const { value } = peek()
      ahead = null
      return value as JavaValue
    },
  }
}

function recorded(evaluate: Evaluate, loop: (state: RenderState, value: JavaValue) => void, node: ForeachNode): Run {
  return (state) => {
    const value = evaluate(state)
    const recorder = state.recorder!
    const step = recorder.add('foreach', node.span, state.out.length, { name: `$${node.item}`, value })
    recorder.enterLoop(`$${node.item}`)
    try {
      loop(state, value)
    } finally {
      recorder.leaveLoop()
      recorder.end(step, state.out.length)
    }
    const left = state.scope.get(node.item)
    recorder.add('foreach', node.span, state.out.length, {
      name: `$${node.item}`,
      changes: [{ name: node.item, value: left === null ? null : describeValue(left) }, ...withoutLoop(state)],
    })
  }
}

function recordRound(state: RenderState, node: ForeachNode, foreach: ForeachScope, value: JavaValue, block: Run): void {
  const recorder = state.recorder!
  const pass = recorder.enterRound()
  const step = recorder.add('round', node.span, state.out.length, {
    name: `$${node.item}`,
    changes: [
      { name: node.item, value: describeValue(value) },
      ...(['index', 'count', 'hasNext'] as const).map((property) => ({
        name: `foreach.${property}`,
        value: describeValue(foreach.property(property) ?? null),
      })),
    ],
  })
  try {
    block(state)
  } finally {
    recorder.end(step, state.out.length)
    recorder.leavePass(pass)
  }
}

/** `$foreach` of an outer loop, or that it is gone. */
function withoutLoop({ scope }: RenderState): TemplateVariable[] {
  const outer = scope.get(SCOPE)
  return ['index', 'count', 'hasNext'].map((property) => ({
    name: `foreach.${property}`,
    value: outer instanceof ForeachScope ? describeValue(outer.property(property) ?? null) : null,
  }))
}
