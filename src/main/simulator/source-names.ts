import type { Scenario } from '@shared/design/scenario'

/** Of those that a request's `caller` is an index of: traffic sources, or connections. */
export function sourceNames({ sources, connections }: Pick<Scenario, 'sources' | 'connections'>): string[] {
  return (connections ?? sources).map(({ name }) => name)
}
