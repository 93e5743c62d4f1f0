import { trimSlashes } from '../router/path-template'
import { decodePath } from './decode-path'
import type { HttpRequestFacts } from './http-request-facts'
import { canonicalHeaders, lastValues, requestParts1 } from './proxy-event-1'
import { requestParts2 } from './proxy-event-2'
import { identity1 } from './request-context-1'
import { requestContext2 } from './request-context-2'
import { resourcePathOf } from './http-route-key'

/**
 * "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/pets/7": what policies are asked about, with the path that routing
 * looked at. Source: http-api.md 6.2 and 7; whether it names the route's template instead is not known.
 */
export function routeArn(facts: HttpRequestFacts): string {
  const { accountId, apiId, method, region, routePath, stage } = facts
  const path = trimSlashes(decodePath(routePath))
  return `arn:aws:execute-api:${region}:${accountId}:${apiId}/${stage}/${method}/${path}`
}

/** What a Lambda authorizer gets in format 2.0; `identity` holds the values of its identity sources. Source: http-api.md 6.2. */
export function authorizerEvent2(facts: HttpRequestFacts, identity: readonly string[]) {
  return {
    version: '2.0',
    type: 'REQUEST',
    routeArn: routeArn(facts),
    identitySource: identity,
    routeKey: facts.routeKey,
    ...requestParts2(facts),
    requestContext: requestContext2(facts, null),
  }
}

/** The same in format 1.0. Source: http-api.md 6.3. */
export function authorizerEvent1(facts: HttpRequestFacts, identity: readonly string[]) {
  const { accountId, apiId, method, requestId, requestPath, routeKey, stage } = facts
  const token = identity.join(',')
  return {
    version: '1.0',
    type: 'REQUEST',
    methodArn: routeArn(facts),
    identitySource: token,
    authorizationToken: token,
    ...requestParts1(facts),
    headers: lastValues(canonicalHeaders(facts)),
    requestContext: {
      path: requestPath,
      accountId,
      resourceId: routeKey,
      stage,
      requestId,
      identity: identity1(facts, null),
      resourcePath: resourcePathOf(routeKey),
      httpMethod: method,
      apiId,
    },
  }
}
