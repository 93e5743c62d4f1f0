import { TRACED_BODY_LIMIT, type TemplateRun } from '@shared/contract/gateway'
import type { RenderedTemplate, TemplateOutcome, TemplateProblem } from '@shared/contract/template'
import type { TemplateEvent } from '@shared/template-event'
import type { Overrides } from '../vtl/render-options'
import { renderTemplate } from '../vtl/render-template'
import { isReadableBody } from './mapped-body'
import { configurationFailure, type MappingFailure } from './mapping-failure'
import type { MappingTools } from './mapping-tools'
import type { ChosenTemplate } from './template-choice'

/** Which template of a method runs. */
export interface TemplatePlace extends Pick<TemplateRun, 'phase' | 'statusCode' | 'selectionPattern'> {
  readonly template: ChosenTemplate
}

/** A template's run with the text that it read. */
export type TemplateInput = TemplateEvent & { readonly body: string }

/**
 * Render one template of a method as the service does. `$input` over a request body that is no JSON is 400 `Could not process payload`;
 * whatever else goes wrong is 500. `overrides` are what an earlier template of the request wrote. Source: vtl.md 1.
 */
export function runTemplate(
  tools: MappingTools,
  place: TemplatePlace,
  event: TemplateInput,
  overrides?: Overrides,
): RenderedTemplate | MappingFailure {
  const startedAt = tools.now()
  const warnings: TemplateProblem[] = []
  const outcome = renderTemplate(tools.templates.get(place.template.source), event, {
    profile: 'apigw',
    now: tools.now,
    ...(overrides && { overrides }),
    onWarning: (warning) => warnings.push(warning),
  })
  tools.onTemplateRun?.(recordOf(tools, place, event, outcome, tools.now() - startedAt, warnings))
  return outcome.ok ? outcome : failureOf(place, event, outcome.error)
}

/** "request template application/json, line 3, column 5: what is wrong": how lines for the log name a problem of a template. */
export function describeTemplateProblem(
  { phase, contentType, statusCode }: Pick<TemplateRun, 'phase' | 'contentType' | 'statusCode'>,
  { range, message }: TemplateProblem,
): string {
  const which = statusCode === undefined ? contentType : `${contentType} of ${statusCode}`
  return `${phase} template ${which}, line ${range.line}, column ${range.column}: ${message}`
}

function failureOf(
  { template, ...place }: TemplatePlace,
  { body }: TemplateInput,
  error: TemplateProblem,
): MappingFailure {
  const where = { ...place, contentType: template.contentType }
  const isAboutBody = place.phase === 'request' && error.code === 'template/java-exception' && !isReadableBody(body)
  if (!isAboutBody) return configurationFailure(describeTemplateProblem(where, error))
  const message = 'Could not process payload'
  const problem = describeTemplateProblem(where, {
    ...error,
    message: `$input cannot read the request body, which begins as JSON does but is none. The caller gets 400 ${message}.`,
  })
  return { kind: 'failure', type: 'BAD_REQUEST_BODY', message, problem }
}

function recordOf(
  { codec }: MappingTools,
  { phase, statusCode, selectionPattern, template }: TemplatePlace,
  { body }: TemplateInput,
  outcome: TemplateOutcome,
  durationMs: number,
  warnings: readonly TemplateProblem[],
): TemplateRun {
  const bytesIn = codec.lengthOf(body)
  return {
    phase,
    ...(statusCode !== undefined && { statusCode }),
    ...(selectionPattern !== undefined && { selectionPattern }),
    contentType: template.contentType,
    body: bytesIn > TRACED_BODY_LIMIT ? null : body,
    bytesIn,
    bytesOut: codec.lengthOf(outcome.output),
    error: outcome.ok ? null : outcome.error,
    durationMs,
    warnings,
  }
}
