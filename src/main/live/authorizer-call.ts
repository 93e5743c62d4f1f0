import { LIMITS } from '@shared/limits'
import {
  parseAuthorizerResult,
  authorizerFailureType,
  type AuthorizerResult,
} from '../engine/authorizers/authorizer-result'
import { assumptionsOf } from '../engine/compile/route-plan'
import { EVALUATE, FAILED, REFUSED } from '../engine/effect'
import { ABSENT, type Flight } from '../engine/flight'
import { invokeFunction } from './backends/invoke-function'
import type { Call } from './call'
import { authorizerEvent } from './events/authorizer-event'
import { authorizerRequest, lambdaAnswer } from './execution-log/lambda-exchange'
import type { HandlerPool } from './functions/handler-pool'
import { nameOfRoute } from './live-route'
import type { AuthorizerAnswer } from './serve-flight'
import type { ApiKeyIndex } from './stores/api-key-index'
import { identityLabel } from './stores/cache-label'
import type { Identities } from './stores/identities'

/** What calling an authorizer needs beside the call. */
export interface AuthorizerPorts {
  readonly pool: HandlerPool
  readonly identities: Identities<AuthorizerResult>
  readonly apiKeys: ApiKeyIndex
  readonly log: (line: string) => void
}

const CONFIGURATION_ERROR: AuthorizerAnswer = { effect: FAILED, apiKey: ABSENT }

/**
 * Call a TOKEN or REQUEST authorizer. The policy it returns is not judged here: the core asks for it, now and whenever it is kept.
 * Source: rest-api.md 7.2 to 7.4.
 */
export async function callAuthorizer(
  ports: AuthorizerPorts,
  call: Call,
  flight: Flight,
  signal: AbortSignal,
): Promise<AuthorizerAnswer> {
  const { settings, keepsResults } = call.route.authorizer!
  const use = {
    uri: settings.authorizerUri,
    handler: settings.handler,
    callerLimit: LIMITS.authorizerTimeout.value,
  }
  const event = authorizerEvent(call)
  const exchange = authorizerRequest(call, event)
  call.authorizerExchange = exchange
  const outcome = await invokeFunction(ports.pool, call, use, event, signal)
  if (outcome.kind !== 'refused') exchange.answer = lambdaAnswer(call, outcome)
  if (outcome.kind === 'refused') return failed(ports, call, outcome.problem)
  if (outcome.kind === 'failed') {
    const { errorType, errorMessage } = outcome.error
    if (authorizerFailureType(errorMessage) === 'UNAUTHORIZED') return { effect: REFUSED, apiKey: ABSENT }
    return failed(ports, call, `the function failed: ${errorType}: ${errorMessage}`)
  }
  const assumptions = assumptionsOf(call.route.stage.design)
  const result = parseAuthorizerResult(outcome.result, assumptions)
  if (result.kind === 'invalid') return failed(ports, call, result.reason)
  if (signal.aborted) return CONFIGURATION_ERROR
  call.authorizer = result
  if (keepsResults && flight.identity >= 0) ports.identities.keep(flight.identity, result, identityLabel(call))
  const key = result.usageIdentifierKey
  return { effect: EVALUATE, apiKey: key === null ? ABSENT : ports.apiKeys.indexOf(key) }
}

function failed({ log }: AuthorizerPorts, call: Call, problem: string): AuthorizerAnswer {
  call.authorizerProblem = problem
  log(`${nameOfRoute(call.route)}: authorizer "${call.route.authorizer!.id}" answers 500: ${problem}`)
  return CONFIGURATION_ERROR
}
