import { headerValue } from '../mapping/header-list'
import { decodePath } from './decode-path'
import type { HttpCaller, HttpRequestFacts } from './http-request-facts'

/** `rawPath`: decoded, with the stage or the base path that was called by; or what a mapping has put in its place. */
export function rawPathOf({ requestPath, mappedPath }: HttpRequestFacts): string {
  return mappedPath ?? decodePath(requestPath)
}

/** `requestContext` of events of format 2.0; `caller` null for an event that comes before authorization. Source: http-api.md 8.2.1. */
export function requestContext2(facts: HttpRequestFacts, caller: HttpCaller | null) {
  const { accountId, apiId, clientCertificate, domainName, headers, method, requestId, routeKey, sourceIp, stage } =
    facts
  return {
    accountId,
    apiId,
    ...(clientCertificate && { authentication: { clientCert: clientCertificate } }),
    ...(caller !== null && { authorizer: authorizer2(caller) }),
    domainName,
    domainPrefix: domainName.split('.')[0]!,
    http: {
      method,
      path: rawPathOf(facts),
      protocol: 'HTTP/1.1',
      sourceIp,
      userAgent: headerValue(headers, 'User-Agent') ?? '',
    },
    requestId,
    routeKey,
    stage,
    time: facts.requestTime,
    timeEpoch: facts.receivedAt,
  }
}

function authorizer2(caller: HttpCaller): object {
  switch (caller.kind) {
    case 'jwt':
      return { jwt: { claims: caller.claims, scopes: caller.scopes } }
    case 'lambda':
      return { lambda: caller.context }
    case 'iam': {
      const { accessKeyId, accountId, arn, userId } = caller.caller
      return {
        iam: {
          accessKey: accessKeyId,
          accountId,
          callerId: userId,
          cognitoIdentity: null,
          principalOrgId: null,
          userArn: arn,
          userId,
        },
      }
    }
  }
}
