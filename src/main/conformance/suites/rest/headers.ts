import type { Integration, IntegrationType } from '@shared/design/integration'
import { headerValue, headerValues, type HeaderList } from '../../../engine/mapping/header-list'
import { mapRequestParameters } from '../../../engine/mapping/map-request-parameters'
import { mappedBody } from '../../../engine/mapping/mapped-body'
import { evaluateRequestExpression } from '../../../engine/mapping/request-expression'
import { withServiceHeaders } from '../../../live/answers/answer'
import { behindEdge } from '../../../live/answers/edge-headers'
import type { BackendAnswer } from '../../../live/backends/backend-answer'
import { httpHeaders } from '../../../live/backends/http'
import { proxiedResponseHeaders } from '../../../live/backends/http-proxy'
import { proxiedHeaders } from '../../../live/backends/http-proxy-headers'
import { lambdaProxyAnswer, lambdaProxyProblem } from '../../../live/backends/lambda-proxy'
import { mapCallRequest, mapCallResponse, withTraceId } from '../../../live/backends/map-call'
import type { Call } from '../../../live/call'
import { clientRequestOf } from '../../../live/events/client-request'
import { answerMembers } from './answer-members'
import { caseTools, singleCall } from './case-call'
import { compareMembers, played, type CaseEntry, type CaseKind } from './case-kind'

interface HeadersInput {
  readonly integrationType: IntegrationType
  readonly endpointType?: 'EDGE' | 'REGIONAL'
  readonly clientHeaders?: Readonly<Record<string, string>>
  readonly requestParameters?: Readonly<Record<string, string>>
  readonly responseParameters?: Readonly<Record<string, string>>
}

type Texts = Readonly<Record<string, string>>

/**
 * Which headers a backend, a client and a template get to see. What the transport writes (Date, Host, Content-Length) counts as there.
 * For HTTP_PROXY the backend's own headers are taken from the expectation.
 */
export const HEADERS_KIND: CaseKind = {
  name: 'headers',
  play: (entry) => played(entry.id, () => compareMembers(entry, seen(entry))),
}

function seen(entry: CaseEntry): Readonly<Record<string, unknown>> {
  const input = entry as unknown as HeadersInput
  const { integrationType: type, clientHeaders = {}, requestParameters = {}, responseParameters = {} } = input
  const integration: Integration = {
    type,
    httpMethod: 'POST',
    uri: 'http://backend.example.com/',
    requestParameters,
    integrationResponses: [{ statusCode: '200', responseParameters }],
  }
  const call = singleCall('/', 'POST', integration, { headers: clientHeaders })
  const expect = (entry.expect ?? {}) as Readonly<Record<string, Texts | undefined>>
  const { answer, backendHeaders } = exchanged(call, expect.responseHeaders ?? {})
  const members = answerMembers(answer)
  const headers = withServiceHeaders({ ...members, body: Buffer.alloc(0) }, call.message.ids).headers
  const shown = [...headers.filter(([name]) => name.toLowerCase() !== 'date'), ['Date', 'now'] as const]
  return {
    ...members,
    responseHeaders:
      answer.kind === 'failure'
        ? spelledAs(expect.responseHeaders, only(expect.responseHeaders, shown))
        : spelledAs(expect.responseHeaders, shown),
    backendHeaders: spelledAs(expect.backendHeaders, transported(expect.backendHeaders, backendHeaders)),
    responseHeaderNames: namesOnTheWire(input, call, { ...members, headers }),
    absentHeaders: absentNames(entry.expect?.absentHeaders, headers),
    methodRequestValues: valuesOf(expect.methodRequestValues, clientRequestOf(call).headers),
  }
}

interface Exchange {
  readonly answer: BackendAnswer
  readonly backendHeaders: HeaderList
}

function exchanged(call: Call, expectedResponse: Texts): Exchange {
  const { type } = call.route.compiled.method.integration!
  if (type === 'AWS_PROXY') {
    const answer = lambdaProxyProblem(call) ?? lambdaProxyAnswer(call, { kind: 'answered', result: {} })
    return { answer, backendHeaders: [] }
  }
  return type === 'HTTP_PROXY' ? exchangedByProxy(call, expectedResponse) : exchangedByMapping(call)
}

function exchangedByMapping(call: Call): Exchange {
  const tools = caseTools()
  const mapped = mapCallRequest(tools, call)
  if (mapped.kind === 'failure') return { answer: mapped, backendHeaders: [] }
  const result = { selectionText: '200', headers: [], body: Buffer.alloc(0) }
  const answer = withTraceId(mapCallResponse(tools, call, result, mapped.overrides), call)
  return { answer, backendHeaders: httpHeaders(call, mapped, false) }
}

function exchangedByProxy(call: Call, expectedResponse: Texts): Exchange {
  const request = clientRequestOf(call)
  const integration = call.route.compiled.method.integration!
  const parts = mapRequestParameters(integration, (expression) =>
    evaluateRequestExpression(expression, request, mappedBody('')),
  )
  if (parts.kind === 'failure') return { answer: parts, backendHeaders: [] }
  const answered = Object.entries(expectedResponse)
    .filter(([name]) => !/^(x-amzn-requestid|x-amz-apigw-id|date|x-amzn-remapped-x-amzn-requestid)$/i.test(name))
    .map(([name, value]): [string, string] => [name.replace(/^x-amzn-remapped-/i, ''), value])
  const headers = proxiedResponseHeaders(answered)
  const answer = { kind: 'response' as const, status: 200, headers, body: Buffer.alloc(0) }
  return { answer, backendHeaders: proxiedHeaders(call, parts.headers) }
}

/** With the names as the expectation spells them; others stay as they are and are found to be too many. */
function spelledAs(expected: Texts | undefined, headers: HeaderList): Texts {
  const names = new Map(Object.keys(expected ?? {}).map((name) => [name.toLowerCase(), name]))
  return Object.fromEntries(headers.map(([name, value]) => [names.get(name.toLowerCase()) ?? name, value]))
}

/** What Node adds when a request is sent, of the expected. */
function transported(expected: Texts | undefined, headers: HeaderList): HeaderList {
  const added = Object.entries(expected ?? {}).filter(([name]) => {
    return /^(host|content-length)$/i.test(name) && headerValue(headers, name) === undefined
  })
  return [...headers, ...added]
}

function only(expected: Texts | undefined, headers: HeaderList): HeaderList {
  return headers.filter(([name]) =>
    Object.keys(expected ?? {}).some((other) => other.toLowerCase() === name.toLowerCase()),
  )
}

/** In lower case and in order, with what the transport and the distribution of an edge-optimized API add. */
function namesOnTheWire(
  { endpointType }: HeadersInput,
  { message, route }: Call,
  { status, headers }: { readonly status: number; readonly headers: HeaderList },
): string[] {
  const answer = { status, headers, body: Buffer.alloc(0) }
  const edge = { apiId: route.stage.view.apiId, extendedRequestId: message.ids.extendedRequestId }
  const sent = endpointType === 'EDGE' ? behindEdge(answer, edge) : answer
  const names = [...TRANSPORTED, ...sent.headers.map(([name]) => name.toLowerCase())]
  return [...new Set(names)].sort()
}

const TRANSPORTED = ['connection', 'content-length', 'date']

function absentNames(names: unknown, headers: HeaderList): string[] {
  return Array.isArray(names) ? names.map(String).filter((name) => headerValue(headers, name) === undefined) : []
}

/** What `$input.params(name)` gives, in the client's spelling. */
function valuesOf(expected: Texts | undefined, headers: HeaderList): Texts {
  return Object.fromEntries(Object.keys(expected ?? {}).map((name) => [name, headerValues(headers, name).at(-1) ?? '']))
}
