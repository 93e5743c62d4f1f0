import type { ByteCodec } from '../mapping/byte-codec'
import { groupByName } from '../mapping/header-list'
import { groupQuery } from '../mapping/query-string'
import { canonicalHeaderName, httpEventHeaders } from './http-event-headers'
import { queryListOf } from './http-query'
import type { HttpCaller, HttpRequestFacts } from './http-request-facts'
import { resourcePathOf } from './http-route-key'
import { eventBody } from './proxy-event-2'
import { requestContext1 } from './request-context-1'

type Groups = ReadonlyMap<string, readonly string[]>

/** What a function behind AWS_PROXY gets in format 1.0. Members that have no value are null. Source: http-api.md 8.2.2, recorded. */
export function proxyEvent1(facts: HttpRequestFacts, caller: HttpCaller | null, codec: ByteCodec) {
  const body = eventBody(facts, codec)
  const headers = canonicalHeaders(facts)
  return {
    version: '1.0',
    ...requestParts1(facts),
    headers: lastValues(headers),
    multiValueHeaders: Object.fromEntries(headers),
    multiValueQueryStringParameters: orNull(queryGroups(facts), Object.fromEntries),
    requestContext: requestContext1(facts, caller),
    body: body.text,
    isBase64Encoded: body.isBase64,
  }
}

/** What integration and authorizer events of format 1.0 say of the request, but for the headers. */
export function requestParts1(facts: HttpRequestFacts) {
  const { method, mappedPath, pathParameters, requestPath, routeKey, stageVariables } = facts
  return {
    resource: resourcePathOf(routeKey),
    path: mappedPath ?? requestPath,
    httpMethod: method,
    queryStringParameters: orNull(queryGroups(facts), lastValues),
    pathParameters: Object.keys(pathParameters).length === 0 ? null : { ...pathParameters },
    stageVariables: Object.keys(stageVariables).length === 0 ? null : stageVariables,
  }
}

export function canonicalHeaders(facts: HttpRequestFacts): Groups {
  return groupByName(httpEventHeaders(facts).map(([name, value]) => [canonicalHeaderName(name), value] as const))
}

/** `fromEntries` defines members, so that a name such as "__proto__" is data. */
export function lastValues(groups: Groups): Record<string, string> {
  return Object.fromEntries([...groups].map(([name, values]) => [name, values.at(-1)!] as const))
}

function queryGroups({ query }: HttpRequestFacts): Groups {
  return groupQuery(queryListOf(query))
}

function orNull<T>(groups: Groups, write: (groups: Groups) => T): T | null {
  return groups.size === 0 ? null : write(groups)
}
