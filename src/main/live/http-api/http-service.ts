import { LOCAL_SERVICES } from '@shared/contract/services'
import { firstClassRequest } from '../../engine/http-api/first-class-service'
import { mappingText } from '../../engine/http-api/mapping-value'
import type { MappingSource } from '../../engine/http-api/mapping-source'
import { fillStageVariables } from '../../engine/mapping/fill-stage-variables'
import type { ServiceRequest } from '../../engine/mapping/service-request'
import type { HeaderList } from '../../engine/mapping/header-list'
import { originTarget, queryText, requestPath, type HttpTarget } from '../backends/http-target'
import { untilAborted } from '../backends/play-fault'
import { BUFFER_CODEC } from '../buffer-codec'
import { splitUrl } from '../request/split-url'
import type { ServedDesignPorts } from '../served-core'
import type { ServiceAnswer, ServiceContext } from '../services/local-service'
import { actionOf } from '../services/protocols/json-protocol'
import { formParameters } from '../services/protocols/form'
import { randomUuid } from '../services/random'
import { faultException } from '../services/service-fault'
import { signedHeaders, signingUser } from '../services/sign-for-service'
import { backendFailure, type HttpBackendResult, type HttpCall } from './http-call'
import { nameOfHttpRoute, type HttpBackend } from './http-live-route'
import { invokeHttpFunction } from './invoke-http-function'
import { sendToOrigin } from './send-to-origin'

type ServicePorts = Pick<ServedDesignPorts, 'clock' | 'log' | 'ownPorts' | 'pool' | 'services'>

/**
 * AWS_PROXY with an `integrationSubtype`: a stand-in on this computer answers, or an endpoint of the person's own, and what it says goes
 * to the client with its status. Source: http-api.md 8.6.
 */
export async function callHttpService(
  ports: ServicePorts,
  call: HttpCall,
  backend: HttpBackend,
  source: MappingSource,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<HttpBackendResult> {
  const { integration, serviceParameters } = backend
  const { integrationSubtype = '', fault } = integration
  const name = nameOfHttpRoute(call.route)
  const found = serviceParameters.flatMap(([parameter, value]): [string, string][] => {
    const text = mappingText(value, source)
    return text === undefined ? [] : [[parameter, text]]
  })
  const request = firstClassRequest(integrationSubtype, new Map(found), call.facts.region, BUFFER_CODEC.bytesOf)
  if (typeof request === 'string') return backendFailure(500, `${name}: ${request}`)
  if (fault === 'timeout') await untilAborted(signal)
  if (fault === 'timeout') return backendFailure(503, `${name}: plays the fault "timeout"`)
  const role = fillStageVariables(integration.credentialsArn ?? '', call.facts.stageVariables)
  if (integration.backend !== undefined && fault === undefined) {
    return askEndpoint(ports, call, request, integration.backend, role, signal)
  }
  const service = LOCAL_SERVICES.find((one) => one === request.service)
  if (service === undefined)
    return backendFailure(500, `${name}: the service "${request.service}" has no stand-in here`)
  const context = contextOf(ports, call, timeoutMs, signal)
  const standIn = ports.services.byName[service]
  const answer =
    fault === undefined
      ? await standIn.answer(request, context)
      : standIn.refuse(request, context, faultException(service, fault, role === '' ? 'the API' : role))
  return answered(ports, call, request, context, answer)
}

function answered(
  { services }: ServicePorts,
  call: HttpCall,
  request: ServiceRequest,
  { at }: ServiceContext,
  answer: ServiceAnswer,
): HttpBackendResult {
  const { service } = request
  const { action, errorCode, hint, recorded, resource, summary, status, headers, body } = answer
  const said = errorCode === undefined ? hint : summary
  services.records.add({
    service,
    resource,
    action,
    at,
    requestId: call.facts.requestId,
    summary,
    body: recorded ?? bodyText(request),
  })
  return {
    kind: 'response',
    answer: { status, headers, body },
    ...(said !== undefined && { problem: `${nameOfHttpRoute(call.route)}: ${service}: ${said}` }),
  }
}

/** The request, signed when the design has local IAM users; their keys are made up, so nothing of worth leaves this computer. */
async function askEndpoint(
  { clock, ownPorts, services }: ServicePorts,
  call: HttpCall,
  request: ServiceRequest,
  origin: string,
  role: string,
  signal: AbortSignal,
): Promise<HttpBackendResult> {
  const at = clock.wall()
  const path = requestPath(request.path, [queryText(request.query)])
  const headers = outgoingHeaders(call, request, originTarget(origin, path), role, at)
  const { method, service, body } = request
  const reply = await sendToOrigin({ origin, path, method, headers, body }, ownPorts(), signal)
  services.records.add({
    service,
    resource: '',
    action: actionOf(request) ?? formParameters(request).get('Action') ?? '',
    at,
    requestId: call.facts.requestId,
    summary: reply.kind === 'reply' ? `${reply.status} from ${origin}` : `no answer from ${origin}`,
    body: bodyText(request),
  })
  if (reply.kind === 'reply') {
    return { kind: 'response', answer: { status: reply.status, headers: reply.headers, body: reply.body } }
  }
  const problem = `${nameOfHttpRoute(call.route)}: ${reply.problem}`
  return backendFailure(reply.kind === 'unreachable' ? 503 : 500, problem)
}

function outgoingHeaders(
  { route }: HttpCall,
  { method, headers, region, service, body }: ServiceRequest,
  target: HttpTarget | string,
  role: string,
  at: number,
): HeaderList {
  const user = signingUser(route.stage.design.identity?.iamUsers ?? [], role === '' ? undefined : role)
  if (user === null || typeof target === 'string') return headers
  const { pathname, rawQuery } = splitUrl(target.path)
  const withHost: HeaderList = [['Host', target.host], ...headers]
  const request = { method, path: pathname, rawQuery, headers: withHost, body }
  return signedHeaders(user, request, { region, service, at })
}

function contextOf(ports: ServicePorts, call: HttpCall, timeoutMs: number, signal: AbortSignal): ServiceContext {
  const { design } = call.route.stage
  const { random } = ports.services
  const run = (name: string, event: unknown, runSignal: AbortSignal) => {
    const uri = `arn:aws:lambda:${design.region}:${design.accountId}:function:${name}`
    return invokeHttpFunction(ports.pool, call, { uri, handler: undefined, callerLimit: timeoutMs }, event, runSignal)
  }
  const runLater = async (name: string, event: unknown) => {
    const result = await run(name, event, new AbortController().signal)
    const whose = `${nameOfHttpRoute(call.route)}: function ${name}, which plays a state machine`
    if (result.kind === 'refused') ports.log(result.problem)
    if (result.kind === 'failed') {
      ports.log(`${whose}, failed: ${result.error.errorType}: ${result.error.errorMessage}`)
    }
    return result
  }
  return {
    accountId: design.accountId,
    requestId: randomUuid(random),
    at: ports.clock.wall(),
    random,
    hasFunction: (name) => Object.hasOwn(design.functions, name) && design.functions[name]!.handler !== undefined,
    runFunction: (name, event, when) => (when === 'now' ? run(name, event, signal) : runLater(name, event)),
  }
}

/** What is shown of a request: its body, or its query string without one. */
function bodyText({ body, query }: ServiceRequest): string {
  return body.length === 0 ? queryText(query) : BUFFER_CODEC.textOf(body)
}
