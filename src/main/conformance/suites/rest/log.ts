import type { Integration } from '@shared/design/integration'
import type { HeaderList } from '../../../engine/mapping/header-list'
import { payloadText } from '../../../engine/mapping/payload'
import { INTEGRATION_TIMEOUT } from '../../../engine/outcome'
import type { Answer } from '../../../live/answers/answer'
import { integrationAnswer, type BackendAnswer } from '../../../live/backends/backend-answer'
import { httpHeaders } from '../../../live/backends/http'
import { lambdaResult } from '../../../live/backends/lambda'
import { lambdaProxyAnswer } from '../../../live/backends/lambda-proxy'
import { mapCallRequest, mapCallResponse, withTraceId } from '../../../live/backends/map-call'
import { mockAnswer } from '../../../live/backends/mock'
import type { Call } from '../../../live/call'
import { proxyEvent } from '../../../live/events/proxy-event'
import { executionLog } from '../../../live/execution-log/execution-log'
import { httpRequest } from '../../../live/execution-log/http-exchange'
import { integrationRequest } from '../../../live/execution-log/lambda-exchange'
import type { HandlerAnswer } from '../../../live/functions/handler-process-host'
import { skipped } from '../../conformance-suite'
import { answerMembers } from './answer-members'
import { caseCall, caseTools } from './case-call'
import { compareMembers, played, type CaseEntry, type CaseKind } from './case-kind'
import { readRecordedLog, type RecordedEndpoint, type RecordedLog } from './recorded-log'

/**
 * The lines of a test invoke. A case has no input: the request, the method and what its backend said are read from the expected lines,
 * and everything around them must come out as it was recorded.
 */
export const LOG_KIND: CaseKind = {
  name: 'log',
  play: (entry) =>
    played(entry.id, () => {
      const recorded = readRecordedLog(entry.expect?.lines)
      return typeof recorded === 'string' ? skipped(entry.id, recorded) : compareMembers(entry, logged(entry, recorded))
    }),
}

function logged(entry: CaseEntry, recorded: RecordedLog): Readonly<Record<string, unknown>> {
  const call = callOf(recorded)
  const { answer, outcome } = answered(call, recorded)
  const lines = executionLog(call, { trace: [], outcome, answer, startedAt: 0 }).map(({ text }) => text)
  const expected = entry.expect?.lines as readonly string[]
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    lines: lines.map((line, index) => comparable(line, expected[index] ?? '')),
  }
}

const DATE = /^\w{3} \w{3} \d\d \d\d:\d\d:\d\d UTC \d{4} : /

/** Without the date in front, and with a date inside written as the recording writes it. */
function comparable(line: string, expected: string): string {
  const text = line.replace(DATE, '')
  const anyDate = 'Day, dd MMM yyyy hh:mm:ss GMT'
  return expected.includes(anyDate) ? text.replace(/\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT/, anyDate) : text
}

function callOf(recorded: RecordedLog): Call {
  const { verb, path, pathParameters, query, headers, body } = recorded
  const names = new Map(Object.entries(pathParameters).map(([name, value]) => [value, name]))
  const resource = path
    .split('/')
    .map((segment) => (names.has(segment) ? `{${names.get(segment)}}` : segment))
    .join('/')
  const hasResponses = recorded.failure?.startsWith('Output mapping refers') !== true
  const method = { integration: integrationOf(recorded), ...(!hasResponses && { methodResponses: [] }) }
  const call = caseCall({ methods: { [resource]: { [verb]: method } } }, { method: verb, path, query, headers, body })
  return { ...call, message: { ...call.message, isTestInvoke: true }, integrationMs: recorded.latencyMs }
}

function integrationOf(recorded: RecordedLog): Integration {
  const { body, endpoint, failure, methodBody, status } = recorded
  const changesBody = (endpoint?.answerBody ?? '') !== methodBody && failure === null
  const response = {
    statusCode: String(status),
    ...(changesBody && { responseTemplates: { 'application/json': literal(methodBody) } }),
  }
  const common = { integrationResponses: [response] }
  if (endpoint === null) {
    const request = failure === null ? `{"statusCode": ${status}}` : '{}'
    return { ...common, type: 'MOCK', requestTemplates: { 'application/json': request } }
  }
  const requestTemplates: Record<string, string> =
    endpoint.body === body ? {} : { 'application/json': literal(endpoint.body) }
  if (endpoint.kind === 'http')
    return { ...common, type: 'HTTP', httpMethod: 'ANY', uri: endpoint.uri, requestTemplates }
  const lambda = {
    httpMethod: 'POST',
    uri: `arn:aws:apigateway:us-east-1:lambda:path${endpoint.path}`,
    ...(!endpoint.hasSourceArn && { credentials: 'arn:aws:iam::123456789012:role/invoke' }),
  }
  if (endpoint.kind === 'lambda-proxy') return { ...lambda, ...common, type: 'AWS_PROXY' }
  return { ...lambda, ...common, type: 'AWS', requestTemplates }
}

/** A template that writes a text as it is. */
function literal(text: string): string {
  return `#[[${text}]]#`
}

function answered(call: Call, { endpoint, failure }: RecordedLog): { answer: Answer; outcome: number } {
  const backendAnswer = backendAnswerOf(call, endpoint)
  call.backendAnswer = backendAnswer
  const isLate = failure?.includes('timeout') === true
  const { outcome } = isLate ? { outcome: INTEGRATION_TIMEOUT } : integrationAnswer(backendAnswer)
  const { status, headers, text } = answerMembers(backendAnswer)
  return { answer: { status, headers, body: Buffer.from(text) }, outcome }
}

function backendAnswerOf(call: Call, endpoint: RecordedEndpoint | null): BackendAnswer {
  const tools = caseTools()
  if (endpoint === null) return mockAnswer(tools, call)
  if (endpoint.kind === 'lambda-proxy') {
    call.endpoint = integrationRequest(call, JSON.stringify(proxyEvent(call)))
    return lambdaProxyAnswer(call, functionOutcome(endpoint))
  }
  const mapped = mapCallRequest(tools, call)
  if (mapped.kind === 'failure') return mapped
  const payload = payloadText(mapped.body, tools.codec)
  if (endpoint.kind === 'lambda') {
    call.endpoint = integrationRequest(call, payload)
    const result = lambdaResult(call, functionOutcome(endpoint))
    return withTraceId(mapCallResponse(tools, call, result, mapped.overrides), call)
  }
  const { protocol, host, pathname, search } = new URL(endpoint.uri)
  const sent = httpHeaders(call, mapped, payload !== '')
  const headers: HeaderList = endpoint.answerHeaders
  const body = Buffer.from(endpoint.answerBody)
  call.endpoint = httpRequest({ protocol, host, path: pathname + search }, sent, Buffer.from(payload))
  call.endpoint.answer = { status: endpoint.status, headers, body }
  const result = { selectionText: String(endpoint.status), headers, body }
  return withTraceId(mapCallResponse(tools, call, result, mapped.overrides), call)
}

function functionOutcome({ answerBody, isFunctionError }: RecordedEndpoint): HandlerAnswer {
  const value = JSON.parse(answerBody) as { readonly errorType?: string; readonly errorMessage?: string }
  if (!isFunctionError) return { kind: 'answered', result: value }
  return { kind: 'failed', error: { errorType: value.errorType ?? 'Error', errorMessage: value.errorMessage ?? '' } }
}
