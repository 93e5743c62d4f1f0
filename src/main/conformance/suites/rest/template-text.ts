import type { Stage } from '@shared/design/stage'
import { templateParams } from '../../../engine/mapping/client-request'
import { runTemplate } from '../../../engine/mapping/run-template'
import { clientRequestOf } from '../../../live/events/client-request'
import { caseTools, singleCall, type CaseRequest } from './case-call'

/** A template inside of a request, as cases write it. */
export interface TemplateCaseInput {
  readonly template: string
  readonly phase?: 'request' | 'response'
  readonly body?: string | null
  readonly resource?: string
  readonly method?: string
  readonly stage?: string
  readonly stageVariables?: Readonly<Record<string, string>>
  readonly stageSettings?: Partial<Stage>
  /** The stage's canary answers. */
  readonly isCanary?: boolean
  /** What an authorizer returned as its context. */
  readonly authorizer?: Readonly<Record<string, unknown>>
  readonly request?: CaseRequest
}

/** What a case may expect of a render; a failed one has the status it is answered with. */
export function renderedMembers(input: TemplateCaseInput): Readonly<Record<string, unknown>> {
  const { template, phase = 'request', resource = '/', method = 'POST' } = input
  const request = { path: resource.replaceAll(/\{[^}]*\}/g, 'value'), body: input.body ?? null, ...input.request }
  const { stage, stageVariables, stageSettings, isCanary } = input
  const api = {
    ...(stage && { stage }),
    ...(stageVariables && { stageVariables }),
    ...(stageSettings && { stageSettings }),
    ...(isCanary && { isCanary }),
  }
  const client = clientRequestOf(singleCall(resource, method, {}, request, api))
  const context = { ...client.context, ...(input.authorizer && { authorizer: input.authorizer }) }
  const place = { phase, template: { contentType: 'application/json', source: template } }
  const params = templateParams(client)
  const event = { body: request.body ?? '', params, context, stageVariables: client.stageVariables }
  const rendered = runTemplate(caseTools(), place, event)
  if ('kind' in rendered) return { status: rendered.type === 'BAD_REQUEST_BODY' ? 400 : 500 }
  const text = rendered.output
  return {
    text,
    json: jsonOf(text),
    keys: text
      .split(/\s+/)
      .filter((key) => key !== '')
      .sort(),
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
