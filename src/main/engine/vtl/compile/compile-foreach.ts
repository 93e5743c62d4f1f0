import type { ForeachNode } from '../ast'
import { elementsOf } from '../java/iterate'
import { JavaException } from '../java/java-exception'
import type { JavaIterator } from '../java/java-iterator'
import { JavaList } from '../java/java-list'
import { JavaSubList } from '../java/java-sub-list'
import type { JavaValue } from '../java/java-value'
import { ForeachScope } from '../run/foreach-scope'
import { RenderFailure } from '../run/render-failure'
import type { RenderState } from '../run/render-state'
import { StopSignal } from '../run/stop-signal'
import type { Run } from './compiled-template'
import { locate, located } from './compile-member'
import type { Compiler } from './compiler'
import { compileLazyRange } from './compile-range'
import { recordedLoop, recordedRound } from './record-foreach'

const SCOPE = 'foreach'
const COUNT = 'velocityCount'
const HAS_NEXT = 'velocityHasNext'

/** A variable of the loop. */
interface LoopVariable {
  readonly name: string
  readonly slot: number
}

/** Runs the block once for each element. */
type Repeat = (state: RenderState, foreach: ForeachScope, elements: Elements) => void

/** A list, or what can only be walked. */
export type Elements = JavaList | JavaIterator

/** What a loop walks, null for a value without elements, and the value itself where there is one. */
export type Listed = (state: RenderState) => { readonly value: JavaValue; readonly elements: Elements | null }

/** `#foreach`. Source: Velocity 1.7, Foreach. */
export function compileForeach(compiler: Compiler, node: ForeachNode): Run {
  const { list, span } = node
  if (list === null) {
    return () => {
      const message = '#foreach needs a variable and a list: #foreach($item in $list).'
      throw new RenderFailure('template/foreach', message, span)
    }
  }
  const evaluate = list.kind === 'range' ? null : compiler.evaluate(list)
  const range = list.kind === 'range' ? compileLazyRange(compiler, list) : null
  const repeat = compileRepeat(compiler, node)
  const names = compiler.hasCounters ? [node.item, COUNT, HAS_NEXT] : [node.item]
  const variables = names.map((name) => ({ name, slot: compiler.slots.of(name) }))
  const scope = { name: SCOPE, slot: compiler.slots.of(SCOPE) }
  const loop = (state: RenderState, elements: Elements): void => {
    const before = variables.map(({ name, slot }) => state.read(slot, name))
    const foreach = new ForeachScope(state.read(scope.slot, SCOPE))
    state.write(scope.slot, SCOPE, foreach)
    try {
      repeat(state, foreach, elements)
    } catch (error) {
      if (!(error instanceof StopSignal && error.endsLoop(foreach))) throw error
    } finally {
      // After a failure nobody looks at the variables any more; a signal for somebody further out passes here too.
      for (let at = 0; at < variables.length; at++) restore(state, variables[at]!, before[at]!)
      // Unless the template made something else of it.
      if (state.read(scope.slot, SCOPE) === foreach) restore(state, scope, foreach.parent ?? foreach.replaced)
    }
  }
  const listed: Listed =
    range === null
      ? (state) => elementsAt(evaluate!(state), node)
      : (state) => {
          const numbers = range(state)
          return numbers === null ? NOTHING : { value: null, elements: numbers }
        }
  if (compiler.isRecording) return recordedLoop(listed, loop, node)
  return (state) => {
    const { elements } = listed(state)
    if (elements !== null) loop(state, elements)
  }
}

const NOTHING = { value: null, elements: null }

function elementsAt(value: JavaValue, { span }: ForeachNode): ReturnType<Listed> {
  if (value instanceof JavaList && !(value instanceof JavaSubList)) return { value, elements: value }
  return { value, elements: located('#foreach', span, () => elementsOf(value)) ?? null }
}

function restore(state: RenderState, { name, slot }: LoopVariable, before: JavaValue): void {
  if (before === null) state.scope.remove(name)
  else state.write(slot, name, before)
}

function compileRepeat(compiler: Compiler, node: ForeachNode): Repeat {
  const round = compileRound(compiler, node)
  const { span } = node
  return (state, foreach, elements) => {
    try {
      if (elements instanceof JavaList) repeatList(state, foreach, elements, round, node)
      else repeatIterator(state, foreach, elements, round, node)
    } catch (error) {
      throw locate(error, '#foreach', span)
    }
  }
}

type Round = (state: RenderState, foreach: ForeachScope, value: JavaValue, hasNext: boolean) => void

function compileRound(compiler: Compiler, node: ForeachNode): Round {
  const { item, span } = node
  const block = compiler.block(node.block)
  const slot = compiler.slots.of(item)
  const count = compiler.slots.of(COUNT)
  const next = compiler.slots.of(HAS_NEXT)
  const { hasCounters } = compiler
  const run = compiler.isRecording ? recordedRound(block, node) : block
  return (state, foreach, value, hasNext) => {
    state.tick(span)
    foreach.index++
    foreach.isNextThere = hasNext
    if (hasCounters) {
      state.write(count, COUNT, foreach.index + 1)
      state.write(next, HAS_NEXT, hasNext)
    }
    state.write(slot, item, value)
    run(state)
  }
}

/** As `ArrayList.iterator()`: a list that changed in between fails, but not at its very end. */
function repeatList(state: RenderState, foreach: ForeachScope, list: JavaList, round: Round, node: ForeachNode): void {
  const { modifications } = list
  let { items } = list
  for (let at = 0; at !== items.length; items = list.items) {
    if (at >= state.loopLimit) {
      cutShort(state, node)
      return
    }
    if (list.modifications !== modifications) {
      throw new JavaException('java.util.ConcurrentModificationException', 'the list changed in the loop')
    }
    const value = items[at++]!
    round(state, foreach, value, at !== items.length)
  }
}

function repeatIterator(
  state: RenderState,
  foreach: ForeachScope,
  iterator: JavaIterator,
  round: Round,
  node: ForeachNode,
): void {
  for (let rounds = 0; iterator.hasNext(); rounds++) {
    if (rounds >= state.loopLimit) {
      cutShort(state, node)
      return
    }
    const value = iterator.next()
    round(state, foreach, value, iterator.hasNext())
  }
}

function cutShort(state: RenderState, { span }: ForeachNode): void {
  const turns = state.loopLimit.toLocaleString('en-US')
  const message = `Stopped after ${turns} loop turns, as API Gateway does. The rest of the list is left out.`
  state.warn('template/loop-limit', message, span)
}
