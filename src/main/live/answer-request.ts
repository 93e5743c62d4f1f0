import type { IncomingMessage } from 'node:http'
import type { GatewayResponseType } from '@shared/design/gateway-response'
import { LIMITS } from '@shared/limits'
import type { Trace } from '@shared/trace'
import type { GatewayResponseContext } from '../engine/mapping/gateway-response-context'
import { headerBytes, headerValue, headerValues, type HeaderList } from '../engine/mapping/header-list'
import { parseQuery } from '../engine/mapping/query-string'
import type { Answer } from './answers/answer'
import { gatewayAnswer, plainAnswer } from './answers/gateway-answer'
import { missingTokenDetails } from './answers/missing-token'
import { chooseStage } from './choose-stage'
import { stageContext } from './events/gateway-context'
import { nameOfRoute, type LiveRoute } from './live-route'
import type { RoutedStage } from './live-routes'
import { callerOf } from './request/caller-of'
import { defaultDomainName, methodArn } from './request/execute-api'
import { checkHost, type HostNames } from './request/host-names'
import { locateByDomain, locateByPath, type Location } from './request/locate-stage'
import type { Message, SentMessage } from './request/message'
import { readBody } from './request/read-body'
import type { RequestIds } from './request/request-ids'
import { unpackBody, type UnpackedBody } from './request/unpack-body'
import type { ServedDesign, ServedRequest } from './served-design'
import type { CallerTicket } from './try/caller-tickets'
import { testInvokeHeaders } from './try/test-invoke-headers'

/** What answering asks whoever runs the server. */
export interface AnswerPorts {
  /** What is served now. */
  readonly served: () => ServedDesign
  /** What test invokes run on. */
  readonly servedToTests: () => ServedDesign
  readonly hostNames: () => HostNames
  /** From 0 up to but not including 1: which requests go to a canary. */
  readonly random: () => number
  readonly log: (line: string) => void
}

/** A request before it is known whether anything answers it. */
export interface Arrival {
  readonly ids: RequestIds
  readonly startedAt: number
  readonly receivedAt: number
  readonly verb: string
  readonly url: string
  readonly headers: HeaderList
  /** Of a request that this program sent to itself. */
  readonly ticket: CallerTicket | null
}

/** An answer, and what a watcher is told of it: nothing where no stage was reached. */
export interface Reply {
  readonly answer: Answer
  readonly stage?: RoutedStage
  readonly route?: LiveRoute
  readonly path?: string
  readonly served?: ServedRequest
  /** Of a request that ended before it was served. */
  readonly trace?: Trace
}

/** Find who answers a request, and let them. Null when the client has gone. Source: rest-api.md 2.1, steps 1 to 5. */
export async function answerRequest(
  ports: AnswerPorts,
  request: IncomingMessage,
  arrival: Arrival,
): Promise<Reply | null> {
  const host = checkHost(headerValues(arrival.headers, 'Host'), ports.hostNames())
  if (!host.isAllowed) return refused(FORBIDDEN)
  if (!arrival.url.startsWith('/')) return refused(plainAnswer(400, 'Bad Request', 'BadRequestException'))
  const mark = arrival.url.indexOf('?')
  const pathname = mark === -1 ? arrival.url : arrival.url.slice(0, mark)
  const served = arrival.ticket?.isTestInvoke ? ports.servedToTests() : ports.served()
  const location = locate(served, host.domain, pathname)
  const stage = location && chooseStage(served.stages, location, ports.random)
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
  ports: AnswerPorts,
  request: IncomingMessage,
  arrival: Arrival,
  place: Place,
): Promise<Reply | null> {
  const { stage, location } = place
  const path = location.path
  const tooLarge = headLimit(arrival, stage)
  if (tooLarge !== null) return { answer: tooLarge, stage, path }
  const reading = await readBody(request)
  if (reading.kind === 'broken-off') return null
  const body = reading.kind === 'read' ? await unpackBody(reading.body, arrival.headers, stage) : null
  const sent = { url: arrival.url, headers: arrival.headers, body: reading.kind === 'read' ? reading.body : NO_BODY }
  const message = messageOf(arrival, place, sent, body, request.socket.remoteAddress)
  if (body === null) {
    return { answer: gatewayRefusal(stage, message, 'REQUEST_TOO_LARGE'), stage, path }
  }
  const match = stage.router.match(message.verb, path)
  if (match === null) {
    const filtered = place.served.filter(stage, message)
    if (filtered !== null) {
      const answer = gatewayRefusal(stage, message, 'WAF_FILTERED', { wafResponseCode: 'WAF_BLOCK' })
      return { answer, stage, path, trace: [filtered] }
    }
    const details = missingToken(message.headers)
    return { answer: gatewayRefusal(stage, message, 'MISSING_AUTHENTICATION_TOKEN', details), stage, path }
  }
  const route = match.value
  if (isArnTooLong(route, message)) return { answer: URI_TOO_LONG, stage, route, path }
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

function isEndpointOff({ stage }: RoutedStage, domain: string | null): boolean {
  return domain === null && stage.view.api.disableExecuteApiEndpoint === true
}

/** Source: rest-api.md 2.1, observed. */
const FORBIDDEN = plainAnswer(403, 'Forbidden', 'ForbiddenException')

const URI_TOO_LONG = plainAnswer(414, 'Request URI too long', 'RequestUriTooLongException')

const NO_BODY = Buffer.alloc(0)

export function refused(answer: Answer): Reply {
  return { answer }
}

/** Source: rest-api.md 15; the body of a 431 is unknown. */
function headLimit({ url, headers }: Arrival, { stage }: RoutedStage): Answer | null {
  const isRegional = stage.view.api.endpointConfiguration.types.includes('REGIONAL')
  if (url.length > (isRegional ? LIMITS.url : LIMITS.urlEdge).value) return URI_TOO_LONG
  if (headerBytes(headers) <= LIMITS.headers.value) return null
  return plainAnswer(431, 'Request Header Fields Too Large', 'RequestHeaderFieldsTooLargeException')
}

/** Source: rest-api.md 7.2 and 15. */
function isArnTooLong({ authorizer, callerCheck, stage }: LiveRoute, { verb, path }: Message): boolean {
  if (authorizer === null && callerCheck === null) return false
  return methodArn(stage, verb, path).length > LIMITS.methodArnWithAuthorization.value
}

function messageOf(
  arrival: Arrival,
  place: Place,
  sent: SentMessage,
  unpacked: UnpackedBody | null,
  remoteAddress: string | undefined,
): Message {
  const { ids, receivedAt, verb, ticket } = arrival
  const isTestInvoke = ticket?.isTestInvoke ?? false
  const { headers, body } = unpacked ?? { headers: arrival.headers, body: NO_BODY }
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
    headers: isTestInvoke ? testInvokeHeaders(headers) : headers,
    body,
    ...callerOf(remoteAddress, ticket?.caller),
    domainName: place.domainName,
    sent,
    ...(isTestInvoke && { isTestInvoke }),
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
