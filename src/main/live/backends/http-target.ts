import { fillPath, fillPlaceholders, sendablePath } from '../../engine/mapping/fill-placeholders'
import { fillStageVariables } from '../../engine/mapping/fill-stage-variables'
import type { QueryList } from '../../engine/mapping/query-string'
import type { Call } from '../call'

/** Where an HTTP integration sends its request. */
export interface HttpTarget {
  readonly protocol: 'http:' | 'https:'
  /** Without brackets. */
  readonly hostname: string
  readonly port: number
  /** What the `Host` header says. */
  readonly host: string
  /** Path and query string, as they go out. */
  readonly path: string
}

/** What may stand in for a part of a host: nothing that could end it. */
const HOST_PART = /^[A-Za-z0-9.-]*$/

/** What `{name}` in a URI stands for. */
type PathValues = ReadonlyMap<string, string>

/**
 * The address of an HTTP integration: `{name}` from path mappings only, stage variables anywhere; the query string written in the URI
 * comes first, then `queries`. A text says why there is none.
 * Source: rest-api.md 9.1 and 9.4, recorded.
 */
export function httpTarget(call: Call, values: PathValues, queries: readonly string[]): HttpTarget | string {
  const { uri, backend } = call.route.compiled.method.integration!
  const written = fillStageVariables(uri ?? '', call.route.stage.variables)
  const [, scheme, authority, path, query = ''] =
    /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/s.exec(written) ?? []
  if (scheme === undefined || authority === undefined || path === undefined) {
    return backend === undefined ? 'invalid endpoint address' : originTarget(backend, requestPath('', queries))
  }
  const filledHost = fillPlaceholders(authority, (name) => {
    const value = values.get(name)
    return value !== undefined && HOST_PART.test(value) ? value : undefined
  })
  const outgoing = requestPath(fillPath(path, values), [fillPath(query, values), ...queries])
  return originTarget(backend ?? `${scheme}://${filledHost}`, outgoing)
}

/** [["a b", "1"]] -> "a%20b=1". */
export function queryText(query: QueryList): string {
  return query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')
}

/** Half of a surrogate pair has no encoding. */
function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/gu, '\ufffd'))
}

/** `path` with its query string, at an origin that may have a path of its own. A text says why there is none. */
export function originTarget(origin: string, path: string): HttpTarget | string {
  let url: URL
  // A placeholder that nothing is mapped to.
  if (/[{}]/.test(origin)) return 'invalid endpoint address'
  try {
    url = new URL(origin)
  } catch {
    return 'invalid endpoint address'
  }
  const { protocol, hostname } = url
  if (protocol !== 'http:' && protocol !== 'https:') return `the scheme ${protocol} is neither http nor https`
  if (url.username !== '' || url.password !== '') return 'invalid endpoint address'
  const port = url.port === '' ? (protocol === 'http:' ? 80 : 443) : Number(url.port)
  if (port !== 80 && port !== 443 && port < 1024) return `port ${port} is not allowed (80, 443 and 1024 to 65535 are)`
  const prefix = url.pathname === '/' ? '' : url.pathname.replace(/\/$/, '')
  return {
    protocol,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port,
    host: url.host,
    path: sendablePath(prefix + path),
  }
}

/** A path with query strings in the order they go out. */
export function requestPath(path: string, queries: readonly string[]): string {
  const target = path === '' ? '/' : path
  const query = queries.filter((part) => part !== '').join('&')
  return query === '' ? target : `${target}?${query}`
}
