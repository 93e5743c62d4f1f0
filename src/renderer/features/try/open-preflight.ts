import { findCallableApi } from '@shared/design/callable-api'
import { useDesignStore } from '../../stores/design-store'
import { activeDraft, useTryStore } from '../../stores/try-store'
import { preflightOf } from './preflight-problems'
import { preflightOfRequest } from './preflight-of-request'

export function whyNotPreflight(): string | null {
  const draft = activeDraft()
  if (draft === null) return 'Open a request first'
  return preflightOf(draft.request) === null ? null : 'The request is a preflight'
}

/** The preflight of the request in front, in a tab of its own. */
export function openPreflight(): void {
  const draft = activeDraft()
  const { design } = useDesignStore.getState()
  if (draft === null || design === null) return
  const api = findCallableApi(design, draft.request.apiId) ?? null
  useTryStore.getState().open(preflightOfRequest(api, draft.request))
}
