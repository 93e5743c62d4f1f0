import type { Integration } from '@shared/design/integration'
import { mapRequestParameters } from '../../../engine/mapping/map-request-parameters'
import { mappedBody } from '../../../engine/mapping/mapped-body'
import { groupQuery, parseQuery, type QueryList } from '../../../engine/mapping/query-string'
import { evaluateRequestExpression } from '../../../engine/mapping/request-expression'
import { configurationError } from '../../../live/backends/backend-answer'
import { httpHeaders } from '../../../live/backends/http'
import { proxyTarget } from '../../../live/backends/http-proxy'
import { proxiedHeaders } from '../../../live/backends/http-proxy-headers'
import { httpTarget, queryText } from '../../../live/backends/http-target'
import { mapCallRequest } from '../../../live/backends/map-call'
import type { Call } from '../../../live/call'
import { clientRequestOf } from '../../../live/events/client-request'
import { proxyEvent } from '../../../live/events/proxy-event'
import { answerMembers, expectedHeaders } from './answer-members'
import { caseTools, singleCall, type CaseRequest } from './case-call'
import { compareMembers, played, type CaseEntry, type CaseKind } from './case-kind'

interface MappingInput {
  readonly integrationType: Integration['type']
  readonly resource?: string
  /** "{backend}" stands for the backend's origin. */
  readonly uri?: string
  readonly requestParameters?: Readonly<Record<string, string>>
  readonly stageVariables?: Readonly<Record<string, string>>
  readonly request?: CaseRequest
}

const BACKEND = 'http://backend.example.com'
/** Of a case that gives none, as the file's notes say. */
const DEFAULT_URI = '{backend}?testVar={pathVar}&testQs={qsVar}'

/** What a backend or a function gets by way of `requestParameters`. */
export const MAPPING_KIND: CaseKind = {
  name: 'mapping',
  play: (entry) => played(entry.id, () => compareMembers(entry, mapped(entry))),
}

function mapped(entry: CaseEntry): Readonly<Record<string, unknown>> {
  const {
    integrationType: type,
    resource = '/',
    requestParameters = {},
    stageVariables,
    request = {},
  } = entry as unknown as MappingInput
  const uri = ((entry.uri as string | undefined) ?? DEFAULT_URI).replaceAll('{backend}', BACKEND)
  const integration = { type, uri, httpMethod: 'POST', requestParameters }
  const call = singleCall(
    resource,
    request.method ?? 'POST',
    integration,
    request,
    stageVariables && { stageVariables },
  )
  if (type === 'AWS_PROXY') return { event: eventMembers(call, entry.expect?.event) }
  return type === 'HTTP_PROXY' ? proxied(call, entry) : requested(call, entry)
}

function eventMembers(call: Call, expected: unknown): Readonly<Record<string, unknown>> {
  const event: Readonly<Record<string, unknown>> = proxyEvent(call)
  const wanted = expected as Readonly<Record<string, unknown>>
  const members = Object.keys(wanted).map((name) => [name, event[name]] as const)
  const headers = Object.entries((event.headers ?? {}) as Readonly<Record<string, string>>)
  return {
    ...Object.fromEntries(members),
    ...('headers' in wanted && { headers: expectedHeaders(wanted.headers, headers) }),
  }
}

function proxied(call: Call, entry: CaseEntry): Readonly<Record<string, unknown>> {
  const request = clientRequestOf(call)
  const body = mappedBody(request.body.toString())
  const { integration } = call.route.compiled.method
  const parts = mapRequestParameters(integration!, (expression) => evaluateRequestExpression(expression, request, body))
  if (parts.kind === 'failure') return answerMembers(parts)
  const backendHeaders = expectedHeaders(entry.expect?.backendHeaders, proxiedHeaders(call, parts.headers))
  return sent(proxyTarget(call, parts), backendHeaders)
}

function requested(call: Call, entry: CaseEntry): Readonly<Record<string, unknown>> {
  const request = mapCallRequest(caseTools(), call)
  if (request.kind === 'failure') return answerMembers(request)
  const headers = httpHeaders(call, request, call.message.body.length > 0)
  const target = httpTarget(call, request.path, [queryText(request.query)])
  return sent(target, expectedHeaders(entry.expect?.backendHeaders, headers))
}

function sent(target: ReturnType<typeof httpTarget>, backendHeaders: object): Readonly<Record<string, unknown>> {
  if (typeof target === 'string') return answerMembers(configurationError(target))
  const [backendPath = '', query = ''] = target.path.split('?')
  return { status: 200, backendPath, backendQuery: valuesOf(parseQuery(query)), backendHeaders }
}

function valuesOf(query: QueryList): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(groupQuery(query))
}
