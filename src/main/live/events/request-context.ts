import type { Call } from '../call'
import { requestTime } from '../request/execute-api'
import { headerValue } from '../../engine/mapping/header-list'

/** `requestContext` of events with payload version 1.0, without `authorizer`. Source: rest-api.md 9.2, recorded. */
export function requestContext(call: Call) {
  const { message, route } = call
  const { view, design } = route.stage
  return {
    resourceId: route.resourceId,
    resourcePath: route.compiled.path,
    httpMethod: message.verb,
    extendedRequestId: message.ids.extendedRequestId,
    requestTime: requestTime(message.receivedAt),
    path: message.stagePath,
    accountId: design.accountId,
    protocol: 'HTTP/1.1',
    stage: view.stage,
    domainPrefix: message.domainName.split('.')[0],
    requestTimeEpoch: message.receivedAt,
    requestId: message.ids.requestId,
    identity: identity(call),
    domainName: message.domainName,
    deploymentId: view.settings.deploymentId,
    apiId: view.apiId,
  }
}

function identity({ message, route, apiKey }: Call) {
  const key = route.stage.design.apiKeys[apiKey]
  return {
    cognitoIdentityPoolId: null,
    accountId: null,
    cognitoIdentityId: null,
    caller: null,
    sourceIp: message.sourceIp,
    principalOrgId: null,
    accessKey: null,
    cognitoAuthenticationType: null,
    cognitoAuthenticationProvider: null,
    userArn: null,
    userAgent: headerValue(message.headers, 'User-Agent') ?? null,
    user: null,
    ...(key && { apiKey: key.value, apiKeyId: key.id }),
  }
}
