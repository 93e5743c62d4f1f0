import type { Reference, TextNode } from '../ast'
import type { JavaValue } from '../java/java-value'
import { BlockReference } from '../run/block-reference'
import { print } from '../run/print'
import type { RenderState } from '../run/render-state'
import { compileWrite } from './compile-reference'
import type { Evaluate, Run } from './compiled-template'
import type { Compiler } from './compiler'

/** Texts and references in a row. */
export type SegmentNode = TextNode | Reference

/** References whose value is all they write can be joined with the text around them. */
export function isSegmentNode(node: { readonly kind: string }): node is SegmentNode {
  if (node.kind === 'text') return true
  if (node.kind !== 'reference') return false
  const { isRunt, isEscaped, escapePrefix, morePrefix } = node as Reference
  return !isRunt && !isEscaped && escapePrefix === '' && morePrefix === ''
}

/** Writes a row of texts and references in one go: what most templates do most of the time. */
export function compileSegment(compiler: Compiler, nodes: readonly SegmentNode[]): Run {
  const texts: string[] = ['']
  const values: Evaluate[] = []
  const writes: ((state: RenderState, value: JavaValue) => void)[] = []
  for (const node of nodes) {
    if (node.kind === 'text') texts[texts.length - 1] += node.text
    else {
      values.push(compiler.lookup(node))
      writes.push(compileWrite(node))
      texts.push('')
    }
  }
  const count = values.length
  const tail = texts[count]!
  if (count === 0) return (state) => void (state.out += tail)
  return (state) => {
    let { out } = state
    for (let at = 0; at < count; at++) {
      out += texts[at]!
      // A value that fails leaves what was written before it.
      state.out = out
      const value = values[at]!(state)
      if (typeof value === 'string' || typeof value === 'number') out += value
      else if (value === null || value instanceof BlockReference) {
        writes[at]!(state, value)
        ;({ out } = state)
      } else out += print(state, value)!
    }
    state.out = out + tail
  }
}
