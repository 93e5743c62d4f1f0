import type { ContentHandling } from '@shared/design/integration'
import { payloadBytes } from '../../../engine/mapping/payload'
import { mapCallRequest, mapCallResponse } from '../../../live/backends/map-call'
import { answerMembers } from './answer-members'
import { caseTools, singleCall, type CaseRequest } from './case-call'
import { compareMembers, played, type CaseEntry, type CaseKind } from './case-kind'

interface ContentHandlingInput {
  readonly binaryMediaTypes?: readonly string[]
  readonly contentHandling?: ContentHandling | null
  readonly request: CaseRequest
  readonly backend?: { readonly contentType?: string; readonly bodyBase64?: string }
}

/** What a backend gets of a client's payload. */
export const CONTENT_HANDLING_REQUEST_KIND: CaseKind = {
  name: 'content-handling-request',
  play: (entry) => played(entry.id, () => compareMembers(entry, converted(entry))),
}

/** What a client gets of a backend's payload. */
export const CONTENT_HANDLING_RESPONSE_KIND: CaseKind = {
  name: 'content-handling-response',
  play: (entry) => played(entry.id, () => compareMembers(entry, convertedBack(entry))),
}

function converted(entry: CaseEntry): Readonly<Record<string, unknown>> {
  const { binaryMediaTypes = [], contentHandling, request } = entry as unknown as ContentHandlingInput
  const integration = { type: 'HTTP' as const, ...(contentHandling && { contentHandling }) }
  const call = singleCall('/', 'POST', integration, request, { binaryMediaTypes })
  const tools = caseTools()
  const mapped = mapCallRequest(tools, call)
  if (mapped.kind === 'failure') return { ...answerMembers(mapped), backendBodyBase64: undefined }
  const bytes = payloadBytes(mapped.body, tools.codec)
  return { status: 200, backendBodyBase64: Buffer.from(bytes).toString('base64') }
}

function convertedBack(entry: CaseEntry): Readonly<Record<string, unknown>> {
  const { binaryMediaTypes = [], contentHandling, request, backend = {} } = entry as unknown as ContentHandlingInput
  const integrationResponses = [{ statusCode: '200', ...(contentHandling && { contentHandling }) }]
  const call = singleCall('/', 'POST', { type: 'HTTP', integrationResponses }, request, { binaryMediaTypes })
  const tools = caseTools()
  const mapped = mapCallRequest(tools, call)
  if (mapped.kind === 'failure') return answerMembers(mapped)
  const { contentType, bodyBase64 = '' } = backend
  const result = {
    selectionText: '200',
    headers: contentType === undefined ? [] : [['Content-Type', contentType] as const],
    body: Buffer.from(bodyBase64, 'base64'),
  }
  return answerMembers(mapCallResponse(tools, call, result, mapped.overrides))
}
