import type { RequestOverride } from '@shared/contract/template'
import type { IntegrationType } from '@shared/design/integration'
import { headerTarget } from './header-targets'
import type { RequestParts } from './map-request-parameters'
import { configurationFailure, type MappingFailure } from './mapping-failure'
import { overriddenNames, overrideMap, overrideTexts, overrideValues } from './override-values'

/** `$context.requestOverride` wins over mappings. Source: rest-api.md 10.4. */
export function overrideRequest(
  type: IntegrationType,
  { headers, query, path }: RequestParts,
  override: RequestOverride,
): RequestParts | MappingFailure {
  if (isNothing(override)) return { kind: 'parts', headers, query, path }
  const headerOverride = overrideMap(override, 'header')
  const illegal = Object.keys(headerOverride).find((name) => headerTarget(type, name) === 'illegal')
  if (illegal !== undefined) return configurationFailure(`the header ${illegal} cannot be overridden`)
  const queryOverride = overrideMap(override, 'querystring')
  const replacedHeaders = overriddenNames(headerOverride)
  const newHeaders = overrideValues(headerOverride).filter(([name]) => headerTarget(type, name) === 'allowed')
  const pathOverride = Object.entries(overrideMap(override, 'path')).map(
    ([name, value]) => [name, overrideTexts(value).join(',')] as const,
  )
  return {
    kind: 'parts',
    headers: [...headers.filter(([name]) => !replacedHeaders.has(name.toLowerCase())), ...newHeaders],
    query: [...query.filter(([name]) => !Object.hasOwn(queryOverride, name)), ...overrideValues(queryOverride)],
    path: new Map([...path, ...pathOverride]),
  }
}

/** Most templates write nothing to it. */
function isNothing(override: RequestOverride): boolean {
  return ['header', 'querystring', 'path'].every((name) => Object.keys(overrideMap(override, name)).length === 0)
}
