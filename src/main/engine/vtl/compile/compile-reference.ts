import type { Reference } from '../ast'
import type { JavaValue } from '../java/java-value'
import { BlockReference } from '../run/block-reference'
import { print } from '../run/print'
import type { RenderState } from '../run/render-state'
import type { Evaluate, Run } from './compiled-template'
import type { Compiler, MemberAccess } from './compiler'

/** What a reference evaluates to: without a value, what the profile says ("" in the service). */
export function compileReferenceValue(compiler: Compiler, node: Reference): Evaluate {
  const evaluate = compileLookup(compiler, node)
  if (!compiler.isRecording) return evaluate
  return (state) => {
    state.wasMissing = false
    const value = evaluate(state)
    state.recorder!.add('reference', node.span, state.out.length, {
      name: node.literal,
      value: shown(state, value),
      isSilent: true,
    })
    return value
  }
}

/** The value for a recording: a missing one is told apart from "". */
function shown(state: RenderState, value: JavaValue): JavaValue {
  return value === state.missing && state.wasMissing ? null : value
}

/** The same without a recording. */
export function compileLookup(compiler: Compiler, node: Reference): Evaluate {
  const { root, span } = node
  if (node.isRunt) return () => null
  const slot = compiler.slots.of(root)
  const members = node.members.map((member) => compiler.member(member))
  const [first, second, third] = members
  if (first === undefined) {
    return (state) => {
      state.tick(span)
      return state.read(slot, root) ?? state.miss()
    }
  }
  if (second === undefined) {
    return (state) => {
      state.tick(span)
      const target = state.read(slot, root)
      return (target === null ? null : first(state, target)) ?? state.miss()
    }
  }
  if (third === undefined) {
    return (state) => {
      state.tick(span)
      const target = state.read(slot, root)
      const middle = target === null ? null : first(state, target)
      return (middle === null ? null : second(state, middle)) ?? state.miss()
    }
  }
  return (state) => {
    state.tick(span)
    return follow(state, state.read(slot, root), members) ?? state.miss()
  }
}

function follow(state: RenderState, start: JavaValue, members: readonly MemberAccess[]): JavaValue {
  let value = start
  for (const member of members) {
    if (value === null) return null
    value = member(state, value)
  }
  return value
}

/** Writes a reference. Source: Velocity 1.7, ASTReference.render. */
export function compileReference(compiler: Compiler, node: Reference): Run {
  if (node.isRunt) return (state) => void (state.out += node.root)
  const evaluate = compileLookup(compiler, node)
  const write = compileWrite(node)
  if (!compiler.isRecording) return (state) => write(state, evaluate(state))
  return (state) => {
    state.wasMissing = false
    const value = evaluate(state)
    const step = state.recorder!.add('reference', node.span, state.out.length, {
      name: node.literal,
      value: shown(state, value),
    })
    write(state, value)
    state.recorder!.end(step, state.out.length)
  }
}

export function compileWrite(node: Reference): (state: RenderState, value: JavaValue) => void {
  const { escapePrefix, morePrefix, nullText, isEscaped } = node
  if (isEscaped) {
    return (state, value) => {
      state.out += escapePrefix + (value === null ? '\\' : '') + (state.scope.literalOf(nullText) ?? nullText)
    }
  }
  const prefix = escapePrefix + morePrefix
  const missing = escapePrefix + prefix
  return (state, value) => {
    if (typeof value === 'string') {
      state.out += prefix === '' ? value : prefix + value
      return
    }
    if (value instanceof BlockReference && renderBlock(state, value, node)) return
    const text = value === null ? null : print(state, value)
    if (text !== null) state.out += prefix + text
    else state.out += missing + (nullText === '' ? '' : (state.scope.literalOf(nullText) ?? nullText))
  }
}

function renderBlock(state: RenderState, block: BlockReference, node: Reference): boolean {
  let isWritten = false
  state.nested(node.span, () => {
    isWritten = block.render(state)
  })
  return isWritten
}
