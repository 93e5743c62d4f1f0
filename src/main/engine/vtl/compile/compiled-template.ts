import type { TemplateProblem } from '@shared/contract/template'
import type { JavaValue } from '../java/java-value'
import type { LineMap } from '../template-problem'
import type { Slots } from '../run/slots'
import type { RenderState } from '../run/render-state'

/** Writes something. */
export type Run = (state: RenderState) => void
/** Evaluates to something; null is Java's null. */
export type Evaluate = (state: RenderState) => JavaValue
export type Test = (state: RenderState) => boolean

export interface CompiledMacro {
  readonly parameters: readonly string[]
  readonly run: Run
}

/** A template ready to run any number of times. */
export interface CompiledTemplate {
  readonly source: string
  /** Everything wrong with its syntax; a template with problems renders to its first one. */
  readonly problems: readonly TemplateProblem[]
  /** Found only when asked for: a gateway has no use for them. */
  warnings(): readonly TemplateProblem[]
  readonly run: Run
  /** Macros of the template, by name. */
  readonly macros: ReadonlyMap<string, CompiledMacro>
  /** Where its variables are kept. */
  readonly slots: Slots
  /** Whether a render can meet variables that the template does not mention. */
  readonly hasEvaluatedText: boolean
  readonly isRecording: boolean
  readonly lines: LineMap
}
