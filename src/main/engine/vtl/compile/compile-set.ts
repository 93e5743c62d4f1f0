import type { Reference, SetNode } from '../ast'
import { describeValue } from '../explain/describe-value'
import type { JavaValue } from '../java/java-value'
import { setIndex } from '../java/set-index'
import { setProperty } from '../java/set-property'
import type { RenderState } from '../run/render-state'
import type { Run } from './compiled-template'
import { located } from './compile-member'
import type { Compiler } from './compiler'

/** Gives a variable, a property or an entry a value; false when there is nothing that could have it. */
type Assign = (state: RenderState, value: Exclude<JavaValue, null>) => boolean

/** `#set`. Java's null leaves the old value. Source: Velocity 1.7, ASTSetDirective. */
export function compileSet(compiler: Compiler, node: SetNode): Run {
  const evaluate = compiler.evaluate(node.value)
  const assign = compileAssign(compiler, node.target)
  const { span } = node
  if (compiler.isRecording) return recorded(evaluate, assign, node)
  return (state) => {
    state.tick(span)
    const value = evaluate(state)
    if (value !== null) assign(state, value)
  }
}

function recorded(evaluate: (state: RenderState) => JavaValue, assign: Assign, node: SetNode): Run {
  const { root, assignedName, members, literal } = node.target
  return (state) => {
    state.tick(node.span)
    const value = evaluate(state)
    const isChanged = value !== null && assign(state, value)
    const changed = isChanged ? state.scope.get(root) : null
    state.recorder!.add('set', node.span, state.out.length, {
      name: literal,
      value,
      ...(isChanged && {
        changes: [
          members.length === 0
            ? { name: assignedName, value: describeValue(value) }
            : { name: root, value: describeValue(changed) },
        ],
      }),
    })
  }
}

function compileAssign(compiler: Compiler, target: Reference): Assign {
  const { root, assignedName, members } = target
  const last = members.at(-1)
  if (last === undefined) {
    const slot = compiler.slots.of(assignedName)
    return (state, value) => {
      state.write(slot, assignedName, value)
      return true
    }
  }
  const path = members.slice(0, -1).map((member) => compiler.member(member))
  const put = compilePut(compiler, last)
  const slot = compiler.slots.of(root)
  return (state, value) => {
    let object: JavaValue = state.read(slot, root)
    for (const member of path) {
      if (object === null) return false
      object = member(state, object)
    }
    return object !== null && put(state, object, value)
  }
}

function compilePut(
  compiler: Compiler,
  member: Reference['members'][number],
): (state: RenderState, object: Exclude<JavaValue, null>, value: Exclude<JavaValue, null>) => boolean {
  const { span } = member
  switch (member.kind) {
    case 'property':
      return (_state, object, value) =>
        located(`#set of .${member.name}`, span, () => setProperty(object, member.name, value))
    case 'index': {
      const index = compiler.evaluate(member.index)
      return (state, object, value) => {
        const at = index(state)
        return located('#set of [...]', span, () => setIndex(object, at, value))
      }
    }
    case 'method':
      // Java looks for a property with the method's name.
      return (_state, object, value) =>
        located(`#set of .${member.name}`, span, () => setProperty(object, member.name, value))
  }
}
