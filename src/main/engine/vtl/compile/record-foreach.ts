import type { TemplateVariable } from '@shared/contract/template'
import type { ForeachNode } from '../ast'
import { describeValue } from '../explain/describe-value'
import { ForeachScope } from '../run/foreach-scope'
import type { RenderState } from '../run/render-state'
import type { Elements, Listed } from './compile-foreach'
import type { Run } from './compiled-template'

const LOOP_PROPERTIES = ['index', 'count', 'hasNext'] as const

/** A loop with a step where it begins, and one behind its end that takes its variables away. */
export function recordedLoop(
  listed: Listed,
  loop: (state: RenderState, elements: Elements) => void,
  node: ForeachNode,
): Run {
  const name = `$${node.item}`
  return (state) => {
    const { value, elements } = listed(state)
    const recorder = state.recorder!
    const step = recorder.add('foreach', node.span, state.out.length, value === null ? { name } : { name, value })
    if (elements === null) return
    recorder.enterLoop(name)
    try {
      loop(state, elements)
    } finally {
      recorder.leaveLoop()
      recorder.end(step, state.out.length)
    }
    const left = state.scope.get(node.item)
    recorder.add('foreach', node.span, state.out.length, {
      name,
      changes: [{ name: node.item, value: left === null ? null : describeValue(left) }, ...loopVariables(state)],
    })
  }
}

/** One round with a step of its own that covers what it writes. */
export function recordedRound(block: Run, node: ForeachNode): Run {
  return (state) => {
    const recorder = state.recorder!
    const pass = recorder.enterRound()
    const step = recorder.add('round', node.span, state.out.length, {
      name: `$${node.item}`,
      changes: [{ name: node.item, value: describeValue(state.scope.get(node.item)) }, ...loopVariables(state)],
    })
    try {
      block(state)
    } finally {
      recorder.end(step, state.out.length)
      recorder.leavePass(pass)
    }
  }
}

/** `$foreach.index` and its likes, of the innermost loop; null when there is none. */
function loopVariables({ scope }: RenderState): TemplateVariable[] {
  const foreach = scope.get('foreach')
  return LOOP_PROPERTIES.map((property) => ({
    name: `foreach.${property}`,
    value: foreach instanceof ForeachScope ? describeValue(foreach.property(property) ?? null) : null,
  }))
}
