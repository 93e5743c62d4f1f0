import type { TryRequest } from '@shared/contract/try'
import type { SavedRequest } from '@shared/design/saved-request'

/** A request being composed: what is sent, but for how it is invoked. */
export type DraftRequest = Omit<TryRequest, 'isTestInvoke'>

/** As it is kept with the project, without members that say nothing. */
export function savedOfDraft(name: string, draft: DraftRequest): SavedRequest {
  const { apiId, stage, method, path, body, apiKeyId, token, iamUser, caller } = draft
  const headers = draft.headers.filter(([header]) => header !== '')
  return {
    name,
    apiId,
    stage,
    method,
    path,
    headers: headers.map(([header, value]) => ({ name: header, value })),
    body,
    ...(apiKeyId !== null && { apiKeyId }),
    ...(token !== null && { token }),
    ...(iamUser !== null && { iamUser }),
    ...(Object.keys(caller).length > 0 && { caller }),
  }
}

export function draftOfSaved(saved: SavedRequest): DraftRequest {
  const { apiId, stage, method, path, headers, body } = saved
  const { apiKeyId = null, token = null, iamUser = null, caller = {} } = saved
  const pairs = headers.map(({ name, value }) => [name, value] as const)
  return { apiId, stage, method, path, headers: pairs, body, apiKeyId, token, iamUser, caller }
}

/** Whether a draft is what is saved. */
export function isSaved(draft: DraftRequest, saved: SavedRequest): boolean {
  return JSON.stringify(inOrder(savedOfDraft(saved.name, draft))) === JSON.stringify(inOrder(saved))
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(members.map(([name, member]) => [name, inOrder(member)]))
}
