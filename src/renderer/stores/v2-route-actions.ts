import { addV2Route, type NewV2Route } from '@shared/design/edits/v2/add-v2-route'
import { duplicateV2Route } from '@shared/design/edits/v2/duplicate-v2-route'
import { removeV2Route } from '@shared/design/edits/v2/remove-v2-route'
import { renameV2Route } from '@shared/design/edits/v2/rename-v2-route'
import { routeKeysOf, splitRouteKey } from '@shared/design/route-key'
import type { V2Api } from '@shared/design/v2-api'
import { useDesignStore } from './design-store'
import { editWithUndo } from './edit-with-undo'
import { isSameTab, useUiStore } from './ui-store'

function openRoute(key: string): void {
  useUiStore.getState().openTab({ kind: 'route', key })
}

/** A new route, open in a tab. */
export function createV2Route(apiId: string, route: NewV2Route): void {
  useDesignStore.getState().edit(`New route ${route.routeKey}`, (design) => addV2Route(design, apiId, route))
  openRoute(route.routeKey)
}

/** The same route once more with the same integration: "GET /items-copy", "sendMessageCopy". */
export function copyV2Route(api: V2Api, routeKey: string): void {
  const toKey = freeKey(api, routeKey)
  editWithUndo({
    name: `Duplicate ${routeKey}`,
    change: (design) => duplicateV2Route(design, api.id, routeKey, toKey),
    message: `${routeKey} is also ${toKey} now`,
    code: 'route-duplicated',
    onUndone: () => useUiStore.getState().closeTab({ kind: 'route', key: toKey }),
  })
  openRoute(toKey)
}

function freeKey(api: V2Api, routeKey: string): string {
  const taken = new Set(routeKeysOf(api))
  let key = copyOf(api, routeKey)
  while (taken.has(key)) key = copyOf(api, key)
  return key
}

function copyOf({ protocolType }: V2Api, routeKey: string): string {
  if (protocolType === 'WEBSOCKET') return `${routeKey.replace(/^\$/, '')}Copy`
  if (routeKey === '$default') return 'ANY /copy'
  const { verb, path } = splitRouteKey(routeKey)
  return path === '/' ? `${verb} /copy` : `${verb} ${path.replace(/\/\{[^/]*\}$/, '')}-copy`
}

/** A route under another key, with its settings in stages and its traffic. */
export function moveV2Route(apiId: string, fromKey: string, toKey: string): void {
  if (fromKey === toKey) return
  useDesignStore.getState().edit(`Rename ${fromKey}`, (design) => renameV2Route(design, apiId, fromKey, toKey))
  const { tabs } = useUiStore.getState()
  const isOpen = tabs.some((tab) => tab.kind === 'route' && tab.key === fromKey)
  useUiStore.setState({
    tabs: tabs.map((tab) => (tab.kind === 'route' && tab.key === fromKey ? { kind: 'route', key: toKey } : tab)),
  })
  if (isOpen) openRoute(toKey)
}

/** A route gone, with a toast that brings it back. */
export function deleteV2Route(apiId: string, routeKey: string): void {
  const tab = { kind: 'route', key: routeKey } as const
  const wasOpen = useUiStore.getState().tabs.some((each) => isSameTab(each, tab))
  editWithUndo({
    name: `Delete ${routeKey}`,
    change: (design) => removeV2Route(design, apiId, routeKey),
    message: `${routeKey} is deleted`,
    code: 'route-deleted',
    onUndone: () => wasOpen && openRoute(routeKey),
  })
  useUiStore.getState().closeTab(tab)
}
