import { RENEW_IGNORED_WITH_HEADER, type Flight } from '../../engine/flight'
import type { GatewayResponseContext } from '../../engine/mapping/gateway-response-context'
import { headerValue, type HeaderList } from '../../engine/mapping/header-list'
import type { Millis } from '../../engine/millis'
import { ACCESS_DENIED, ACCESS_DENIED_EXPLICIT, CACHED, INTEGRATION_TIMEOUT, WAF_FILTERED } from '../../engine/outcome'
import type { Runtime } from '../../engine/runtime'
import type { Call } from '../call'
import { callContext } from '../events/gateway-context'
import { responseLabel } from '../stores/cache-label'
import type { ResponseStore } from '../stores/response-store'
import type { Answer } from './answer'
import { denialMessage } from './denial-message'
import { gatewayAnswer, responseTypeOf } from './gateway-answer'

/** Source: rest-api.md 6.3 and U7. */
const RENEWAL_IGNORED = [
  'Warning',
  '199 Cache-control headers were ignored because the caller was unauthorized.',
] as const

/**
 * What the client of a decided request gets, but for the headers that every answer carries: from the cache, from the backend, or from the
 * gateway itself.
 */
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
  if (flight.outcome === CACHED) return ofThisTrace(responses.answer(flight.cacheSlot)!, call)
  const { backendAnswer } = call
  if (backendAnswer?.kind === 'response' && flight.outcome !== INTEGRATION_TIMEOUT) {
    keepIfStored(runtime, responses, flight, call, backendAnswer, now)
    return backendAnswer
  }
  const context = callContext(call)
  const { definition } = call.route.stage.view
  if (backendAnswer?.kind !== 'failure' || flight.outcome === INTEGRATION_TIMEOUT) {
    const type = call.refusal?.type ?? responseTypeOf(flight.outcome)
    return gatewayAnswer(definition, type, { ...context, ...detailsOf(runtime, flight, call) })
  }
  const { type, statusCode, message } = backendAnswer
  return gatewayAnswer(definition, type, {
    ...context,
    ...(statusCode !== undefined && { statusCode }),
    ...(message !== undefined && { message }),
  })
}

/** The core has just decided whether the response enters the cache; if it did, it is kept here. */
function keepIfStored(
  runtime: Runtime,
  responses: ResponseStore,
  flight: Flight,
  call: Call,
  answer: Answer,
  now: Millis,
): void {
  const { cacheSlot } = flight
  const stage = runtime.stageOf[flight.route]!
  const cache = runtime.responses[stage]!
  const isStored = cacheSlot >= 0 && cache.has(cacheSlot, now) && cache.ageOf(cacheSlot, now) === 0
  if (isStored) responses.put(stage, cacheSlot, answer, responseLabel(call))
}

function detailsOf(runtime: Runtime, flight: Flight, call: Call): Partial<GatewayResponseContext> {
  const { refusal, validationMessage, validationErrorString } = call
  if (refusal !== null) return { message: refusal.message, errorType: refusal.errorType }
  const isDenied = flight.outcome === ACCESS_DENIED || flight.outcome === ACCESS_DENIED_EXPLICIT
  const text = isDenied ? denialMessage(runtime, flight, call) : validationMessage
  return {
    ...(text !== null && { message: text }),
    ...(flight.outcome === WAF_FILTERED && { wafResponseCode: 'WAF_BLOCK' }),
    ...(validationErrorString !== null && { validationErrorString }),
  }
}

const TRACE_HEADER = 'x-amzn-trace-id'

/** A kept response is traced as part of the request that it answers. */
function ofThisTrace(answer: Answer, { message }: Call): Answer {
  const { body, headers, status } = answer
  if (headerValue(headers, TRACE_HEADER) === undefined) return answer
  const ofThis: HeaderList = headers.map(([name, value]) => [
    name,
    name.toLowerCase() === TRACE_HEADER ? message.ids.traceId : value,
  ])
  return { status, headers: ofThis, body }
}
