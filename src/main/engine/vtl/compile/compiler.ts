import type { Block, Expression, Member, Reference } from '../ast'
import type { CompiledMacro, CompiledTemplate, Evaluate, Run, Test } from './compiled-template'
import type { Slots } from '../run/slots'

/** The parts of the compiler, which need each other: statements hold expressions, strings hold statements. */
export interface Compiler {
  readonly isRecording: boolean
  /** Whether the template can see `$velocityCount` and `$velocityHasNext`. */
  readonly hasCounters: boolean
  readonly macros: Map<string, CompiledMacro>
  readonly slots: Slots
  block(block: Block): Run
  /** Text that becomes a template while another one runs. */
  template(source: string, slots: Slots): CompiledTemplate
  evaluate(expression: Expression): Evaluate
  test(expression: Expression): Test
  /** A reference's value, not recorded. */
  lookup(node: Reference): Evaluate
  member(node: Member): MemberAccess
}

/** One step along a reference: null when there is no such thing. */
export type MemberAccess = (
  state: Parameters<Evaluate>[0],
  target: Exclude<ReturnType<Evaluate>, null>,
) => ReturnType<Evaluate>
