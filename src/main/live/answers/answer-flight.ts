import type { GatewayResponseContext } from '../../engine/mapping/gateway-response-context'
import { RENEW_IGNORED_WITH_HEADER, type Flight } from '../../engine/flight'
import type { Millis } from '../../engine/millis'
import { ACCESS_DENIED, ACCESS_DENIED_EXPLICIT, CACHED, INTEGRATION_TIMEOUT } from '../../engine/outcome'
import type { Runtime } from '../../engine/runtime'
import type { Call } from '../call'
import { callContext } from '../events/gateway-context'
import { methodArn } from '../request/execute-api'
import type { HeaderList } from '../request/header-list'
import type { ResponseStore } from '../stores/response-store'
import type { Answer } from './answer'
import { denialMessage } from './denial-message'
import { gatewayAnswer, responseTypeOf } from './gateway-answer'

/** Source: rest-api.md 6.3 and U7. */
const RENEWAL_IGNORED = ['Warning', '199 Cache-control headers were ignored because the caller was unauthorized.'] as const

/** What the client of a decided request gets: from the cache, from the backend, or from the gateway itself. */
export function answerFlight(
  runtime: Runtime,
  responses: ResponseStore,
  flight: Flight,
  call: Call,
  now: Millis,
): Answer {
  const answer = ownAnswer(runtime, responses, flight, call, now)
  if (flight.cacheControl !== RENEW_IGNORED_WITH_HEADER) return answer
  return { ...answer, headers: [...answer.headers, RENEWAL_IGNORED] }
}

function ownAnswer(runtime: Runtime, responses: ResponseStore, flight: Flight, call: Call, now: Millis): Answer {
  if (flight.outcome === CACHED) return withServiceHeaders(responses.answer(flight.cacheSlot)!, call)
  const { backendAnswer } = call
  if (backendAnswer?.kind === 'response' && flight.outcome !== INTEGRATION_TIMEOUT) {
    keepIfStored(runtime, responses, flight, backendAnswer, now)
    return withServiceHeaders(backendAnswer, call)
  }
  const context = callContext(call)
  const { definition } = call.route.stage.view
  if (backendAnswer?.kind !== 'failure' || flight.outcome === INTEGRATION_TIMEOUT) {
    const type = responseTypeOf(flight.outcome)
    return gatewayAnswer(definition, type, { ...context, ...detailsOf(runtime, flight, call) })
  }
  const { type, statusCode } = backendAnswer
  return gatewayAnswer(definition, type, { ...context, ...(statusCode !== undefined && { statusCode }) })
}

/** The core has just decided whether the response enters the cache; if it did, it is kept here. */
function keepIfStored(
  runtime: Runtime,
  responses: ResponseStore,
  flight: Flight,
  answer: Answer,
  now: Millis,
): void {
  const { cacheSlot } = flight
  const stage = runtime.stageOf[flight.route]!
  const cache = runtime.responses[stage]!
  const isStored = cacheSlot >= 0 && cache.has(cacheSlot, now) && cache.ageOf(cacheSlot, now) === 0
  if (isStored) responses.put(stage, cacheSlot, answer)
}

function detailsOf(runtime: Runtime, flight: Flight, call: Call): Partial<GatewayResponseContext> {
  const { message, route, validationMessage, validationErrorString } = call
  const isDenied = flight.outcome === ACCESS_DENIED || flight.outcome === ACCESS_DENIED_EXPLICIT
  const denied = isDenied ? denialMessage(runtime, flight, methodArn(route.stage, message.verb, message.path)) : null
  const text = denied ?? validationMessage
  return {
    ...(text !== null && { message: text }),
    ...(validationErrorString !== null && { validationErrorString }),
  }
}

/** Every answer carries this request's own ids, whatever the backend or an earlier request said. */
export function withServiceHeaders(answer: Answer, { message }: Pick<Call, 'message'>): Answer {
  const { requestId, extendedRequestId, traceId } = message.ids
  const headers: HeaderList = answer.headers
    .filter(([name]) => !SERVICE_HEADERS.has(name.toLowerCase()))
    .map(([name, value]) => [name, name.toLowerCase() === 'x-amzn-trace-id' ? traceId : value])
  return { ...answer, headers: [['x-amzn-RequestId', requestId], ['x-amz-apigw-id', extendedRequestId], ...headers] }
}

const SERVICE_HEADERS = new Set(['x-amzn-requestid', 'x-amz-apigw-id'])

