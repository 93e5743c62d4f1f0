import type { RenderedTemplate, TemplateOutcome, TemplateProblem, TextSpan } from '@shared/contract/template'
import type { TemplateEvent } from '@shared/template-event'
import { DEFAULT_BUDGET } from './budget'
import type { CompiledTemplate } from './compile/compiled-template'
import { Recorder } from './explain/recorder'
import { JavaException } from './java/java-exception'
import { JavaMap } from './java/java-map'
import type { RenderOptions } from './render-options'
import { RenderFailure } from './run/render-failure'
import { RenderState } from './run/render-state'
import { Scope } from './run/scope'
import { StopSignal } from './run/stop-signal'
import { contextVariable } from './variables/context-variable'
import { inputVariable } from './variables/input-variable'
import { plainJson } from './variables/plain-json'
import { utilVariable } from './variables/util-variable'

/** The service repeats a `#foreach` so often at most. Source: rest-api.md 10. */
const APIGW_LOOP_LIMIT = 1000

/** Render a template for one event. Never throws for what the template or the event holds. */
export function renderTemplate(
  template: CompiledTemplate,
  event: TemplateEvent,
  options: RenderOptions,
): TemplateOutcome {
  const [problem] = template.problems
  if (problem !== undefined) return { ok: false, error: problem, output: '' }
  const isService = options.profile === 'apigw'
  const context = contextVariable(event.context ?? {})
  const recorder = template.isRecording ? new Recorder(template.lines) : null
  const warnings = new Set<number>()
  const state = new RenderState(
    scopeOf(event, context),
    isService ? '' : null,
    isService ? APIGW_LOOP_LIMIT : Number.POSITIVE_INFINITY,
    { ...DEFAULT_BUDGET, ...options.budget },
    options.now ?? (() => 0),
    new Map(template.macros),
    recorder,
    (code, message, span) => {
      if (warnings.has(span.start)) return
      warnings.add(span.start)
      options.onWarning?.({ code, severity: 'warning', message, range: template.lines.rangeOf(span) })
    },
  )
  const error = failureOf(template, state)
  if (recorder !== null) options.onRecording?.(recorder.finish())
  if (error !== null) return { ok: false, error, output: state.out }
  return { ok: true, output: state.out, ...overridesOf(context) }
}

function scopeOf(event: TemplateEvent, context: JavaMap): Scope {
  const scope = new Scope(null)
  scope.put('input', inputVariable(event))
  scope.put('util', utilVariable())
  scope.put('context', context)
  scope.put('stageVariables', JavaMap.of(Object.entries(event.stageVariables ?? {})))
  return scope
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
  if (error instanceof RangeError)
    return problem('template/output-limit', 'Stopped: this template nests or joins too much.', whole)
  throw error
}

function overridesOf(context: JavaMap): Pick<RenderedTemplate, 'requestOverride' | 'responseOverride'> {
  return {
    requestOverride: plainJson(context.get('requestOverride')) as RenderedTemplate['requestOverride'],
    responseOverride: plainJson(context.get('responseOverride')) as RenderedTemplate['responseOverride'],
  }
}
