import type { TemplateOutcome } from '@shared/contract/template'
import type { TemplateExpectation } from '@shared/design/mapping-template'

/** What a template made of an event, as what is expected of it. Overrides only where it wrote some. */
export function expectationOf(outcome: TemplateOutcome): TemplateExpectation {
  if (!outcome.ok) return { fails: true }
  const { output, requestOverride, responseOverride } = outcome
  return {
    output,
    ...(isWritten(requestOverride) && { requestOverride }),
    ...(isWritten(responseOverride) && { responseOverride }),
  }
}

/** Whether an override holds more than the empty objects it begins with. */
export function isWritten(override: { readonly [name: string]: unknown }): boolean {
  return Object.values(override).some((value) =>
    typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : value !== undefined,
  )
}
