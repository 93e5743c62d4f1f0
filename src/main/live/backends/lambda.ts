import { headerValues } from '../../engine/mapping/header-list'
import type { IntegrationResult } from '../../engine/mapping/map-method-response'
import { payloadText } from '../../engine/mapping/payload'
import { BUFFER_CODEC } from '../buffer-codec'
import type { Call } from '../call'
import { integrationRequest, lambdaAnswer } from '../execution-log/lambda-exchange'
import { errorPayload } from '../functions/error-payload'
import type { FunctionError } from '../functions/handler-messages'
import type { HandlerAnswer } from '../functions/handler-process-host'
import { nameOfRoute } from '../live-route'
import { configurationError, type BackendAnswer } from './backend-answer'
import type { BackendPorts } from './call-backend'
import { invokeIntegration, missingHandler } from './invoke-function'
import { mapCallRequest, mapCallResponse, withTraceId } from './map-call'

/** A result of the function's service, and what went wrong if something did. */
interface LambdaResult extends IntegrationResult {
  readonly problem?: string
}

/**
 * AWS with a Lambda function: what the request template writes is the event, and what the function returns goes through the integration
 * responses, chosen by its error message. `X-Amz-Invocation-Type: Event` does not wait for it.
 * Source: rest-api.md 9.5, 9.7 and 9.9.
 */
export async function callLambda(
  ports: Pick<BackendPorts, 'pool' | 'mapping' | 'log'>,
  call: Call,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<BackendAnswer> {
  const name = nameOfRoute(call.route)
  const { httpMethod } = call.route.compiled.method.integration!
  if (httpMethod !== undefined && httpMethod !== 'POST') {
    return configurationError(`${name}: the httpMethod of an integration with a Lambda function must be POST`)
  }
  const mapped = mapCallRequest(ports.mapping, call)
  if (mapped.kind === 'failure') return mapped
  const payload = payloadText(mapped.body, ports.mapping.codec)
  const event = eventOf(payload)
  const invocationType = headerValues(mapped.headers, 'X-Amz-Invocation-Type').at(-1)
  call.endpoint = integrationRequest(call, payload)
  const result =
    event === undefined
      ? unreadableEvent(name)
      : invocationType === 'Event'
        ? invokeLater(ports, call, timeoutMs, event.value)
        : await invokeNow(ports, call, timeoutMs, event.value, signal)
  if (typeof result === 'string') return configurationError(result)
  const answer = withTraceId(mapCallResponse(ports.mapping, call, result, mapped.overrides), call)
  return answer.kind === 'response' && result.problem !== undefined ? { ...answer, problem: result.problem } : answer
}

async function invokeNow(
  { pool }: Pick<BackendPorts, 'pool'>,
  call: Call,
  timeoutMs: number,
  event: unknown,
  signal: AbortSignal,
): Promise<LambdaResult | string> {
  const outcome = await invokeIntegration(pool, call, timeoutMs, event, signal)
  if (outcome.kind === 'refused') return outcome.problem
  return lambdaResult(call, outcome)
}

/** What the function's service answers for a call that has ended. */
export function lambdaResult(call: Call, outcome: HandlerAnswer): LambdaResult {
  if (call.endpoint !== null) call.endpoint.answer = lambdaAnswer(call, outcome)
  if (outcome.kind === 'failed') return failure(call, outcome.error)
  return result(call, JSON.stringify(outcome.result ?? null))
}

/** The function runs on its own; the caller only learns that it was asked for. */
function invokeLater(
  { pool, log }: Pick<BackendPorts, 'pool' | 'log'>,
  call: Call,
  timeoutMs: number,
  event: unknown,
): LambdaResult | string {
  const missing = missingHandler(call)
  if (missing !== null) return missing
  const name = nameOfRoute(call.route)
  invokeIntegration(pool, call, timeoutMs, event, new AbortController().signal).then(
    (outcome) => {
      if (outcome.kind === 'refused') log(outcome.problem)
      if (outcome.kind === 'failed') log(`${name}: the function called for later failed: ${describe(outcome.error)}`)
    },
    (error: unknown) => log(`${name}: the function called for later could not be run: ${String(error)}`),
  )
  return result(call, '')
}

/** Undefined: the text is no JSON. */
function eventOf(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text === '' ? '{}' : text) as unknown }
  } catch {
    return undefined
  }
}

/** Lambda itself refuses such a payload, with an answer that selects the default response. */
function unreadableEvent(name: string): LambdaResult {
  const message = 'Could not parse request body into json'
  return {
    selectionText: '',
    headers: [
      ['Content-Type', 'application/json'],
      ['x-amzn-ErrorType', 'InvalidRequestContentException'],
    ],
    body: BUFFER_CODEC.bytesOf(JSON.stringify({ Type: 'User', message })),
    problem: `${name}: the payload for the function is not JSON`,
  }
}

function failure(call: Call, error: FunctionError): LambdaResult {
  return {
    ...result(call, errorPayload(error)),
    selectionText: error.errorMessage,
    isFunctionError: true,
    problem: `${nameOfRoute(call.route)}: the function failed: ${describe(error)}`,
  }
}

function result({ message }: Call, text: string): LambdaResult {
  return {
    selectionText: '',
    headers: [
      ['Content-Type', 'application/json'],
      ['x-amzn-RequestId', message.ids.requestId],
      ['X-Amz-Executed-Version', '$LATEST'],
      ['X-Amzn-Trace-Id', message.ids.traceId],
    ],
    body: BUFFER_CODEC.bytesOf(text),
  }
}

function describe({ errorType, errorMessage }: FunctionError): string {
  return `${errorType}: ${errorMessage}`
}
