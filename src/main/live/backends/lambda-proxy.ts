import type { Call } from '../call'
import { proxyEvent } from '../events/proxy-event'
import type { HandlerPool } from '../functions/handler-pool'
import { nameOfRoute } from '../live-route'
import { headerValue } from '../../engine/mapping/header-list'
import { illegalHeaderTarget } from '../../engine/mapping/map-request-parameters'
import { configurationError, functionError, type BackendAnswer } from './backend-answer'
import { invokeIntegration } from './invoke-function'
import { withTraceId } from './map-call'
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
  const illegal = illegalHeaderTarget(integration.type, integration.requestParameters ?? {})
  if (illegal !== undefined) {
    return configurationError(`${nameOfRoute(call.route)}: the header ${illegal} cannot be a mapping's target`)
  }
  const outcome = await invokeIntegration(pool, call, timeoutMs, proxyEvent(call), signal)
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

function named(failure: Extract<BackendAnswer, { kind: 'failure' }>, call: Call): BackendAnswer {
  return { ...failure, problem: `${nameOfRoute(call.route)}: ${failure.problem}` }
}
