import { headerValues, type HeaderList } from '../mapping/header-list'
import type { HttpRequestFacts } from './http-request-facts'

/** They belong to the connection, or the gateway writes them. */
const NOT_PASSED: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'x-amzn-trace-id',
  'x-forwarded-for',
  'x-forwarded-port',
  'x-forwarded-proto',
])

/**
 * The headers of a request as functions and authorizers get them: what was sent, with what the gateway adds. They say what a caller of
 * the deployed API would have said (https, port 443), not what the loopback socket did. Source: http-api.md 8.2.1, recorded.
 */
export function httpEventHeaders(facts: HttpRequestFacts): HeaderList {
  const { headers, body, domainName, sourceIp, traceId } = facts
  return [
    ...headers.filter(([name]) => !NOT_PASSED.has(name.toLowerCase())),
    ['content-length', String(body.length)],
    ['host', domainName],
    ['x-amzn-trace-id', traceId],
    ['x-forwarded-for', [...headerValues(headers, 'X-Forwarded-For'), sourceIp].join(', ')],
    ['x-forwarded-port', '443'],
    ['x-forwarded-proto', 'https'],
  ]
}

/** "x-custom-HEADER" -> "X-Custom-Header": names in events of format 1.0 and on the wire. Source: http-api.md 8.2.2 and 8.2.5, recorded. */
export function canonicalHeaderName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/(^|-)([a-z])/g, (_match, before: string, letter: string) => before + letter.toUpperCase())
}
