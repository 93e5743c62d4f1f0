import type { Design } from '@shared/design/design'
import { findApi } from '@shared/design/route-key'
import { fittingMapping } from './fitting-mapping'
import type { SentUrl } from './split-url'

/** The API of HTTP or WebSocket type that a request goes to, and what of its path is left for it. */
export interface ApiPlace {
  readonly protocolType: 'HTTP' | 'WEBSOCKET'
  readonly apiId: string
  /** Fixed by a mapping of a custom domain; null where the path names it, or leaves it out. */
  readonly stage: string | null
  /** Below the API's own address, or below the base path: begins with a slash, or is empty. As it was sent. */
  readonly path: string
  /** What the caller of the deployed API would have sent, base path included. */
  readonly requestPath: string
  readonly rawQuery: string
  /** The name that such a caller would use. */
  readonly domainName: string
  /** "orders/v1" on a custom domain, "" for the mapping that takes the rest; null on the API's own address. */
  readonly basePath: string | null
}

/**
 * "/{apiId}/..." on the gateway's own address, or a custom domain's path. Null for REST APIs, whose places are `Location`s, and for what
 * leads nowhere. Source: http-api.md 3.1, 11.2; websocket-api.md 1.
 */
export function apiPlaceOf(design: Design, url: SentUrl): ApiPlace | null {
  const { domain } = url
  if (domain === null) return placeByPath(design, url)
  const api = design.apis.find(({ id }) => webSocketDomain(design, id) === domain)
  if (api === undefined) return placeByDomain(design, domain, url)
  return placeByPath(design, { ...url, pathname: `/${api.id}${url.pathname}` })
}

/**
 * The name that AWS gives a WebSocket API: functions here post to connections under it, since their events tell it. Nobody but AWS can
 * have it resolved to this computer. Undefined for APIs of other types.
 */
export function webSocketDomain(design: Design, apiId: string): string | undefined {
  if (findApi(design, apiId)?.protocolType !== 'WEBSOCKET') return undefined
  return `${apiId}.execute-api.${design.region}.amazonaws.com`
}

function placeByPath(design: Design, { pathname, rawQuery }: SentUrl): ApiPlace | null {
  const [, apiId, path = ''] = /^\/([^/]+)(\/.*)?$/s.exec(pathname) ?? []
  if (apiId === undefined) return null
  const protocolType = findApi(design, apiId)?.protocolType
  if (protocolType === undefined || protocolType === 'REST') return null
  const domainName = `${apiId}.execute-api.${design.region}.amazonaws.com`
  const requestPath = path === '' ? '/' : path
  return { protocolType, apiId, stage: null, path, requestPath, rawQuery, domainName, basePath: null }
}

function placeByDomain(design: Design, domain: string, { pathname, rawQuery }: SentUrl): ApiPlace | null {
  const found = design.domainNames.find(({ domainName }) => domainName === domain)
  const fitting = found && fittingMapping(found, pathname)
  if (fitting === undefined) return null
  const { mapping, prefix } = fitting
  const protocolType = findApi(design, mapping.apiId)?.protocolType
  if (protocolType === undefined || protocolType === 'REST') return null
  return {
    protocolType,
    apiId: mapping.apiId,
    stage: mapping.stage ?? null,
    path: pathname.slice(prefix.length),
    requestPath: pathname,
    rawQuery,
    domainName: domain,
    basePath: prefix.slice(1),
  }
}
