import type { TemplateEvent, TemplateProfile } from '../template-event'

/** Where in a template or an output: offsets in UTF-16 units from 0, `end` exclusive. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** A span of the template with the line and column (both from 1) where it starts and ends. */
export interface TemplateRange extends TextSpan {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** "template/what-is-wrong". */
export type TemplateProblemCode = `template/${string}`

/** Something wrong with a template, or worth knowing about it. */
export interface TemplateProblem {
  readonly code: TemplateProblemCode
  readonly severity: 'error' | 'warning' | 'info'
  /** Names the thing, what is wrong and what to do. */
  readonly message: string
  readonly range: TemplateRange
}

/** What a template wrote to `$context.requestOverride` and `$context.responseOverride`. */
export interface RequestOverride {
  readonly path: { readonly [name: string]: unknown }
  readonly querystring: { readonly [name: string]: unknown }
  readonly header: { readonly [name: string]: unknown }
  /** Members that the service does not know stay readable for the response template. */
  readonly [name: string]: unknown
}

export interface ResponseOverride {
  readonly header: { readonly [name: string]: unknown }
  readonly status?: unknown
  readonly [name: string]: unknown
}

/** What one render came to. */
export type TemplateOutcome = RenderedTemplate | FailedTemplate

export interface RenderedTemplate {
  readonly ok: true
  readonly output: string
  readonly requestOverride: RequestOverride
  readonly responseOverride: ResponseOverride
}

export interface FailedTemplate {
  readonly ok: false
  /** The first problem of a template that does not parse, or what ended the render. */
  readonly error: TemplateProblem
  /** What had been written before the render failed. */
  readonly output: string
}

/** What a render did, for stepping and for the links between template and output. */
export interface TemplateRecording {
  /** In the order in which they ran. */
  readonly steps: readonly TemplateStep[]
  /** True when there were more steps than `TEMPLATE_STEP_LIMIT`; those after are missing. */
  readonly isCut: boolean
  /** How often each line of the template ran; index 0 is line 1. A line without anything that runs has 0. */
  readonly lineRuns: readonly number[]
}

export const TEMPLATE_STEP_LIMIT = 10_000

export type TemplateStepKind =
  'text' | 'reference' | 'set' | 'if' | 'foreach' | 'round' | 'macro' | 'define' | 'evaluate' | 'break' | 'stop'

/** One directive, reference or piece of text that ran. */
export interface TemplateStep {
  readonly kind: TemplateStepKind
  /** The part of the template; for `if` and `foreach` the line that opens it, for `round` its `#foreach`. Line 0 inside of `#evaluate`d text. */
  readonly source: TemplateRange
  /** The part of the final output it wrote; empty when it wrote nothing there. */
  readonly output: TextSpan
  /** The loops it ran in, outermost first. */
  readonly loops: readonly TemplateLoop[]
  /** What was evaluated, as it is written: "$item.unitPrice". */
  readonly name?: string
  /** True for a reference that was read, as by a condition or an argument, and not printed. */
  readonly isSilent?: true
  /** What a reference, a `#set`, a condition or a loop's list evaluated to. */
  readonly value?: TemplateValue
  /** For `if`: which branch was taken. */
  readonly branch?: 'if' | 'elseif' | 'else' | 'none'
  /** The variables that have another value after this step, by name without the dollar sign. */
  readonly changes?: readonly TemplateVariable[]
}

/** `round` counts from 1. */
export interface TemplateLoop {
  readonly name: string
  readonly round: number
}

export interface TemplateVariable {
  readonly name: string
  /** null when it is gone, as a loop's variable after the loop. */
  readonly value: TemplateValue | null
}

/** A value, short enough to show. */
export interface TemplateValue {
  /** "Map", "List", "String", "Integer", "Double", "Boolean", ... ; "missing" for a reference without a value. */
  readonly type: string
  /** How many entries, items or characters; absent for other types. */
  readonly size?: number
  /** As it prints, cut after 200 characters. */
  readonly text: string
}

/** A render asked for by the playground. */
export interface TemplateRenderRequest {
  readonly template: string
  readonly event: TemplateEvent
  readonly profile: TemplateProfile
  /** Also answer with a recording. */
  readonly record: boolean
  /** Also render with velocityjs, as most other local emulators do. */
  readonly compare: boolean
}

export interface TemplateRenderAnswer {
  readonly outcome: TemplateOutcome
  /** Every problem: of the syntax, of the render, and hints. In order of place. */
  readonly problems: readonly TemplateProblem[]
  readonly recording: TemplateRecording | null
  readonly comparison: TemplateComparison | null
  /** Whether the output is JSON, and where it stops being it (line and column from 1 of the output). Null for a failed render. */
  readonly json: OutputJson | null
  /** Time of the render alone. */
  readonly durationMs: number
}

export type OutputJson =
  | { readonly valid: true }
  | { readonly valid: false; readonly message: string; readonly line: number; readonly column: number }

/** What another engine makes of the same template and event. */
export interface TemplateComparison {
  readonly engine: 'velocityjs'
  /** null when it was not run, with the reason in `message`. */
  readonly output: string | null
  readonly message: string | null
  /** False also when one of the two failed and the other did not. */
  readonly isSame: boolean
}

/** One saved case played. */
export interface TemplateCaseResult {
  readonly template: string
  readonly case: string
  readonly result: 'pass' | 'fail'
  readonly outcome: TemplateOutcome
  readonly durationMs: number
}
