import { addRoute } from '@shared/design/edits/add-route'
import { duplicateRoute } from '@shared/design/edits/duplicate-route'
import { removeRoute } from '@shared/design/edits/remove-route'
import { renameRoute } from '@shared/design/edits/rename-route'
import { VERBS, type Verb } from '@shared/design/method'
import { findApi, findRestApi, routeKeyOf, splitRouteKey } from '@shared/design/route-key'
import type { V2Api } from '@shared/design/v2-api'
import { useDesignStore } from './design-store'
import { editWithUndo } from './edit-with-undo'
import { isSameTab, useUiStore } from './ui-store'
import { copyV2Route, deleteV2Route, moveV2Route } from './v2-route-actions'

function isVerb(verb: string): verb is Verb {
  return VERBS.some((each) => each === verb)
}

/** null for REST APIs. */
function v2ApiOf(apiId: string): V2Api | null {
  const { design } = useDesignStore.getState()
  const api = design === null ? undefined : findApi(design, apiId)
  return api === undefined || api.protocolType === 'REST' ? null : api
}

function openRoute(key: string): void {
  useUiStore.getState().openTab({ kind: 'route', key })
}

/** A new route that answers by itself, open in a tab. */
export function createRoute(apiId: string, path: string, verb: Verb): void {
  const key = routeKeyOf(verb, path)
  useDesignStore.getState().edit(`New route ${key}`, (design) => addRoute(design, apiId, path, verb))
  openRoute(key)
}

/** The same route once more, under the same path with "-copy" behind it. */
export function copyRoute(apiId: string, routeKey: string): void {
  const v2Api = v2ApiOf(apiId)
  if (v2Api !== null) return copyV2Route(v2Api, routeKey)
  const { path, verb } = splitRouteKey(routeKey)
  if (!isVerb(verb)) return
  const toPath = freePath(apiId, path, verb)
  const toKey = routeKeyOf(verb, toPath)
  editWithUndo({
    name: `Duplicate ${routeKey}`,
    change: (design) => duplicateRoute(design, apiId, routeKey, toPath, verb),
    message: `${routeKey} is also ${toKey} now`,
    code: 'route-duplicated',
    onUndone: () => useUiStore.getState().closeTab({ kind: 'route', key: toKey }),
  })
  openRoute(toKey)
}

function freePath(apiId: string, path: string, verb: Verb): string {
  const { design } = useDesignStore.getState()
  const api = design === null ? undefined : findRestApi(design, apiId)
  let copy = path === '/' ? '/copy' : `${path.replace(/\/\{[^/]*\}$/, '')}-copy`
  while (api?.resources[copy]?.methods[verb] !== undefined) copy = `${copy}-copy`
  return copy
}

/** A route moved to another path or verb, with its settings, plan limits and traffic. */
export function moveRoute(apiId: string, fromKey: string, toKey: string): void {
  if (fromKey === toKey) return
  if (v2ApiOf(apiId) !== null) return moveV2Route(apiId, fromKey, toKey)
  useDesignStore.getState().edit(`Rename ${fromKey}`, (design) => renameRoute(design, apiId, fromKey, toKey))
  const { tabs } = useUiStore.getState()
  const isOpen = tabs.some((tab) => tab.kind === 'route' && tab.key === fromKey)
  useUiStore.setState({
    tabs: tabs.map((tab) => (tab.kind === 'route' && tab.key === fromKey ? { kind: 'route', key: toKey } : tab)),
  })
  if (isOpen) openRoute(toKey)
}

/** A route gone, with a toast that brings it back. */
export function deleteRoute(apiId: string, routeKey: string): void {
  if (v2ApiOf(apiId) !== null) return deleteV2Route(apiId, routeKey)
  const { path, verb } = splitRouteKey(routeKey)
  if (!isVerb(verb)) return
  const tab = { kind: 'route', key: routeKey } as const
  const wasOpen = useUiStore.getState().tabs.some((each) => isSameTab(each, tab))
  editWithUndo({
    name: `Delete ${routeKey}`,
    change: (design) => removeRoute(design, apiId, path, verb),
    message: `${routeKey} is deleted`,
    code: 'route-deleted',
    onUndone: () => wasOpen && openRoute(routeKey),
  })
  useUiStore.getState().closeTab(tab)
}
