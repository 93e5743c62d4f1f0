import type { MenuCommandId } from '@shared/contract/menu'
import { whyNotFlush } from '../../features/try/load-caches'
import {
  copyActive,
  duplicateActive,
  flush,
  newRequest,
  saveActive,
  whyNotNewRequest,
  whyNotSave,
} from '../../features/try/request-actions'
import { sendActive, whyNotSend } from '../../features/try/send-request'
import { onScreenNow } from '../../features/web-sockets/on-screen'
import { runPrimary } from '../../features/web-sockets/send-message'
import { activeDraft, tryRoute, useTryStore } from '../../stores/try-store'
import { useUiStore } from '../../stores/ui-store'
import { needsProject, type Action } from './action'
import { activeRoute } from './route-commands'

type TryCommandId = Extract<MenuCommandId, `try.${string}` | `gateway.flush${string}` | 'gateway.refill' | 'route.try'>

/** What is about the request on screen needs the screen. */
function onScreen(whyNot: () => string | null): () => string | null {
  return () => needsProject() ?? (useUiStore.getState().activity === 'try' ? whyNot() : 'Open the Try screen first')
}

const needsRequest = (): string | null => (activeDraft() === null ? 'Open a request first' : null)

function tryActiveRoute(): void {
  const route = activeRoute()
  if (route !== null) tryRoute(route.routeKey)
}

/** Mod+Enter of the screen: for a WebSocket API a connection or a message. */
function sendOrConnect(): void {
  void (onScreenNow() === null ? sendActive() : runPrimary())
}

function showNewRequest(): void {
  useUiStore.getState().show('try')
  newRequest()
}

export const TRY_ACTIONS: { readonly [id in TryCommandId]: Action } = {
  'route.try': {
    run: tryActiveRoute,
    whyNot: () => needsProject() ?? (activeRoute() === null ? 'Open the tab of a route first' : null),
  },
  'try.new': { run: showNewRequest, whyNot: () => needsProject() ?? whyNotNewRequest() },
  'try.send': { run: sendOrConnect, whyNot: onScreen(() => (onScreenNow() === null ? whyNotSend() : null)) },
  'try.sendMany': { run: () => useTryStore.getState().openDialog('send-many'), whyNot: onScreen(whyNotSend) },
  'try.testInvoke': { run: () => void sendActive({ isTestInvoke: true }), whyNot: onScreen(whyNotSend) },
  'try.save': { run: saveActive, whyNot: onScreen(whyNotSave) },
  'try.duplicate': { run: duplicateActive, whyNot: onScreen(needsRequest) },
  'try.copyCurl': { run: () => void copyActive('curl'), whyNot: onScreen(needsRequest) },
  'gateway.flushResponses': { run: () => void flush('response'), whyNot: whyNotFlush },
  'gateway.flushAuthorizers': { run: () => void flush('authorizer'), whyNot: whyNotFlush },
  'gateway.refill': { run: () => void flush('buckets'), whyNot: whyNotFlush },
}
