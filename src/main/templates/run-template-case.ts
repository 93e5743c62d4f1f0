import type { TemplateCaseResult, TemplateOutcome } from '@shared/contract/template'
import type { MappingTemplate, TemplateCase, TemplateExpectation } from '@shared/design/mapping-template'
import { compileTemplate } from '../engine/vtl/compile-template'
import { renderTemplate } from '../engine/vtl/render-template'
import { sameOverrides } from './same-overrides'

/** The cases of one saved template played in their order. `now`: milliseconds that only ever grow. */
export function runTemplateCases(name: string, template: MappingTemplate, now: () => number): TemplateCaseResult[] {
  const compiled = compileTemplate(template.source)
  return template.cases.map((each): TemplateCaseResult => {
    const startedAt = now()
    const outcome = renderTemplate(compiled, each.event, { profile: template.profile, now })
    const durationMs = now() - startedAt
    return { template: name, case: each.name, result: resultOf(each, outcome), outcome, durationMs }
  })
}

function resultOf({ expected }: TemplateCase, outcome: TemplateOutcome): TemplateCaseResult['result'] {
  return meets(expected, outcome) ? 'pass' : 'fail'
}

/** Whether an outcome is what a case expects. Overrides that it leaves out are not looked at. */
export function meets(expected: TemplateExpectation, outcome: TemplateOutcome): boolean {
  if ('fails' in expected) return !outcome.ok
  if (!outcome.ok || outcome.output !== expected.output) return false
  const { requestOverride, responseOverride } = expected
  return (
    (requestOverride === undefined || sameOverrides(requestOverride, outcome.requestOverride)) &&
    (responseOverride === undefined || sameOverrides(responseOverride, outcome.responseOverride))
  )
}
