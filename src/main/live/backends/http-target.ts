import type { Call } from '../call'
import { evaluateMapping } from '../mapping-expression'
import { fillStageVariables } from './invoke-function'

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

const PATH_TARGET = 'integration.request.path.'
const QUERY_TARGET = 'integration.request.querystring.'
const PLACEHOLDER = /\{([A-Za-z0-9._-]+)\+?\}/g
/** What may stand in for a part of a host: nothing that could end it. */
const HOST_PART = /^[A-Za-z0-9.-]*$/

/**
 * The address of an HTTP_PROXY integration: `{name}` from path mappings only, stage variables anywhere; the query string written in the
 * URI comes first, then the client's, then what is mapped. A text says why there is none.
 * Source: rest-api.md 9.1 and 9.4, recorded.
 */
export function httpTarget(call: Call): HttpTarget | string {
  const { uri, backend, requestParameters } = call.route.compiled.method.integration!
  const written = fillStageVariables(uri ?? '', call.route.stage.variables)
  const [, scheme, authority, path, query] =
    /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/s.exec(written) ?? []
  if (scheme === undefined || authority === undefined || path === undefined) {
    return backend === undefined ? 'invalid endpoint address' : originTarget(backend, requestPath(call, '', undefined))
  }
  const mappings = requestParameters ?? {}
  const filledPath = fill(path, call, mappings)
  const filledHost = authority.replaceAll(PLACEHOLDER, (placeholder, name: string) => {
    const value = pathMapping(call, mappings, name)
    return value !== null && HOST_PART.test(value) ? value : placeholder
  })
  const outgoing = requestPath(call, filledPath, query === undefined ? undefined : fill(query, call, mappings))
  return originTarget(backend ?? `${scheme}://${filledHost}`, outgoing)
}

function originTarget(origin: string, path: string): HttpTarget | string {
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
  return { protocol, hostname: hostname.replace(/^\[|\]$/g, ''), port, host: url.host, path: safePath(prefix + path) }
}

/** Query strings in the order they go out. */
function requestPath(call: Call, path: string, written: string | undefined): string {
  const queries = [written ?? '', call.message.rawQuery, mappedQuery(call)].filter((part) => part !== '')
  const target = path === '' ? '/' : path
  return queries.length === 0 ? target : `${target}?${queries.join('&')}`
}

function mappedQuery(call: Call): string {
  const mappings = call.route.compiled.method.integration!.requestParameters ?? {}
  return Object.entries(mappings)
    .flatMap(([target, expression]) => {
      const mapped = target.startsWith(QUERY_TARGET) ? evaluateMapping(expression, call) : null
      if (mapped?.kind !== 'value') return []
      return [`${encodeURIComponent(target.slice(QUERY_TARGET.length))}=${encodeURIComponent(mapped.value)}`]
    })
    .join('&')
}

function fill(text: string, call: Call, mappings: Readonly<Record<string, string>>): string {
  return text.replaceAll(
    PLACEHOLDER,
    (placeholder, name: string) =>
      pathMapping(call, mappings, name)?.replaceAll(/[?#]/g, encodeURIComponent) ?? placeholder,
  )
}

/** Null: nothing is mapped to it, and the placeholder stays as it is written. */
function pathMapping(call: Call, mappings: Readonly<Record<string, string>>, name: string): string | null {
  const expression = mappings[PATH_TARGET + name]
  const mapped = expression === undefined ? null : evaluateMapping(expression, call)
  return mapped?.kind === 'value' ? mapped.value : null
}

/** What cannot stand in a request line is encoded; what is encoded already stays. */
function safePath(path: string): string {
  return path.replaceAll(/[^\u0021-\u007e]/g, (character) => {
    const isWhole = !/[\ud800-\udfff]/.test(character)
    return isWhole ? encodeURIComponent(character) : '%EF%BF%BD'
  })
}
