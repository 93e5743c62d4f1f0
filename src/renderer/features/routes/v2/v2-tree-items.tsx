import { splitRouteKey } from '@shared/design/route-key'
import type { V2Api } from '@shared/design/v2-api'
import type { Severity } from '@shared/diagnostic'
import { MethodBadge } from '../../../ui/method-badge'
import { SeverityIcon } from '../../../ui/pipeline/ladder-step-row'
import type { TreeItem } from '../../../ui/tree-rows'

/** Routes of HTTP APIs grouped by the first segment of their paths, `$default` last; those of WebSocket APIs as a list, the special ones first. */
export function v2TreeItems(api: V2Api, filter: string, problems: ReadonlyMap<string, Severity>): TreeItem[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  const found = Object.entries(api.routes).filter(([key, { operationName }]) =>
    words.every((word) => `${key} ${operationName ?? ''}`.toLowerCase().includes(word)),
  )
  const items = found.map(([key, { operationName }]) => ({
    key,
    item: routeItem(key, operationName, problems.get(key)),
  }))
  if (api.protocolType === 'WEBSOCKET') {
    return items.toSorted((a, b) => specialRank(a.key) - specialRank(b.key)).map(({ item }) => item)
  }
  const groups = new Map<string, TreeItem[]>()
  for (const { key, item } of items) {
    const group = groupOf(key)
    groups.set(group, [...(groups.get(group) ?? []), item])
  }
  return [...groups]
    .toSorted(([a], [b]) => Number(a === '') - Number(b === ''))
    .flatMap(([group, children]) => (group === '' ? children : [groupItem(group, children)]))
}

const SPECIAL = ['$connect', '$disconnect', '$default']

function specialRank(key: string): number {
  const at = SPECIAL.indexOf(key)
  return at === -1 ? SPECIAL.length : at
}

/** "GET /items/{id}" -> "/items"; "" for `$default`. */
function groupOf(routeKey: string): string {
  if (routeKey === '$default') return ''
  return /^\/[^/]*/.exec(splitRouteKey(routeKey).path)?.[0] ?? '/'
}

function groupItem(path: string, children: readonly TreeItem[]): TreeItem {
  return { id: `group ${path}`, name: path, content: <span className="gw-mono">{path}</span>, children }
}

function routeItem(routeKey: string, operationName: string | undefined, severity: Severity | undefined): TreeItem {
  const isKeyAlone = !routeKey.includes(' ')
  const { verb, path } = isKeyAlone ? { verb: '', path: routeKey } : splitRouteKey(routeKey)
  return {
    id: routeKey,
    name: operationName === undefined ? routeKey : `${routeKey}, ${operationName}`,
    content: (
      <>
        {!isKeyAlone && <MethodBadge verb={verb} />}{' '}
        {operationName === undefined || isKeyAlone ? <span className="gw-mono">{path}</span> : operationName}
      </>
    ),
    trailing: severity === undefined ? undefined : <SeverityIcon severity={severity} />,
    testId: 'route-item',
    attributes: { 'data-route-key': routeKey },
  }
}
