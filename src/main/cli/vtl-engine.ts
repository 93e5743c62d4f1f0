import type { TemplateEvent, TemplateProfile } from '@shared/template-event'
import { DEFAULT_BUDGET } from '../engine/vtl/budget'
import { compileTemplate } from '../engine/vtl/compile-template'
import { renderTemplate } from '../engine/vtl/render-template'
import { renderWithVelocityjs } from '../templates/render-with-velocityjs'
import { withinTime } from './within-time'

/** What the command prints of a render with `--json`, but for the id of its case. */
export type VtlAnswer =
  | {
      readonly ok: true
      readonly output: string
      readonly requestOverride: unknown
      readonly responseOverride: unknown
    }
  | { readonly ok: false; readonly error: VtlError }

/** `line` and `column` from 1, of the template; 0 when the error has no place in it. */
export interface VtlError {
  readonly message: string
  readonly line: number
  readonly column: number
}

/** Renders a template; limits its time and its output, and never throws. */
export type VtlEngine = (template: string, event: TemplateEvent) => VtlAnswer

/** Our own engine. */
export function gatewrightEngine(profile: TemplateProfile): VtlEngine {
  return guarded((template, event) => {
    const outcome = renderTemplate(compileTemplate(template), event, { profile, now: () => performance.now() })
    if (!outcome.ok) {
      const { message, range } = outcome.error
      return refused(message, range.line, range.column)
    }
    const { output, requestOverride, responseOverride } = outcome
    return { ok: true, output, requestOverride, responseOverride }
  })
}

/** velocityjs as other local emulators use it. */
export const velocityjsEngine: VtlEngine = guarded((template, event) => {
  const { milliseconds, outputLength } = DEFAULT_BUDGET
  const done = withinTime(milliseconds, () => renderWithVelocityjs(template, event))
  if (done === null) return refused(`velocityjs was stopped after ${milliseconds} ms.`)
  if (!done.value.ok) return refused(done.value.message)
  const { output, requestOverride, responseOverride } = done.value
  if (output.length > outputLength) return refused(`The output has more than ${outputLength} characters.`)
  return { ok: true, output, requestOverride, responseOverride }
})

/** A failure without a place unless one is given. */
export function refused(message: string, line = 0, column = 0): VtlAnswer {
  return { ok: false, error: { message, line, column } }
}

function guarded(render: VtlEngine): VtlEngine {
  return (template, event) => {
    try {
      return render(template, event)
    } catch (error) {
      return refused(`The engine met a bug: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}
