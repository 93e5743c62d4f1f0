import { payloadBytes } from '../../../engine/mapping/payload'
import { mapCallRequest, mapCallResponse } from '../../../live/backends/map-call'
import { answerMembers } from './answer-members'
import { caseTools, singleCall } from './case-call'
import { compareMembers, played, type CaseEntry, type CaseKind } from './case-kind'

interface RoundtripInput {
  readonly requestTemplate?: string
  readonly responseTemplate?: string
  readonly clientBody?: string
}

/** A request template, a backend that returns what it gets, and a response template. */
export const VTL_ROUNDTRIP_KIND: CaseKind = {
  name: 'vtl-roundtrip',
  play: (entry) => played(entry.id, () => compareMembers(entry, roundtrip(entry))),
}

function roundtrip(entry: CaseEntry): Readonly<Record<string, unknown>> {
  const { requestTemplate, responseTemplate, clientBody = '' } = entry as unknown as RoundtripInput
  const integration = {
    type: 'HTTP' as const,
    ...(requestTemplate !== undefined && { requestTemplates: { 'application/json': requestTemplate } }),
    integrationResponses: [
      {
        statusCode: '200',
        ...(responseTemplate !== undefined && { responseTemplates: { 'application/json': responseTemplate } }),
      },
    ],
  }
  const call = singleCall('/', 'POST', integration, {
    headers: { 'Content-Type': 'application/json' },
    body: clientBody,
  })
  const tools = caseTools()
  const mapped = mapCallRequest(tools, call)
  if (mapped.kind === 'failure') return answerMembers(mapped)
  const result = { selectionText: '200', headers: [], body: payloadBytes(mapped.body, tools.codec) }
  return answerMembers(mapCallResponse(tools, call, result, mapped.overrides))
}
