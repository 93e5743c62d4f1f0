import type { BasePathMapping, DomainName } from '@shared/design/domain-name'

/** The mapping of a custom domain that a path belongs to. */
export interface FittingMapping {
  readonly mapping: BasePathMapping
  /** "/orders/v1", or "" where no base path is needed. */
  readonly prefix: string
}

/**
 * The longest base path that stands at a path's beginning wins, whole segments only; "(none)" takes the rest.
 * Source: API Gateway Developer Guide, "Map API stages to a custom domain name"; rest-api.md 13.
 */
export function fittingMapping({ basePathMappings }: DomainName, pathname: string): FittingMapping | undefined {
  return basePathMappings
    .map((mapping) => ({ mapping, prefix: prefixOf(mapping) }))
    .filter(({ prefix }) => pathname === prefix || pathname.startsWith(`${prefix}/`))
    .toSorted((a, b) => b.prefix.length - a.prefix.length)[0]
}

/** Base path "orders/v1" -> "/orders/v1"; "(none)" -> "". */
function prefixOf({ basePath }: BasePathMapping): string {
  return basePath === '(none)' || basePath === '' ? '' : `/${basePath}`
}
