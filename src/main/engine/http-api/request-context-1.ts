import { callerIdentity } from '../mapping/request-context'
import { headerValue } from '../mapping/header-list'
import { resourcePathOf } from './http-route-key'
import type { HttpCaller, HttpRequestFacts } from './http-request-facts'
import { rawPathOf } from './request-context-2'

/** `requestContext` of events of format 1.0. Source: http-api.md 8.2.2, recorded. */
export function requestContext1(facts: HttpRequestFacts, caller: HttpCaller | null) {
  const { accountId, apiId, domainName, method, requestId, requestTime, receivedAt, routeKey, stage } = facts
  return {
    accountId,
    apiId,
    authorizer: authorizer1(caller),
    domainName,
    domainPrefix: domainName.split('.')[0]!,
    extendedRequestId: requestId,
    httpMethod: method,
    identity: identity1(facts, caller),
    path: rawPathOf(facts),
    protocol: 'HTTP/1.1',
    requestId,
    requestTime,
    requestTimeEpoch: receivedAt,
    resourceId: routeKey,
    resourcePath: resourcePathOf(routeKey),
    stage,
  }
}

export function identity1({ clientCertificate, headers, sourceIp }: HttpRequestFacts, caller: HttpCaller | null) {
  return {
    accessKey: null,
    accountId: null,
    caller: null,
    cognitoAmr: null,
    cognitoAuthenticationProvider: null,
    cognitoAuthenticationType: null,
    cognitoIdentityId: null,
    cognitoIdentityPoolId: null,
    principalOrgId: null,
    sourceIp,
    user: null,
    userAgent: headerValue(headers, 'User-Agent') ?? '',
    userArn: null,
    ...(clientCertificate && { clientCert: clientCertificate }),
    ...(caller?.kind === 'iam' && callerIdentity(caller.caller)),
  }
}

/** A Lambda authorizer's context stands beside its principal. */
function authorizer1(caller: HttpCaller | null): object {
  if (caller?.kind === 'jwt') return { claims: caller.claims, scopes: caller.scopes }
  if (caller?.kind !== 'lambda') return { claims: null, scopes: null }
  const { principalId, context } = caller
  return { ...(principalId !== null && { principalId }), ...context }
}
