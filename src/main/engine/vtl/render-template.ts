import type { TemplateOutcome, TemplateProblem, TextSpan } from '@shared/contract/template'
import type { TemplateEvent } from '@shared/template-event'
import { DEFAULT_BUDGET } from './budget'
import type { CompiledTemplate } from './compile/compiled-template'
import { Recorder } from './explain/recorder'
import { JavaException } from './java/java-exception'
import { JavaMap } from './java/java-map'
import type { Overrides, RenderOptions } from './render-options'
import { RenderFailure } from './run/render-failure'
import { RenderState } from './run/render-state'
import { RootScope } from './run/root-scope'
import { StopSignal } from './run/stop-signal'
import { ContextVariable } from './variables/context-variable'
import { inputVariable } from './variables/input-variable'
import { plainJson } from './variables/plain-json'
import { utilVariable } from './variables/util-variable'

/** The service repeats a `#foreach` so often at most. Source: rest-api.md 10. */
const APIGW_LOOP_LIMIT = 1000

const NO_OVERRIDES: Overrides = {
  requestOverride: { path: {}, querystring: {}, header: {} },
  responseOverride: { header: {} },
}

/** Render a template for one event. Never throws for what the template or the event holds. */
export function renderTemplate(
  template: CompiledTemplate,
  event: TemplateEvent,
  options: RenderOptions,
): TemplateOutcome {
  const [problem] = template.problems
  if (problem !== undefined) return { ok: false, error: problem, output: '' }
  const isService = options.profile === 'apigw'
  const root = new RootScope(template.hasEvaluatedText ? template.slots.copy() : template.slots)
  const context = putVariables(root, event, options)
  const recorder = template.isRecording ? new Recorder(template.lines) : null
  const state = new RenderState(
    root,
    isService ? '' : null,
    isService ? APIGW_LOOP_LIMIT : Number.POSITIVE_INFINITY,
    options.budget === undefined ? DEFAULT_BUDGET : { ...DEFAULT_BUDGET, ...options.budget },
    options.now ?? null,
    template.macros,
    recorder,
    template.lines,
  )
  const error = failureOf(template, state)
  if (recorder !== null) options.onRecording?.(recorder.finish())
  for (const warning of state.warnings ?? []) options.onWarning?.(warning)
  if (error !== null) return { ok: false, error, output: state.out }
  const twice = isService ? (context?.overriddenTwice ?? null) : null
  if (twice !== null) return { ok: false, error: overriddenTwice(template, twice), output: state.out }
  const { requestOverride, responseOverride } = overridesOf(context, options.overrides ?? NO_OVERRIDES)
  return { ok: true, output: state.out, requestOverride, responseOverride }
}

/** Those of the four variables that the template mentions. */
function putVariables(root: RootScope, event: TemplateEvent, options: RenderOptions): ContextVariable | null {
  const { slots, values } = root
  const input = slots.find('input')
  const util = slots.find('util')
  const stageVariables = slots.find('stageVariables')
  const context = slots.find('context')
  if (input !== undefined) values[input] = options.input ?? inputVariable(event)
  if (util !== undefined) values[util] = utilVariable()
  if (stageVariables !== undefined) values[stageVariables] = JavaMap.of(Object.entries(event.stageVariables ?? {}))
  if (context === undefined) return null
  const variable = new ContextVariable(event, options.overrides)
  values[context] = variable
  return variable
}

function failureOf(template: CompiledTemplate, state: RenderState): TemplateProblem | null {
  try {
    template.run(state)
    state.checkLength(state.out, { start: 0, end: 0 })
    return null
  } catch (error) {
    if (error instanceof StopSignal) return null
    return problemOf(error, template)
  }
}

/** What ended a render. A defect of our own is no failure of the template and goes on as it is. */
function problemOf(error: unknown, { lines, source }: CompiledTemplate): TemplateProblem {
  const problem = (code: TemplateProblem['code'], message: string, span: TextSpan): TemplateProblem => ({
    code,
    severity: 'error',
    message,
    range: lines.rangeOf(span),
  })
  const whole = { start: 0, end: source.length }
  if (error instanceof RenderFailure) return problem(error.code, error.message, error.span)
  if (error instanceof JavaException) return problem('template/java-exception', error.message, whole)
  // The stack or a string's greatest length: whatever the template nested or joined was too much.
  if (error instanceof RangeError) {
    return problem('template/output-limit', 'Stopped: this template nests or joins too much.', whole)
  }
  throw error
}

/** Source: rest-api.md 10.4. */
function overriddenTwice({ lines, source }: CompiledTemplate, name: string): TemplateProblem {
  const range = lines.rangeOf({ start: 0, end: source.length })
  const message = `$context.${name} is overridden twice. Set a variable first, and override once at the end.`
  return { code: 'template/overridden-twice', severity: 'error', message, range }
}

/** A template that does not look at them leaves them as they were. */
function overridesOf(context: ContextVariable | null, before: Overrides): Overrides {
  if (context === null) return before
  const of = <Name extends keyof Overrides>(name: Name): Overrides[Name] =>
    context.mayDiffer(name) ? (plainJson(context.get(name)) as Overrides[Name]) : before[name]
  return { requestOverride: of('requestOverride'), responseOverride: of('responseOverride') }
}
