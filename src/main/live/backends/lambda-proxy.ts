import type { Call } from '../call'
import { proxyEvent } from '../events/proxy-event'
import type { HandlerPool } from '../functions/handler-pool'
import { nameOfRoute } from '../live-route'
import { headerValue } from '../../engine/mapping/header-list'
import { configurationError, functionError, type BackendAnswer } from './backend-answer'
import { illegalHeaderTarget } from './http-proxy-headers'
import { invokeFunction } from './invoke-function'
import { readProxyResult } from './proxy-result'

/** AWS_PROXY with a Lambda function. Source: rest-api.md 9.2 and 9.3. */
export async function callLambdaProxy(
  pool: HandlerPool,
  call: Call,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<BackendAnswer> {
  const integration = call.route.compiled.method.integration!
  if (integration.httpMethod !== undefined && integration.httpMethod !== 'POST') {
    return configurationError(`${nameOfRoute(call.route)}: the httpMethod of an AWS_PROXY integration must be POST`)
  }
  const illegal = illegalHeaderTarget(integration.requestParameters ?? {}, 'AWS_PROXY')
  if (illegal !== undefined) {
    return configurationError(`${nameOfRoute(call.route)}: the header ${illegal} cannot be a mapping's target`)
  }
  const use = { uri: integration.uri, handler: integration.handler, callerLimit: timeoutMs }
  const outcome = await invokeFunction(pool, call, use, proxyEvent(call), signal)
  if (outcome.kind === 'refused') return configurationError(outcome.problem)
  if (outcome.kind === 'failed') {
    const { errorType, errorMessage } = outcome.error
    return functionError(`${nameOfRoute(call.route)}: the function failed: ${errorType}: ${errorMessage}`)
  }
  const answer = readProxyResult(outcome.result, {
    accept: headerValue(call.message.headers, 'Accept'),
    binaryMediaTypes: call.route.stage.view.definition.binaryMediaTypes,
  })
  return answer.kind === 'response' ? withTraceId(answer, call) : named(answer, call)
}

/** Successful answers of functions carry the trace. Source: rest-api.md 2.3, recorded. */
function withTraceId(answer: Extract<BackendAnswer, { kind: 'response' }>, call: Call): BackendAnswer {
  const headers = answer.headers.filter(([name]) => name.toLowerCase() !== 'x-amzn-trace-id')
  return { ...answer, headers: [...headers, ['X-Amzn-Trace-Id', call.message.ids.traceId]] }
}

function named(failure: Extract<BackendAnswer, { kind: 'failure' }>, call: Call): BackendAnswer {
  return { ...failure, problem: `${nameOfRoute(call.route)}: ${failure.problem}` }
}
