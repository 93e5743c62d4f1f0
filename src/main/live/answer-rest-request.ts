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
import { readBody } from './request/read-body'
import type { SentUrl } from './request/split-url'
import { unpackBody, type UnpackedBody } from './request/unpack-body'
import { finishedReply, type RestReply } from './rest-reply'
import type { ServedRestApis } from './served-rest-apis'
import { testInvokeHeaders } from './try/test-invoke-headers'

/** What answering asks whoever runs the server. */
export interface RestAnswerPorts {
  /** From 0 up to but not including 1: which requests go to a canary. */
  readonly random: () => number
  readonly log: (line: string) => void
}

/** Find the method that answers a request, and let it. Null when the client has gone. Source: rest-api.md 2.1, steps 1 to 5. */
export async function answerRestRequest(
  ports: RestAnswerPorts,
  request: IncomingMessage,
  arrival: Arrival,
  served: ServedRestApis,
  url: SentUrl,
): Promise<Reply | null> {
  const location = locate(served.design, url)
  const stage = location && chooseStage(served.stages, location, ports.random)
  if (!location || !stage || isEndpointOff(stage, url.domain)) return refused(FORBIDDEN, arrival.ids)
  const domainName = url.domain ?? defaultDomainName(stage.stage)
  const place = { served, stage, location, rawQuery: url.rawQuery, domainName }
  const reply = await answerAtStage(ports, request, arrival, place)
  return reply && finishedReply(reply, arrival)
}

interface Place {
  readonly served: ServedRestApis
  readonly stage: RoutedStage
  readonly location: Location
  readonly rawQuery: string
  readonly domainName: string
}

async function answerAtStage(
  ports: RestAnswerPorts,
  request: IncomingMessage,
  arrival: Arrival,
  place: Place,
): Promise<RestReply | null> {
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
