import type { Integration, IntegrationResponse } from '@shared/design/integration'
import { mockAnswer } from '../../../live/backends/mock'
import { answerMembers, expectedHeaders } from './answer-members'
import { caseTools, singleCall, type CaseApi, type CaseRequest } from './case-call'
import { compareMembers, played, type CaseEntry, type CaseKind } from './case-kind'

interface MockInput extends Omit<CaseApi, 'methods'> {
  readonly resource?: string
  readonly method?: string
  readonly integration?: Partial<Integration>
  /** By status code. */
  readonly integrationResponses?: Readonly<Record<string, Omit<IntegrationResponse, 'statusCode'>>>
  readonly request?: CaseRequest
}

/** What a client gets from a MOCK method. */
export const MOCK_KIND: CaseKind = {
  name: 'mock',
  play: (entry) => played(entry.id, () => compareMembers(entry, mocked(entry))),
}

function mocked(entry: CaseEntry): Readonly<Record<string, unknown>> {
  const {
    resource = '/',
    method = 'GET',
    integration,
    integrationResponses = {},
    request = {},
    ...api
  } = entry as unknown as MockInput
  const responses = Object.entries(integrationResponses).map(([statusCode, response]) => ({ ...response, statusCode }))
  const { binaryMediaTypes, stage, stageVariables } = api
  const call = singleCall(resource, method, { ...integration, integrationResponses: responses }, request, {
    ...(binaryMediaTypes && { binaryMediaTypes }),
    ...(stage && { stage }),
    ...(stageVariables && { stageVariables }),
  })
  const members = answerMembers(mockAnswer(caseTools(), call))
  return { ...members, headers: expectedHeaders(entry.expect?.headers, members.headers) }
}
