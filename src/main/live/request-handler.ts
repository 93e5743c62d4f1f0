import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TracedRequest } from '@shared/contract/gateway'
import type { GatewayResponseType } from '@shared/design/gateway-response'
import { LIMITS } from '@shared/limits'
import type { GatewayResponseContext } from '../engine/mapping/gateway-response-context'
import { withServiceHeaders, type Answer } from './answers/answer'
import { gatewayAnswer, plainAnswer } from './answers/gateway-answer'
import { missingTokenDetails } from './answers/missing-token'
import { writeAnswer } from './answers/write-answer'
import type { Clock } from './clock'
import { stageContext } from './events/gateway-context'
import { nameOfRoute, type LiveRoute } from './live-route'
import type { RoutedStage } from './live-routes'
import { defaultDomainName } from './request/execute-api'
import { headerBytes, headerListOf, headerValue, headerValues, type HeaderList } from './request/header-list'
import { checkHost, type HostNames } from './request/host-names'
import { locateByDomain, locateByPath, type Location } from './request/locate-stage'
import type { Message } from './request/message'
import { parseQuery } from './request/query-string'
import { discardRest, readBody } from './request/read-body'
import { requestIds, type RequestIds } from './request/request-ids'
import type { ServedDesign, ServedRequest } from './served-design'

/** What a handler of requests asks whoever runs the server. */
export interface RequestHandlerPorts {
  readonly clock: Clock
  /** What is served now. */
  readonly served: () => ServedDesign
  readonly hostNames: () => HostNames
  readonly onRequest: (request: TracedRequest) => void
  readonly log: (line: string) => void
}

/** A request before it is known whether anything answers it. */
interface Arrival {
  readonly ids: RequestIds
  readonly startedAt: number
  readonly receivedAt: number
  readonly verb: string
  readonly url: string
  readonly headers: HeaderList
}

/** An answer, and what a watcher is told of it; null where no stage was reached. */
interface Outcome {
  readonly answer: Answer
  readonly stage?: RoutedStage
  readonly route?: LiveRoute
  readonly path?: string
  readonly served?: ServedRequest
}

/** Answers HTTP requests with what is served. A bug in here is answered with 500 and logged; it never ends the server. */
export function createRequestHandler(
  ports: RequestHandlerPorts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const headers = headerListOf(request.rawHeaders)
    const receivedAt = ports.clock.wall()
    const arrival: Arrival = {
      ids: requestIds(headers, receivedAt),
      startedAt: ports.clock.now(),
      receivedAt,
      verb: request.method ?? '',
      url: request.url ?? '',
      headers,
    }
    const outcome = await answerRequest(ports, request, arrival).catch((error: unknown) => bug(ports, error))
    if (outcome === null) return
    const answer = withServiceHeaders(outcome.answer, arrival.ids)
    writeAnswer(response, answer)
    discardRest(request)
    if (outcome.stage !== undefined) ports.onRequest(tracedRequest(ports, arrival, outcome))
  }
}

async function answerRequest(
  ports: RequestHandlerPorts,
  request: IncomingMessage,
  arrival: Arrival,
): Promise<Outcome | null> {
  const host = checkHost(headerValues(arrival.headers, 'Host'), ports.hostNames())
  if (!host.isAllowed) return refused(FORBIDDEN)
  if (!arrival.url.startsWith('/')) return refused(plainAnswer(400, 'Bad Request', 'BadRequestException'))
  const mark = arrival.url.indexOf('?')
  const pathname = mark === -1 ? arrival.url : arrival.url.slice(0, mark)
  const served = ports.served()
  const location = locate(served, host.domain, pathname)
  const stage = location && served.stages.find(({ stage: { view } }) => isAt(view, location))
  if (!location || !stage || isEndpointOff(stage, host.domain)) return refused(FORBIDDEN)
  return answerAtStage(ports, request, arrival, {
    served,
    stage,
    location,
    rawQuery: mark === -1 ? '' : arrival.url.slice(mark + 1),
    domainName: host.domain ?? defaultDomainName(stage.stage),
  })
}

interface Place {
  readonly served: ServedDesign
  readonly stage: RoutedStage
  readonly location: Location
  readonly rawQuery: string
  readonly domainName: string
}

async function answerAtStage(
  ports: RequestHandlerPorts,
  request: IncomingMessage,
  arrival: Arrival,
  place: Place,
): Promise<Outcome | null> {
  const { stage, location } = place
  const path = location.path
  const tooLarge = headLimit(arrival, stage)
  if (tooLarge !== null) return { answer: tooLarge, stage, path }
  const reading = await readBody(request)
  if (reading.kind === 'broken-off') return null
  const body = reading.kind === 'read' ? reading.body : Buffer.alloc(0)
  const message = messageOf(arrival, place, body, request.socket.remoteAddress ?? '127.0.0.1')
  if (reading.kind === 'too-large') {
    return { answer: gatewayRefusal(stage, message, 'REQUEST_TOO_LARGE'), stage, path }
  }
  const match = stage.router.match(message.verb, path)
  if (match === null) {
    const details = missingToken(message.headers)
    return { answer: gatewayRefusal(stage, message, 'MISSING_AUTHENTICATION_TOKEN', details), stage, path }
  }
  const route = match.value
  if (route.unsupported !== null) {
    ports.log(`${nameOfRoute(route)} answers 500: ${route.unsupported}.`)
    return { answer: gatewayRefusal(stage, message, 'API_CONFIGURATION_ERROR'), stage, route, path }
  }
  const result = await place.served.serve(message, route, match.pathParameters)
  return { answer: result.answer, stage, route, path, served: result }
}

function locate(served: ServedDesign, domain: string | null, pathname: string): Location | null {
  if (domain === null) return locateByPath(pathname)
  const found = served.design.domainNames.find(({ domainName }) => domainName === domain)
  return found === undefined ? null : locateByDomain(found, pathname)
}

function isAt(view: { apiId: string; stage: string }, { apiId, stage }: Location): boolean {
  return view.apiId === apiId && view.stage === stage
}

function isEndpointOff({ stage }: RoutedStage, domain: string | null): boolean {
  return domain === null && stage.view.api.disableExecuteApiEndpoint === true
}

/** Source: rest-api.md 2.1, observed. */
const FORBIDDEN = plainAnswer(403, 'Forbidden', 'ForbiddenException')

function refused(answer: Answer): Outcome {
  return { answer }
}

/** Source: rest-api.md 15; the body of a 431 is unknown. */
function headLimit({ url, headers }: Arrival, { stage }: RoutedStage): Answer | null {
  const isRegional = stage.view.api.endpointConfiguration.types.includes('REGIONAL')
  if (url.length > (isRegional ? LIMITS.url : LIMITS.urlEdge).value) {
    return plainAnswer(414, 'Request URI too long', 'RequestUriTooLongException')
  }
  if (headerBytes(headers) <= LIMITS.headers.value) return null
  return plainAnswer(431, 'Request Header Fields Too Large', 'RequestHeaderFieldsTooLargeException')
}

function messageOf(arrival: Arrival, place: Place, body: Buffer, sourceIp: string): Message {
  const { ids, receivedAt, verb, headers } = arrival
  const { path, eventPath, stagePath } = place.location
  return {
    ids,
    receivedAt,
    verb,
    path,
    eventPath,
    stagePath,
    rawQuery: place.rawQuery,
    query: parseQuery(place.rawQuery),
    headers,
    body,
    sourceIp: sourceIp.replace(/^::ffff:/, ''),
    domainName: place.domainName,
  }
}

function missingToken(headers: HeaderList) {
  const hasDate = headerValue(headers, 'X-Amz-Date') !== undefined || headerValue(headers, 'Date') !== undefined
  return missingTokenDetails(headerValue(headers, 'Authorization'), hasDate)
}

function gatewayRefusal(
  { stage }: RoutedStage,
  message: Message,
  type: GatewayResponseType,
  details: Partial<GatewayResponseContext> = {},
): Answer {
  return gatewayAnswer(stage.view.definition, type, { ...stageContext(stage, message), ...details })
}

function bug({ log }: RequestHandlerPorts, error: unknown): Outcome {
  log(`A request met a bug in Gatewright and is answered 500. ${error instanceof Error ? error.stack : String(error)}`)
  return refused(plainAnswer(500, 'Internal server error', 'InternalServerErrorException'))
}

function tracedRequest({ clock }: RequestHandlerPorts, arrival: Arrival, outcome: Outcome): TracedRequest {
  const { view } = outcome.stage!.stage
  return {
    requestId: arrival.ids.requestId,
    receivedAt: arrival.receivedAt,
    method: arrival.verb,
    path: outcome.path ?? '',
    routeKey: outcome.route?.compiled.routeKey ?? '',
    apiName: view.api.name,
    stage: view.stage,
    status: outcome.answer.status,
    durationMs: clock.now() - arrival.startedAt,
    integrationMs: outcome.served?.integrationMs ?? null,
    apiKeyName: outcome.served?.apiKeyName ?? null,
    trace: outcome.served?.trace ?? [],
  }
}
