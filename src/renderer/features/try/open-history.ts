import type { TracedRequest } from '@shared/contract/gateway'
import type { Design } from '@shared/design/design'
import { useDesignStore } from '../../stores/design-store'
import type { DraftRequest } from '../../stores/try-request'
import { useTryStore, type ShownCall } from '../../stores/try-store'
import { useUiStore } from '../../stores/ui-store'
import type { HistoryRow } from './history-rows'
import { withQuery } from './query-text'

/** Show a call of the history with the request that led to it, in a tab that the next takes over. */
export function openHistory({ sent, call }: HistoryRow): void {
  const { design } = useDesignStore.getState()
  if (sent !== null) useTryStore.getState().open(sent.request, { shown: sent.shown, isPreview: true })
  else if (call !== null && design !== null) {
    const shown: ShownCall = { kind: 'traced', call }
    useTryStore.getState().open(requestOfCall(design, call, useUiStore.getState().apiId), { shown, isPreview: true })
  }
}

/** Set by the client for one call, or told beside: to be sent again they would only disturb. */
const OF_ONE_CALL = new Set([
  'host',
  'connection',
  'content-length',
  'accept-encoding',
  'transfer-encoding',
  'x-forwarded-for',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-amzn-trace-id',
])

/** As much of the request as the gateway keeps of a call from outside: address and, where a route matched, headers, query and body. */
export function requestOfCall(design: Design, call: TracedRequest, apiId: string | null): DraftRequest {
  const { templateEvent, method, stage } = call
  const named = design.apis.filter(({ name }) => name === call.apiName)
  const api = named.find(({ id }) => id === apiId) ?? named[0]
  const { header = {}, querystring = {} } = templateEvent?.params ?? {}
  const key = keyOfHeaders(design, header)
  const headers = Object.entries(header).filter(([name]) => {
    const lower = name.toLowerCase()
    return !OF_ONE_CALL.has(lower) && !(key !== null && lower === 'x-api-key')
  })
  return {
    apiId: api?.id ?? '',
    stage,
    method,
    path: withQuery(call.path, Object.entries(querystring)),
    headers,
    body: templateEvent?.body ?? null,
    apiKeyId: key,
    token: null,
    iamUser: null,
    caller: {},
  }
}

function keyOfHeaders({ apiKeys }: Design, header: Readonly<Record<string, string>>): string | null {
  const value = Object.entries(header).find(([name]) => name.toLowerCase() === 'x-api-key')?.[1]
  return apiKeys.find((key) => key.value === value)?.id ?? null
}
