import { useMemo } from 'react'
import { findCallableApi, type CallableApi } from '@shared/design/callable-api'
import { useDesignStore } from '../../stores/design-store'
import type { DraftRequest } from '../../stores/try-request'
import { useActiveDraft, useTryStore, type ShownCall, type TryDraft } from '../../stores/try-store'
import { matchRoute } from './match-route'
import type { TryRoute } from './try-route'

/** The request in front, with the API and the route that it is for. */
export interface OpenRequest {
  readonly draft: TryDraft
  readonly request: DraftRequest
  /** null when it was deleted. */
  readonly api: CallableApi | null
  /** null when no route has its address. */
  readonly route: TryRoute | null
}

/** null when no request is open. */
export function useRequest(): OpenRequest | null {
  const draft = useActiveDraft()
  const apiId = draft?.request.apiId
  const api = useDesignStore((state) =>
    state.design === null || apiId === undefined ? null : (findCallableApi(state.design, apiId) ?? null),
  )
  const { method = '', path = '' } = draft?.request ?? {}
  const route = useMemo(() => (api === null ? null : matchRoute(api, method, path)), [api, method, path])
  return useMemo(() => (draft === null ? null : { draft, request: draft.request, api, route }), [draft, api, route])
}

/** What became of the request in front; undefined before it was sent. */
export function useShown(): ShownCall | undefined {
  return useTryStore((state) => (state.activeId === null ? undefined : state.shown[state.activeId]))
}

/** Change the request in front. */
export function changeRequest(patch: Partial<DraftRequest>): void {
  const { activeId, change } = useTryStore.getState()
  if (activeId !== null) change(activeId, patch)
}
