import { GatewrightError } from '@shared/contract/errors'
import type { ProtocolType } from '@shared/design/api'
import { findApi, findRestApi } from '@shared/design/route-key'
import { bridge } from '../../contract-client'
import { deployStage } from '../../stores/deploy-stage'
import { useDesignStore } from '../../stores/design-store'
import type { DraftRequest } from '../../stores/try-request'
import { activeDraft, useTryStore, type ShownCall } from '../../stores/try-store'
import { gatewayRuns } from '../../stores/gateway-runs'
import { loadCaches } from './load-caches'

let ownIds = 0

/** Send a request as it stands; one that names nothing is left out of its headers. Whatever comes of it is an answer. */
export async function callGateway(request: DraftRequest, isTestInvoke: boolean): Promise<ShownCall> {
  const headers = request.headers.filter(([name]) => name.trim() !== '')
  const apiKeyId = sentKeyId(request)
  try {
    const answer = await bridge.call('try.send', { ...request, headers, apiKeyId, isTestInvoke })
    return { kind: 'answered', answer }
  } catch (error) {
    if (!(error instanceof GatewrightError) || error.code === 'host/bug') throw error
    return { kind: 'failed', message: error.message }
  }
}

/** Send the request in front and show what came back, starting the gateway first where it does not run. */
export async function sendActive({ isTestInvoke = false } = {}): Promise<void> {
  const draft = activeDraft()
  if (draft === null || useTryStore.getState().sending.has(draft.id)) return
  const { id, request } = draft
  const { setSending, show, keep, change } = useTryStore.getState()
  setSending(id, true)
  try {
    if (!(await gatewayRuns())) return
    const at = Date.now()
    const shown = await callGateway(request, isTestInvoke)
    change(id, {})
    show(id, shown)
    useTryStore.setState(({ answerTab }) => ({ answerTab: answerTab === 'runs' ? 'response' : answerTab }))
    const traced = shown.kind === 'answered' ? shown.answer.traced : null
    if (useTryStore.getState().storyTab === 'caches') void loadCaches()
    keep({ id: traced?.requestId ?? `own-${++ownIds}`, at: traced?.receivedAt ?? at, request, shown })
  } finally {
    setSending(id, false)
  }
}

/** Deploy the API to the stage that the request in front goes to, then send it. */
export async function deployAndSend(): Promise<void> {
  const draft = activeDraft()
  const { design } = useDesignStore.getState()
  const api = draft === null || design === null ? undefined : findRestApi(design, draft.request.apiId)
  if (draft === null || api === undefined) return
  deployStage(api, draft.request.stage)
  await sendActive()
}

/** HTTP APIs have no keys: one that was chosen for another API stays at home. */
export function sentKeyId({ apiId, apiKeyId }: DraftRequest): string | null {
  return protocolOf(apiId) === 'HTTP' ? null : apiKeyId
}

/** Test invoke is a feature of REST APIs. */
export function whyNotTestInvoke(): string | null {
  const draft = activeDraft()
  const isHttp = draft !== null && protocolOf(draft.request.apiId) === 'HTTP'
  return isHttp ? 'HTTP APIs have no test invoke' : whyNotSend()
}

export function protocolOf(apiId: string): ProtocolType | undefined {
  const { design } = useDesignStore.getState()
  return design === null ? undefined : findApi(design, apiId)?.protocolType
}

export function whyNotSend(): string | null {
  const draft = activeDraft()
  if (draft === null) return 'Open a request first'
  if (useTryStore.getState().sending.has(draft.id)) return 'The request is on its way'
  return draft.request.stage === '' ? 'Add a stage to the API first' : null
}
