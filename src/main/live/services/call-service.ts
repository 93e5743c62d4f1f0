import { LOCAL_SERVICES } from '@shared/contract/services'
import { fillStageVariables } from '../../engine/mapping/fill-stage-variables'
import { headerValue, type HeaderList } from '../../engine/mapping/header-list'
import type { MappedRequest } from '../../engine/mapping/map-integration-request'
import type { IntegrationResult } from '../../engine/mapping/map-method-response'
import { payloadBytes } from '../../engine/mapping/payload'
import { serviceRequest, type ServiceRequest } from '../../engine/mapping/service-request'
import { parseServiceUri } from '../../engine/mapping/service-uri'
import { configurationError, type BackendAnswer, type BackendFailure } from '../backends/backend-answer'
import type { BackendPorts } from '../backends/call-backend'
import { backendVerb } from '../backends/exchange-http'
import { invokeFunction } from '../backends/invoke-function'
import { mapCallRequest, mapCallResponse, withTraceId } from '../backends/map-call'
import { untilAborted } from '../backends/play-fault'
import { queryText } from '../backends/http-target'
import type { Call } from '../call'
import { serviceExchange } from '../execution-log/service-exchange'
import type { InvocationResult } from '../functions/handler-pool'
import { nameOfRoute } from '../live-route'
import { actionOf } from './protocols/json-protocol'
import type { ServiceAnswer, ServiceContext } from './local-service'
import { randomUuid } from './random'
import { exchangeWithEndpoint } from './service-endpoint'
import { faultException } from './service-fault'

/** What a service gave back, and what should be said about it. */
export interface ServiceResult extends IntegrationResult {
  readonly problem?: string
}

/** Refusals that an API counts on: nothing is wrong. */
const EXPECTED: ReadonlySet<string> = new Set([
  'ConditionalCheckFailedException',
  'ExecutionAlreadyExists',
  'NoSuchKey',
  'PreconditionFailed',
])

/**
 * AWS with a service other than Lambda: the request is mapped as for HTTP, a stand-in on this computer or an endpoint of the person's
 * own answers it, and the answer goes through the integration responses, chosen by its status.
 * Source: rest-api.md 9.5, 9.7 and 9.9.
 */
export async function callService(
  ports: BackendPorts,
  call: Call,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<BackendAnswer> {
  const mapped = mapCallRequest(ports.mapping, call)
  if (mapped.kind === 'failure') return mapped
  const result = await askService(ports, call, mapped, timeoutMs, signal)
  if ('kind' in result) return result
  const answer = withTraceId(mapCallResponse(ports.mapping, call, result, mapped.overrides), call)
  return answer.kind === 'response' && result.problem !== undefined ? { ...answer, problem: result.problem } : answer
}

/** What the service behind an integration gives back for a request that is mapped already. */
export async function askService(
  ports: BackendPorts,
  call: Call,
  mapped: MappedRequest,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<ServiceResult | BackendFailure> {
  const request = requestOf(ports, call, mapped)
  if (typeof request === 'string') return problem(call, request)
  return resultOf(ports, call, request, timeoutMs, signal)
}

function requestOf({ mapping }: BackendPorts, call: Call, mapped: MappedRequest): ServiceRequest | string {
  const written = call.route.compiled.method.integration!.uri ?? ''
  if (written === '') return 'the integration has no uri; give it the ARN of its target'
  const uri = parseServiceUri(filled(call, written))
  if (typeof uri === 'string') return uri
  const { method } = backendVerb(call)
  const body = payloadBytes(mapped.body, mapping.codec)
  const headers = serviceHeaders(call, mapped, body.length > 0)
  return serviceRequest(uri, { method, path: mapped.path, query: mapped.query, headers, body })
}

/** What a service gets of the mapped headers and the gateway's own. Source: rest-api.md 9.5, recorded. */
export function serviceHeaders(call: Call, { headers }: Pick<MappedRequest, 'headers'>, hasBody: boolean): HeaderList {
  const contentType = headerValue(call.message.headers, 'Content-Type') ?? 'application/json'
  const defaults: HeaderList = [
    ['Accept', 'application/json'],
    ['User-Agent', `AmazonAPIGateway_${call.route.stage.view.apiId}`],
    ...(hasBody ? [['Content-Type', contentType] as const] : []),
  ]
  const mapped = new Set(headers.map(([name]) => name.toLowerCase()))
  const trace = ['X-Amzn-Trace-Id', call.message.ids.traceId] as const
  return [...defaults.filter(([name]) => !mapped.has(name.toLowerCase())), ...headers, trace]
}

async function resultOf(
  ports: BackendPorts,
  call: Call,
  request: ServiceRequest,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<ServiceResult | BackendFailure> {
  const { fault, backend, credentials } = call.route.compiled.method.integration!
  const { byName, records } = ports.services
  const name = LOCAL_SERVICES.find((one) => one === request.service)
  const role = filled(call, credentials ?? '')
  const context = contextOf(ports, call, timeoutMs, signal)
  if (fault === 'timeout') await untilAborted(signal)
  if (fault === 'timeout') return problem(call, 'plays the fault "timeout"')
  if (backend !== undefined && fault === undefined) {
    return resultOfEndpoint(ports, call, request, role, context.at, signal)
  }
  if (name === undefined) return problem(call, noStandIn(request.service))
  const answer =
    fault === undefined
      ? await byName[name].answer(request, context)
      : byName[name].refuse(request, context, faultException(name, fault, role || 'the API'))
  const { resource, action, summary, recorded } = answer
  const body = recorded ?? bodyText(request)
  const { requestId } = call.message.ids
  records.add({ service: request.service, resource, action, at: context.at, requestId, summary, body })
  const { status, headers } = answer
  call.endpoint = serviceExchange(request, requestId, { status, headers, body: answer.body })
  const said = whatToSay(answer)
  return {
    selectionText: String(status),
    headers,
    body: answer.body,
    ...(said !== undefined && { problem: `${nameOfRoute(call.route)}: ${request.service}: ${said}` }),
  }
}

function whatToSay({ hint, errorCode, summary }: ServiceAnswer): string | undefined {
  if (errorCode === undefined || EXPECTED.has(errorCode)) return hint
  return hint === undefined || summary.includes(hint) ? summary : `${summary}: ${hint}`
}

async function resultOfEndpoint(
  { services, ownPorts }: BackendPorts,
  call: Call,
  request: ServiceRequest,
  role: string,
  at: number,
  signal: AbortSignal,
): Promise<ServiceResult | BackendFailure> {
  const reply = await exchangeWithEndpoint(call, request, role === '' ? undefined : role, at, ownPorts(), signal)
  const { backend } = call.route.compiled.method.integration!
  const action = actionOf(request) ?? request.query.find(([name]) => name === 'Action')?.[1] ?? ''
  services.records.add({
    service: request.service,
    resource: request.path === '/' ? '' : request.path.slice(1),
    action,
    at,
    requestId: call.message.ids.requestId,
    summary: 'kind' in reply ? `no answer from ${backend}` : `${reply.status} from ${backend}`,
    body: bodyText(request),
  })
  if ('kind' in reply) return reply
  return { selectionText: String(reply.status), headers: reply.headers, body: reply.body }
}

function contextOf(ports: BackendPorts, call: Call, timeoutMs: number, signal: AbortSignal): ServiceContext {
  const { design } = call.route.stage
  const { random } = ports.services
  const isBound = (name: string): boolean =>
    Object.hasOwn(design.functions, name) && design.functions[name]!.handler !== undefined
  const run = (name: string, event: unknown, runSignal: AbortSignal): Promise<InvocationResult> => {
    const uri = `arn:aws:lambda:${design.region}:${design.accountId}:function:${name}`
    return invokeFunction(ports.pool, call, { uri, handler: undefined, callerLimit: timeoutMs }, event, runSignal)
  }
  const runLater = async (name: string, event: unknown): Promise<InvocationResult> => {
    const result = await run(name, event, new AbortController().signal)
    if (result.kind === 'refused') ports.log(result.problem)
    if (result.kind === 'failed') {
      const { errorType, errorMessage } = result.error
      ports.log(
        `${nameOfRoute(call.route)}: function ${name}, which plays a state machine, failed: ${errorType}: ${errorMessage}`,
      )
    }
    return result
  }
  return {
    accountId: design.accountId,
    requestId: randomUuid(random),
    at: ports.clock.wall(),
    random,
    hasFunction: isBound,
    runFunction: (name, event, when) => (when === 'now' ? run(name, event, signal) : runLater(name, event)),
  }
}

function filled({ route }: Call, text: string): string {
  return fillStageVariables(text, route.stage.variables)
}

/** What is shown of a request: its body, or its query string without one. */
function bodyText({ body, query }: ServiceRequest): string {
  return body.length === 0 ? queryText(query) : Buffer.from(body).toString('utf8')
}

function noStandIn(service: string): string {
  return (
    `the service "${service}" has no stand-in here, as ${LOCAL_SERVICES.join(', ')} have; ` +
    'set the backend of the integration to an endpoint of your own, as in "http://127.0.0.1:4566"'
  )
}

function problem(call: Call, what: string): BackendFailure {
  return configurationError(`${nameOfRoute(call.route)}: ${what}`)
}
