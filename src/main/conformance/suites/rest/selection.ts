import type { IntegrationType } from '@shared/design/integration'
import type { InvocationResult } from '../../../live/functions/handler-pool'
import { lambdaResult } from '../../../live/backends/lambda'
import { mapCallRequest, mapCallResponse } from '../../../live/backends/map-call'
import { answerMembers, expectedHeaders } from './answer-members'
import { caseTools, singleCall } from './case-call'
import { compareMembers, played, type CaseEntry, type CaseKind } from './case-kind'

interface SelectionInput {
  readonly integrationType: 'AWS-LAMBDA' | 'AWS' | 'HTTP'
  /** By status code. */
  readonly patterns: Readonly<Record<string, string>>
  readonly responseTemplate?: string
  readonly responseParameters?: Readonly<Record<string, string>>
  readonly backend: {
    readonly result?: unknown
    readonly error?: { readonly errorMessage: string; readonly errorType: string }
    readonly status?: number
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string
  }
}

/** Which integration response answers for what a backend gave back. */
export const SELECTION_KIND: CaseKind = {
  name: 'selection',
  play: (entry) => played(entry.id, () => compareMembers(entry, selected(entry))),
}

function selected(entry: CaseEntry): Readonly<Record<string, unknown>> {
  const { integrationType, patterns, responseTemplate, responseParameters, backend } =
    entry as unknown as SelectionInput
  const integrationResponses = Object.entries(patterns).map(([statusCode, selectionPattern]) => ({
    statusCode,
    selectionPattern,
    ...(responseTemplate !== undefined && { responseTemplates: { 'application/json': responseTemplate } }),
    ...(responseParameters && { responseParameters }),
  }))
  const type = integrationType.split('-')[0] as IntegrationType
  const call = singleCall('/', 'POST', { type, integrationResponses }, {})
  const tools = caseTools()
  const mapped = mapCallRequest(tools, call)
  if (mapped.kind === 'failure') return answerMembers(mapped)
  const result = integrationType === 'AWS-LAMBDA' ? lambdaResult(call, outcomeOf(backend)) : replyOf(backend)
  const members = answerMembers(mapCallResponse(tools, call, result, mapped.overrides))
  return { ...members, headers: expectedHeaders(entry.expect?.headers, members.headers) }
}

function outcomeOf({ result, error }: SelectionInput['backend']): Exclude<InvocationResult, { kind: 'refused' }> {
  return error === undefined ? { kind: 'answered', result } : { kind: 'failed', error }
}

function replyOf({ status = 200, headers = {}, body = '' }: SelectionInput['backend']) {
  return { selectionText: String(status), headers: Object.entries(headers), body: Buffer.from(body) }
}
