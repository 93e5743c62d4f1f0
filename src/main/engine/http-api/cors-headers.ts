import type { Cors } from '@shared/design/http-api'
import { headerValue, headerValues, type HeaderList } from '../mapping/header-list'

/**
 * Whether the gateway answers a request itself because the API has a CORS configuration: an OPTIONS with the two headers of a preflight.
 * Source: API Gateway Developer Guide, "Configuring CORS for HTTP APIs"; http-api.md 10.2.
 */
export function isPreflight(method: string, headers: HeaderList): boolean {
  return (
    method === 'OPTIONS' &&
    headerValue(headers, 'Origin') !== undefined &&
    headerValue(headers, 'Access-Control-Request-Method') !== undefined
  )
}

/** Headers of the 204 to a preflight; none for an origin that is not allowed. Lists are joined without blanks. */
export function preflightHeaders(cors: Cors, headers: HeaderList): HeaderList {
  const origin = originHeaders(cors, headers)
  if (origin.length === 0) return []
  return [
    ...origin,
    ...listHeader('access-control-allow-methods', cors.allowMethods),
    ...listHeader('access-control-allow-headers', cors.allowHeaders),
    ...(cors.maxAge === undefined ? [] : [['access-control-max-age', String(cors.maxAge)] as const]),
  ]
}

/** Headers that an answer gets, made by the gateway or not: none without an `origin`, or for one that is not allowed. */
export function corsHeaders(cors: Cors, headers: HeaderList): HeaderList {
  const origin = originHeaders(cors, headers)
  if (origin.length === 0) return []
  return [...origin, ...listHeader('access-control-expose-headers', cors.exposeHeaders)]
}

/** What a backend says about CORS is ignored where the API has a configuration. */
export function withoutCorsHeaders(headers: HeaderList): HeaderList {
  return headers.filter(([name]) => !name.toLowerCase().startsWith('access-control-'))
}

/**
 * The origin itself where an entry names it or its scheme, and then `vary`; "*" for everybody. Credentials never go with "*": the
 * service refuses such a configuration.
 */
function originHeaders({ allowOrigins = [], allowCredentials }: Cors, headers: HeaderList): HeaderList {
  const origins = headerValues(headers, 'Origin')
  const [origin] = origins
  if (origin === undefined || origins.length > 1) return []
  if (allowOrigins.some((allowed) => matchesOrigin(allowed, origin))) {
    return [
      ['access-control-allow-origin', origin],
      ['vary', 'origin'],
      ...(allowCredentials === true ? [['access-control-allow-credentials', 'true'] as const] : []),
    ]
  }
  return allowOrigins.includes('*') ? [['access-control-allow-origin', '*']] : []
}

/** An entry names one origin, or with "https://*" every origin of a scheme; nothing else is a wildcard. */
function matchesOrigin(allowed: string, origin: string): boolean {
  if (allowed === 'https://*' || allowed === 'http://*') return origin.startsWith(allowed.slice(0, -1))
  return allowed !== '*' && allowed.toLowerCase() === origin.toLowerCase()
}

function listHeader(name: string, values: readonly string[] | undefined): HeaderList {
  return values === undefined || values.length === 0 ? [] : [[name, values.join(',')]]
}
