import type { IncomingMessage } from 'node:http'
import type { Design } from '@shared/design/design'
import type { GatewayResponseType } from '@shared/design/gateway-response'
import { LIMITS } from '@shared/limits'
import type { GatewayResponseContext } from '../engine/mapping/gateway-response-context'
import { headerBytes, headerValue, type HeaderList } from '../engine/mapping/header-list'
import { parseQuery } from '../engine/mapping/query-string'
import type { Answer } from './answers/answer'
import { FORBIDDEN } from './answers/forbidden'
import { gatewayAnswer, plainAnswer } from './answers/gateway-answer'
import { missingTokenDetails } from './answers/missing-token'
import { chooseStage } from './choose-stage'
import { stageContext } from './events/gateway-context'
import { nameOfRoute, type LiveRoute } from './live-route'
import type { RoutedStage } from './live-routes'
import { refused, type Reply } from './reply'
import type { Arrival } from './request/arrival'
import { callerOf } from './request/caller-of'
import { defaultDomainName, methodArn } from './request/execute-api'
import { locateByDomain, locateByPath, type Location } from './request/locate-stage'
import type { Message, SentMessage } from './request/message'
import { bodyOf } from './request/read-body'
import type { SentUrl } from './request/split-url'
import { unpackBody, type UnpackedBody } from './request/unpack-body'
import { finishedReply, isEdge, type RestReply } from './rest-reply'
import type { ServedRestApis } from './served-rest-apis'
import { soon, type Soon } from './soon'
import { testInvokeHeaders } from './try/test-invoke-headers'

/** What answering asks whoever runs the server. */
export interface RestAnswerPorts {
  /** From 0 up to but not including 1: which requests go to a canary. */
  readonly random: () => number
  readonly log: (line: string) => void
  /** Whether anybody is told of requests. */
  readonly keepsRecords: boolean
}

/** Find the method that answers a request, and let it. Null when the client has gone. Source: rest-api.md 2.1, steps 1 to 5. */
export function answerRestRequest(
  ports: RestAnswerPorts,
  request: IncomingMessage,
  arrival: Arrival,
  served: ServedRestApis,
  url: SentUrl,
): Soon<Reply | null> {
  const location = locate(served.design, url)
  const stage = location && chooseStage(served.stagesAt(location), ports.random)
  if (!location || !stage || isEndpointOff(stage, url.domain)) return refused(FORBIDDEN, arrival.ids)
  const domainName = url.domain ?? defaultDomainName(stage.stage)
  const place = { served, stage, location, rawQuery: url.rawQuery, domainName }
  return soon(
    answerAtStage(ports, request, arrival, place),
    (reply) => reply && finishedReply(reply, arrival, ports.keepsRecords),
  )
}

interface Place {
  readonly served: ServedRestApis
  readonly stage: RoutedStage
  readonly location: Location
  readonly rawQuery: string
  readonly domainName: string
}

function answerAtStage(
  ports: RestAnswerPorts,
  request: IncomingMessage,
  arrival: Arrival,
  place: Place,
): Soon<RestReply | null> {
  const { stage, location } = place
  const { path } = location
  const tooLarge = headLimit(arrival, stage)
  if (tooLarge !== null) return { answer: tooLarge, stage, path }
  return soon(bodyOf(request, arrival.headers), (reading) => {
    if (reading.kind === 'broken-off') return null
    const isRead = reading.kind === 'read'
    const sent = { url: arrival.url, headers: arrival.headers, body: isRead ? reading.body : NO_BODY }
    return soon(isRead ? unpackBody(reading.body, arrival.headers, stage) : null, (body) => {
      const message = messageOf(arrival, place, sent, body, request.socket.remoteAddress)
      if (body !== null) return answerMessage(ports, message, place)
      return { answer: gatewayRefusal(stage, message, 'REQUEST_TOO_LARGE'), stage, path }
    })
  })
}

function answerMessage(ports: RestAnswerPorts, message: Message, place: Place): Soon<RestReply> {
  const { stage, location } = place
  const { path } = location
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
  return soon(place.served.serve(message, route, match.pathParameters), (served) => {
    return { answer: served.answer, stage, route, path, served }
  })
}

function locate(design: Design, { domain, pathname }: SentUrl): Location | null {
  if (domain === null) return locateByPath(pathname)
  const found = design.domainNames.find(({ domainName }) => domainName === domain)
  return found === undefined ? null : locateByDomain(found, pathname)
}

function isEndpointOff({ stage }: RoutedStage, domain: string | null): boolean {
  return domain === null && stage.view.api.disableExecuteApiEndpoint === true
}

const URI_TOO_LONG = plainAnswer(414, 'Request URI too long', 'RequestUriTooLongException')

const NO_BODY = Buffer.alloc(0)

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
  const { ids, receivedAt, verb, ticket, clientCertificate } = arrival
  const isTestInvoke = ticket?.isTestInvoke ?? false
  const { headers, body } = unpacked ?? { headers: arrival.headers, body: NO_BODY }
  const { path, eventPath, stagePath } = place.location
  const caller = callerOf(remoteAddress, ticket?.caller)
  const message = {
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
    sourceIp: caller.sourceIp,
    domainName: place.domainName,
    sent,
  }
  if (ticket === null && clientCertificate === undefined && !isEdge(place.stage)) return message
  return {
    ...message,
    ...caller,
    ...(clientCertificate && { clientCertificate }),
    ...(isEdge(place.stage) && { edgeOfApi: place.stage.stage.view.apiId }),
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
