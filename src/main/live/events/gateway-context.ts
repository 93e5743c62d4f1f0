import type { GatewayResponseContext } from '../../engine/mapping/gateway-response-context'
import { groupByName, headerValue } from '../../engine/mapping/header-list'
import { groupQuery } from '../../engine/mapping/query-string'
import { callerIdentity } from '../../engine/mapping/request-context'
import type { Call } from '../call'
import type { LiveStage } from '../live-stage'
import { requestTime } from '../request/execute-api'
import type { Message } from '../request/message'
import { authorizerContext } from './authorizer-context'
import { stageFacts } from './stage-facts'

/** What gateway responses and mappings may speak of, before a route is known. */
export function stageContext(stage: LiveStage, message: Message): GatewayResponseContext {
  return {
    requestId: message.ids.requestId,
    extendedRequestId: message.ids.extendedRequestId,
    apiId: stage.view.apiId,
    accountId: stage.design.accountId,
    stage: stage.view.stage,
    httpMethod: message.verb,
    path: message.stagePath,
    domainName: message.domainName,
    protocol: 'HTTP/1.1',
    requestTime: requestTime(message.receivedAt),
    requestTimeEpoch: message.receivedAt,
    ...stageFacts(stage),
    identity: {
      sourceIp: message.sourceIp,
      userAgent: headerValue(message.headers, 'User-Agent'),
      ...(message.clientCertificate && { clientCert: message.clientCertificate }),
    },
    stageVariables: stage.variables,
    headers: Object.fromEntries(groupByName(message.headers)),
    query: Object.fromEntries(groupQuery(message.query)),
    pathParameters: {},
  }
}

/** The same for a request that found its route. */
export function callContext(call: Call): GatewayResponseContext {
  const { message, route, caller } = call
  const authorizer = authorizerContext(call)
  const stage = route.stage
  const context = stageContext(stage, message)
  const apiKey = stage.design.apiKeys[call.apiKey]
  return {
    ...context,
    resourcePath: route.compiled.path,
    resourceId: route.resourceId,
    pathParameters: call.pathParameters,
    identity: {
      ...context.identity,
      ...(caller && callerIdentity(caller)),
      ...(apiKey && { apiKey: apiKey.value, apiKeyId: apiKey.id }),
    },
    ...(authorizer && { authorizer }),
  }
}
