import type { HttpIntegration } from '@shared/design/http-api'
import { isSigV4Authorization } from './sigv4-authorization'
import { fillPlaceholders, sendablePath } from '../mapping/fill-placeholders'
import { fillStageVariables } from '../mapping/fill-stage-variables'
import { headerValues, type HeaderList } from '../mapping/header-list'
import { encodePathValue } from './decode-path'
import type { HttpRequestFacts } from './http-request-facts'

/** Where HTTP_PROXY sends a request: an origin, and path and query string as they go out. */
export interface HttpProxyTarget {
  /** "https://example.com". */
  readonly origin: string
  readonly path: string
}

/** What may stand in for a part of a host: nothing that could end it. */
const HOST_PART = /^[A-Za-z0-9.-]*$/
const URI = /^([A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#]*)([^?#]*)(?:\?([^#]*))?/s

/**
 * The target of a request, mapped already. A URI is used as it is written, with route parameters and stage variables filled in; only
 * `$default` gets the whole request path appended. A private integration gets the path that was called, its stage included. A text says
 * why there is no target. Source: http-api.md 8.3.
 */
export function httpProxyTarget(
  { integrationUri, connectionType, backend }: HttpIntegration,
  facts: HttpRequestFacts,
): HttpProxyTarget | string {
  const { rawQuery } = facts
  const mapped = facts.mappedPath === undefined ? undefined : encodeMappedPath(facts.mappedPath)
  if (connectionType === 'VPC_LINK') {
    if (backend === undefined) return NO_VPC_LINK
    return { origin: backend, path: withQuery(mapped ?? facts.requestPath, [rawQuery]) }
  }
  const [, origin, path = '', query = ''] =
    URI.exec(fillStageVariables(integrationUri ?? '', facts.stageVariables)) ?? []
  if (origin === undefined) return `"${integrationUri ?? ''}" is no URL`
  const filledOrigin = fillPlaceholders(origin, (name) => {
    const value = parameterOf(facts, name)
    return value !== undefined && HOST_PART.test(value) ? value : undefined
  })
  const fill = (text: string): string =>
    fillPlaceholders(text, (name) => {
      const value = parameterOf(facts, name)
      return value === undefined ? undefined : encodePathValue(value)
    })
  const written = fill(path)
  const below = facts.routeKey === '$default' ? written.replace(/\/$/, '') + facts.routePath : written
  return { origin: backend ?? filledOrigin, path: withQuery(mapped ?? below, [fill(query), rawQuery]) }
}

const NO_VPC_LINK =
  'a VPC link has no way to its target from here; set the backend of the integration to a local address that plays it, ' +
  'as in "http://127.0.0.1:9000"'

/** Of the connection, or of the gateway itself. */
const NOT_FORWARDED: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'forwarded',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
  'x-amzn-trace-id',
])

/**
 * Headers of the request to an HTTP backend: what was sent and mapped, with what the gateway says of itself. A signature was for the
 * gateway and is not passed on. `host` is the backend's unless a mapping has set it. Source: http-api.md 7 and 8.3, observed.
 */
export function httpProxyHeaders(facts: HttpRequestFacts, mapped: HttpRequestFacts, selfTraceId: string): HeaderList {
  const { domainName, sourceIp, traceId } = facts
  const sentHost = headerValues(facts.headers, 'Host')
  const forwarded = `by=${GATEWAY_ADDRESS};for=${sourceIp.includes(':') ? `"[${sourceIp}]"` : sourceIp};host=${domainName};proto=https`
  return [
    ...mapped.headers.filter(([name, value]) => {
      const lowerCase = name.toLowerCase()
      if (lowerCase === 'host') return !sentHost.includes(value)
      return !NOT_FORWARDED.has(lowerCase) && !isSigV4Authorization(name, value)
    }),
    ['forwarded', [...headerValues(facts.headers, 'Forwarded'), forwarded].join(', ')],
    ['via', [...headerValues(facts.headers, 'Via'), 'HTTP/1.1 AmazonAPIGateway'].join(', ')],
    ['x-amzn-trace-id', `Self=${selfTraceId};${traceId}`],
  ]
}

/** The address that the gateway calls from: this computer's. */
const GATEWAY_ADDRESS = '127.0.0.1'

/** Headers of a backend's answer that end with its connection. */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

export function withoutHopByHop(headers: HeaderList): HeaderList {
  const named = headerValues(headers, 'Connection').flatMap((value) => value.toLowerCase().split(/\s*,\s*/))
  return headers.filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase()) && !named.includes(name.toLowerCase()))
}

function parameterOf({ pathParameters }: HttpRequestFacts, name: string): string | undefined {
  return Object.hasOwn(pathParameters, name) ? pathParameters[name] : undefined
}

/** A mapped path is text: what a URL's path cannot hold is encoded, encodings that it has stay. */
function encodeMappedPath(path: string): string {
  return path.replaceAll(/[?#]|%(?![0-9a-f]{2})/gi, encodeURIComponent)
}

function withQuery(path: string, queries: readonly string[]): string {
  const query = queries.filter((part) => part !== '').join('&')
  const target = path === '' ? '/' : path
  return sendablePath(query === '' ? target : `${target}?${query}`)
}
