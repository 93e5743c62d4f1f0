import { headerValue } from '../../engine/mapping/header-list'
import { illegalHeaderTarget } from '../../engine/mapping/map-request-parameters'
import type { Call } from '../call'
import { proxyEvent } from '../events/proxy-event'
import type { HandlerPool, InvocationResult } from '../functions/handler-pool'
import { integrationRequest, lambdaAnswer } from '../execution-log/lambda-exchange'
import { eventStart } from '../execution-log/log-text'
import { nameOfRoute } from '../live-route'
import { configurationError, functionError, type BackendAnswer, type BackendFailure } from './backend-answer'
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
  const problem = lambdaProxyProblem(call)
  if (problem !== null) return problem
  const event = proxyEvent(call)
  call.endpoint = integrationRequest(call, eventStart(event))
  return lambdaProxyAnswer(call, await invokeIntegration(pool, call, timeoutMs, event, signal))
}

/** What keeps the integration from being called at all. */
export function lambdaProxyProblem({ route }: Call): BackendFailure | null {
  const { type, httpMethod, requestParameters } = route.compiled.method.integration!
  if (httpMethod !== undefined && httpMethod !== 'POST') {
    return configurationError(`${nameOfRoute(route)}: the httpMethod of an AWS_PROXY integration must be POST`)
  }
  const illegal = illegalHeaderTarget(type, requestParameters ?? {})
  if (illegal === undefined) return null
  return configurationError(`${nameOfRoute(route)}: the header ${illegal} cannot be a mapping's target`)
}

/** What the function's outcome is answered with. */
export function lambdaProxyAnswer(call: Call, outcome: InvocationResult): BackendAnswer {
  const name = nameOfRoute(call.route)
  if (outcome.kind === 'refused') return configurationError(outcome.problem)
  if (call.endpoint !== null) call.endpoint.answer = lambdaAnswer(call, outcome)
  if (outcome.kind === 'failed') {
    const { errorType, errorMessage } = outcome.error
    return functionError(`${name}: the function failed: ${errorType}: ${errorMessage}`)
  }
  const answer = readProxyResult(outcome.result, {
    accept: headerValue(call.message.headers, 'Accept'),
    binaryMediaTypes: call.route.stage.view.definition.binaryMediaTypes,
  })
  return answer.kind === 'response' ? withTraceId(answer, call) : { ...answer, problem: `${name}: ${answer.problem}` }
}
