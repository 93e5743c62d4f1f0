import { LIMITS } from '@shared/limits'
import { authorizerFailureType, type AuthorizerResult } from '../../engine/authorizers/authorizer-result'
import { callerKeys } from '../../engine/authorizers/caller-keys'
import { evaluatePolicy } from '../../engine/authorizers/policy'
import { assumptionsOf } from '../../engine/compile/route-plan'
import { ALLOW, DENY, FAILED, REFUSED, SILENT } from '../../engine/effect'
import { ABSENT } from '../../engine/flight'
import { headerValue } from '../../engine/mapping/header-list'
import { authorizerMembers, readConnectAuthorizer } from '../../engine/websocket-api/connect-authorizer'
import { connectAuthorizerEvent } from '../../engine/websocket-api/proxy-event'
import { invokeFunction } from '../backends/invoke-function'
import type { Arrival } from '../request/arrival'
import type { AuthorizerAnswer } from '../serve-flight'
import type { ServedCore } from '../served-core'
import { backendCall } from './backend-call'
import type { ConnectAuthorizer } from './live-web-socket-stage'
import type { WebSocketCall } from './web-socket-call'

const CONFIGURATION_ERROR: AuthorizerAnswer = { effect: FAILED, apiKey: ABSENT }
const EFFECTS = { ALLOW, DENY, SILENT } as const

/**
 * Ask the Lambda authorizer of `$connect`. What it says of the caller stays with the connection; its policy is asked about this handshake
 * alone, since results are never kept. `arn`: of the route. Source: websocket-api.md 3.1.
 */
export async function askConnectAuthorizer(
  core: ServedCore,
  call: WebSocketCall,
  arrival: Arrival,
  { arn, authorizer }: { readonly arn: string; readonly authorizer: ConnectAuthorizer },
  signal: AbortSignal,
): Promise<AuthorizerAnswer> {
  const { clock, log, pool } = core.ports
  const { id, settings } = authorizer
  const failed = (problem: string): AuthorizerAnswer => {
    log(`${call.name}: authorizer "${id}" answers 500: ${problem}`)
    return CONFIGURATION_ERROR
  }
  const use = { uri: settings.authorizerUri, handler: settings.handler, callerLimit: LIMITS.authorizerTimeout.value }
  const startedAt = clock.now()
  const event = connectAuthorizerEvent(arn, call, call.context)
  const outcome = await invokeFunction(pool, backendCall(call), use, event, signal)
  if (outcome.kind === 'refused') return failed(outcome.problem)
  if (outcome.kind === 'failed') {
    const { errorMessage, errorType } = outcome.error
    if (authorizerFailureType(errorMessage) === 'UNAUTHORIZED') return { effect: REFUSED, apiKey: ABSENT }
    return failed(`the function failed: ${errorType}: ${errorMessage}`)
  }
  const result = readConnectAuthorizer(outcome.result, assumptionsOf(core.design), core.mapping.codec.lengthOf)
  if (typeof result === 'string') return failed(result)
  if (signal.aborted) return CONFIGURATION_ERROR
  call.connection.authorizer = authorizerMembers(result, Math.round(clock.now() - startedAt))
  const key = result.usageIdentifierKey
  return { effect: effectOf(result, call, arrival, arn), apiKey: key === null ? ABSENT : core.apiKeys.indexOf(key) }
}

function effectOf({ policy }: AuthorizerResult, { connection }: WebSocketCall, arrival: Arrival, resourceArn: string) {
  const conditionKeys = {
    ...callerKeys({ sourceIp: connection.sourceIp }),
    'aws:UserAgent': headerValue(arrival.headers, 'User-Agent') ?? '',
    'aws:CurrentTime': new Date(arrival.receivedAt).toISOString(),
    'aws:EpochTime': String(Math.floor(arrival.receivedAt / 1000)),
    'aws:SecureTransport': 'true',
  }
  return EFFECTS[evaluatePolicy(policy, { action: 'execute-api:Invoke', resourceArn, conditionKeys }).effect]
}
