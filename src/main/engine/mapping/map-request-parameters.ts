import type { Integration, IntegrationType } from '@shared/design/integration'
import type { HeaderList } from './header-list'
import { headerTarget } from './header-targets'
import type { MappedValue } from './mapped-value'
import { configurationFailure, type MappingFailure } from './mapping-failure'
import type { QueryList } from './query-string'

/** What mappings add to an integration's request. */
export interface RequestParts {
  readonly kind: 'parts'
  readonly headers: HeaderList
  readonly query: QueryList
  /** For `{name}` in the integration's URI. */
  readonly path: ReadonlyMap<string, string>
}

const TARGET = /^integration\.request\.(header|querystring|path)\.(.+)$/s

/**
 * Apply an integration's `requestParameters`; `evaluate` gives the value of an expression. A mapping without a value adds nothing.
 * Source: rest-api.md 9.5.
 */
export function mapRequestParameters(
  { type, requestParameters }: Pick<Integration, 'type' | 'requestParameters'>,
  evaluate: (expression: string) => MappedValue,
): RequestParts | MappingFailure {
  if (requestParameters === undefined) return NOTHING_ADDED
  const illegal = illegalHeaderTarget(type, requestParameters)
  if (illegal !== undefined) return configurationFailure(`the header ${illegal} cannot be a mapping's target`)
  const headers: [string, string][] = []
  const query: [string, string][] = []
  const path = new Map<string, string>()
  for (const [target, expression] of Object.entries(requestParameters)) {
    const [, location, name] = TARGET.exec(target) ?? []
    if (location === undefined || name === undefined) continue
    const mapped = evaluate(expression)
    if (mapped.kind === 'failure') return mapped
    if (mapped.kind === 'absent') continue
    if (location === 'path') path.set(name, mapped.value)
    else if (location === 'querystring') for (const value of mapped.values) query.push([name, value])
    else if (headerTarget(type, name) === 'allowed') headers.push([name, mapped.value])
  }
  return { kind: 'parts', headers, query, path }
}

const NOTHING_ADDED: RequestParts = { kind: 'parts', headers: [], query: [], path: new Map() }

/** The first header among the targets of mappings that this type of integration does not allow. */
export function illegalHeaderTarget(
  type: IntegrationType,
  requestParameters: Readonly<Record<string, string>>,
): string | undefined {
  return Object.keys(requestParameters)
    .flatMap((target) => (/^integration\.request\.header\.(.+)$/s.exec(target) ?? []).slice(1))
    .find((name) => headerTarget(type, name) === 'illegal')
}
