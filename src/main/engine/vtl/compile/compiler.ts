import type { Expression, Member, Reference, StringNode } from '../ast'
import type { CompiledMacro, Evaluate, Run, Test } from './compiled-template'
import type { Block } from '../ast'

/** The parts of the compiler, which need each other: statements hold expressions, strings hold statements. */
export interface Compiler {
  readonly isRecording: boolean
  /** Whether the template can see `$velocityCount` and `$velocityHasNext`. */
  readonly hasCounters: boolean
  readonly macros: Map<string, CompiledMacro>
  block(block: Block): Run
  evaluate(expression: Expression): Evaluate
  test(expression: Expression): Test
  string(node: StringNode): Evaluate
  reference(node: Reference): Evaluate
  member(node: Member): MemberAccess
}

/** One step along a reference: null when there is no such thing. */
export type MemberAccess = (
  state: Parameters<Evaluate>[0],
  target: Exclude<ReturnType<Evaluate>, null>,
) => ReturnType<Evaluate>
