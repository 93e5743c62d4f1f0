import type { BasePathMapping, DomainName } from '@shared/design/domain-name'
import type { StageRef } from '../../engine/runtime'

/** Where a request goes: a stage, and what is left of the path for it. */
export interface Location extends StageRef {
  /** Below the stage, as sent but for doubled slashes at its beginning; begins with a slash. */
  readonly path: string
  /** `path` of events: on a custom domain it begins with the base path. */
  readonly eventPath: string
  /** `requestContext.path`: what the caller of the deployed API would have sent. */
  readonly stagePath: string
}

/** "/{apiId}/{stage}/orders//7" -> the stage and "/orders//7". Null when the path does not have both. */
export function locateByPath(pathname: string): Location | null {
  const [, apiId, stage, rest = ''] = /^\/+([^/]+)\/([^/]+)(\/.*)?$/s.exec(pathname) ?? []
  if (apiId === undefined || stage === undefined) return null
  const path = withOneSlash(rest)
  return { apiId, stage, path, eventPath: path, stagePath: `/${stage}${rest === '' ? '/' : rest}` }
}

/**
 * A path on a custom domain: the longest base path that stands at its beginning wins, whole segments only; "(none)" takes the rest.
 * Source: API Gateway Developer Guide, "Map API stages to a custom domain name"; rest-api.md 13.
 */
export function locateByDomain({ basePathMappings }: DomainName, pathname: string): Location | null {
  const fitting = basePathMappings
    .map((mapping) => ({ mapping, prefix: prefixOf(mapping) }))
    .filter(({ prefix }) => pathname === prefix || pathname.startsWith(`${prefix}/`))
    .toSorted((a, b) => b.prefix.length - a.prefix.length)[0]
  if (fitting === undefined) return null
  const { mapping, prefix } = fitting
  const rest = pathname.slice(prefix.length)
  const place = (stage: string, path: string): Location => ({
    apiId: mapping.apiId,
    stage,
    path: withOneSlash(path),
    eventPath: prefix + withOneSlash(path),
    stagePath: pathname,
  })
  if (mapping.stage !== undefined) return place(mapping.stage, rest)
  const [, stage, below = ''] = /^\/+([^/]+)(\/.*)?$/s.exec(rest) ?? []
  return stage === undefined ? null : place(stage, below)
}

/** Base path "orders/v1" -> "/orders/v1"; "(none)" -> "". */
function prefixOf({ basePath }: BasePathMapping): string {
  return basePath === '(none)' || basePath === '' ? '' : `/${basePath}`
}

function withOneSlash(path: string): string {
  return `/${path.replace(/^\/+/, '')}`
}
