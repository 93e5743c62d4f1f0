import type { ByteCodec } from '../mapping/byte-codec'
import { headerValue, headerValues, type HeaderList } from '../mapping/header-list'
import { httpEventHeaders } from './http-event-headers'
import type { HttpCaller, HttpRequestFacts } from './http-request-facts'
import { rawPathOf, requestContext2 } from './request-context-2'
import { isTextPayload } from './text-payload'

/** What a function behind AWS_PROXY gets in format 2.0. Members that have no value are not there. Source: http-api.md 8.2.1, recorded. */
export function proxyEvent2(facts: HttpRequestFacts, caller: HttpCaller | null, codec: ByteCodec) {
  const body = eventBody(facts, codec)
  return {
    version: '2.0',
    routeKey: facts.routeKey,
    ...requestParts2(facts),
    requestContext: requestContext2(facts, caller),
    ...(body.text !== null && { body: body.text }),
    isBase64Encoded: body.isBase64,
  }
}

/** What integration and authorizer events of format 2.0 say of the request. */
export function requestParts2(facts: HttpRequestFacts) {
  const { headers, pathParameters, query, rawQuery, stageVariables } = facts
  const cookies = headerValues(headers, 'Cookie').flatMap((value) => value.split('; '))
  const withoutCookies = httpEventHeaders(facts).filter(([name]) => name.toLowerCase() !== 'cookie')
  return {
    rawPath: rawPathOf(facts),
    rawQueryString: rawQuery,
    ...(cookies.length > 0 && { cookies }),
    headers: joined(withoutCookies.map(([name, value]) => [name.toLowerCase(), value] as const)),
    ...(query.length > 0 && { queryStringParameters: joined(query.map(({ name, value }) => [name, value] as const)) }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters: { ...pathParameters } }),
    ...(Object.keys(stageVariables).length > 0 && { stageVariables }),
  }
}

/** A request's body as events hold it; null where there is none. Source: http-api.md 8.2.3. */
export function eventBody({ body, headers }: HttpRequestFacts, codec: ByteCodec) {
  if (body.length === 0) return { text: null, isBase64: false }
  const isText = isTextPayload(headerValue(headers, 'Content-Type'), headerValue(headers, 'Content-Encoding'))
  return { text: isText ? codec.textOf(body) : codec.base64Of(body), isBase64: !isText }
}

/** Repeated names become one, their values joined by commas. `fromEntries` defines members, so that "__proto__" is data. */
function joined(pairs: HeaderList): Record<string, string> {
  const values = new Map<string, string>()
  for (const [name, value] of pairs) {
    const known = values.get(name)
    values.set(name, known === undefined ? value : `${known},${value}`)
  }
  return Object.fromEntries(values)
}
