import type { HttpIntegration } from '@shared/design/http-api'
import { readLambdaPayload, type PayloadFormat } from '../../engine/http-api/lambda-response'
import type { HttpRequestFacts } from '../../engine/http-api/http-request-facts'
import { proxyEvent1 } from '../../engine/http-api/proxy-event-1'
import { proxyEvent2 } from '../../engine/http-api/proxy-event-2'
import { untilAborted } from '../backends/play-fault'
import { BUFFER_CODEC } from '../buffer-codec'
import type { HandlerPool, InvocationResult } from '../functions/handler-pool'
import { backendFailure, type HttpBackendResult, type HttpCall } from './http-call'
import { nameOfHttpRoute } from './http-live-route'
import { invokeHttpFunction } from './invoke-http-function'

/** Bytes of an event. Source: Lambda quotas, "Invocation payload (request and response)": 6 MB each. */
const LARGEST_EVENT = 6 * 1024 * 1024
/** Bytes of a body below which an event cannot be that large. */
const SMALL_BODY = 2 * 1024 * 1024

/**
 * AWS_PROXY with a Lambda function; `mapped` is the request as its parameter mapping left it.
 * Source: http-api.md 8.2 and 8.7: a throttled function is 503, every other failure 500.
 */
export async function callHttpLambda(
  pool: HandlerPool,
  call: HttpCall,
  integration: HttpIntegration,
  mapped: HttpRequestFacts,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<HttpBackendResult> {
  const { fault, integrationUri, handler } = integration
  const format = integration.payloadFormatVersion ?? DEFAULT_FORMAT
  if (fault !== undefined) return answerOf(call, format, await playFault(call, fault, signal))
  const event = (format === '1.0' ? proxyEvent1 : proxyEvent2)(mapped, call.caller, BUFFER_CODEC)
  if (isTooLarge(mapped, event)) {
    return backendFailure(413, `${nameOfHttpRoute(call.route)}: the event is over ${LARGEST_EVENT} bytes`)
  }
  const use = { uri: integrationUri, handler, callerLimit: timeoutMs }
  return answerOf(call, format, await invokeHttpFunction(pool, call, use, event, signal))
}

/** Source: service model, CreateIntegration; what an integration without one has. */
const DEFAULT_FORMAT: PayloadFormat = '1.0'

function answerOf({ route }: HttpCall, format: PayloadFormat, outcome: InvocationResult): HttpBackendResult {
  const name = nameOfHttpRoute(route)
  if (outcome.kind === 'refused') return backendFailure(outcome.isThrottled ? 503 : 500, outcome.problem)
  if (outcome.kind === 'failed') {
    const { errorType, errorMessage } = outcome.error
    return backendFailure(500, `${name}: the function failed: ${errorType}: ${errorMessage}`)
  }
  const payload = outcome.text ?? JSON.stringify(outcome.result ?? null)
  const reading = readLambdaPayload(payload, format, BUFFER_CODEC)
  return reading.kind === 'answer'
    ? { kind: 'response', answer: reading.answer }
    : backendFailure(500, `${name}: ${reading.reason}`)
}

async function playFault(
  { route }: HttpCall,
  fault: NonNullable<HttpIntegration['fault']>,
  signal: AbortSignal,
): Promise<InvocationResult> {
  if (fault === 'timeout') await untilAborted(signal)
  const played = `plays the fault "${fault}"`
  if (fault === 'error') return { kind: 'failed', error: { errorType: 'Error', errorMessage: played } }
  const problem = `${nameOfHttpRoute(route)}: ${played}`
  return { kind: 'refused', problem, ...(fault === 'throttled' && { isThrottled: true }) }
}

function isTooLarge({ body }: HttpRequestFacts, event: object): boolean {
  return body.length > SMALL_BODY && Buffer.byteLength(JSON.stringify(event)) > LARGEST_EVENT
}
