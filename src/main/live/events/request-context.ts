import { headerValue } from '../../engine/mapping/header-list'
import { requestContext } from '../../engine/mapping/request-context'
import type { Call } from '../call'
import { requestTime } from '../request/execute-api'

/** `requestContext` of events with payload version 1.0, without `authorizer`, and what `$context` begins with. */
export function callRequestContext({ message, route, apiKey, caller }: Call) {
  const { design, view } = route.stage
  return requestContext({
    requestId: message.ids.requestId,
    extendedRequestId: message.ids.extendedRequestId,
    accountId: design.accountId,
    apiId: view.apiId,
    deploymentId: view.settings.deploymentId,
    stage: view.stage,
    resourceId: route.resourceId,
    resourcePath: route.compiled.path,
    httpMethod: message.verb,
    path: message.stagePath,
    domainName: message.domainName,
    requestTime: requestTime(message.receivedAt),
    requestTimeEpoch: message.receivedAt,
    sourceIp: message.sourceIp,
    vpcEndpointId: message.vpcEndpointId,
    clientCertificate: message.clientCertificate,
    userAgent: headerValue(message.headers, 'User-Agent'),
    apiKey: design.apiKeys[apiKey],
    caller: caller ?? undefined,
  })
}
