import { GatewrightError } from '@shared/contract/errors'
import type { FlushTarget, SentRequest, TryAnswer } from '@shared/contract/try'
import { findCallableApi, isCallable } from '@shared/design/callable-api'
import { putRequest } from '@shared/design/edits/put-request'
import { removeRequest } from '@shared/design/edits/remove-request'
import { renameRequest } from '@shared/design/edits/rename-request'
import type { SavedRequest } from '@shared/design/saved-request'
import { bridge } from '../../contract-client'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useGatewayStore } from '../../stores/gateway-store'
import { draftOfSaved, isSaved, savedOfDraft, type DraftRequest } from '../../stores/try-request'
import {
  activeDraft,
  openSavedRequest,
  requestsOf,
  useTryStore,
  type ShownCall,
  type TryDraft,
} from '../../stores/try-store'
import { useUiStore } from '../../stores/ui-store'
import { freeName } from '../../ui/free-name'
import { toast } from '../../ui/toast'
import { loadCaches } from './load-caches'
import { copyAs, type CopyForm } from './copy-as'
import { copyText } from './copy-text'
import { matchRoute } from './match-route'
import { emptyRequest, requestOfRoute } from './request-of-route'
import { sentKeyId } from './send-request'
import { accessOf, tryRoutes } from './try-route'
import { baseUrl } from './url-input'

/** A new request: for a route, else for the one whose tab is in front in Design, else for the first of the API on screen. */
export function newRequest(routeKey?: string): void {
  const { design } = useDesignStore.getState()
  const { apiId, stage, activeTab } = useUiStore.getState()
  const wanted = apiId === null ? undefined : design?.apis.find((each) => each.id === apiId)
  const api = wanted !== undefined && isCallable(wanted) ? wanted : design?.apis.find(isCallable)
  if (design === null || api === undefined) return
  const stages = Object.keys(api.stages)
  const stageName = stage !== null && stages.includes(stage) ? stage : (stages[0] ?? '')
  const inDesign = activeTab?.kind === 'route' ? activeTab.key : null
  const routes = tryRoutes(api)
  const route = routes.find((each) => each.routeKey === (routeKey ?? inDesign)) ?? routes[0]
  const request = route === undefined ? emptyRequest(api.id, stageName) : requestOfRoute(design, api, stageName, route)
  useTryStore.getState().open(request, { isMade: true })
}

export function whyNotNewRequest(): string | null {
  const hasApi = useDesignStore.getState().design?.apis.some(isCallable) ?? false
  return hasApi ? null : 'Make a REST or HTTP API first'
}

/** The saved request that a draft belongs to, if it is still there. */
export function savedOf({ savedName }: TryDraft): SavedRequest | undefined {
  return savedName === null
    ? undefined
    : requestsOf(useDesignStore.getState().design).find((request) => request.name === savedName)
}

/** Save the request in front under its name; one without a name asks for it. */
export function saveActive(): void {
  const draft = activeDraft()
  if (draft === null) return
  const saved = savedOf(draft)
  if (saved === undefined) useTryStore.getState().openDialog('save')
  else saveAs(saved.name)
}

/** Save the request in front under a name; what had the name is replaced. */
export function saveAs(name: string): void {
  const draft = activeDraft()
  if (draft === null) return
  useDesignStore
    .getState()
    .edit(`Save request ${name}`, (design) => putRequest(design, savedOfDraft(name, draft.request)))
  useTryStore.getState().saved(draft.id, name)
}

export function whyNotSave(): string | null {
  const draft = activeDraft()
  if (draft === null) return 'Open a request first'
  const saved = savedOf(draft)
  return saved !== undefined && isSaved(draft.request, saved) ? 'The request is saved as it stands' : null
}

/** What a new saved request may be called: after the route's operation, else after its address. */
export function proposedName({ request, savedName }: TryDraft): string {
  const { design } = useDesignStore.getState()
  const api = design === null ? undefined : findCallableApi(design, request.apiId)
  const route = api === undefined ? null : matchRoute(api, request.method, request.path)
  const operation = route === null ? undefined : accessOf(route).operationName
  const wanted = savedName ?? operation ?? `${request.method} ${request.path}`
  return freeSavedName(wanted)
}

function freeSavedName(wanted: string): string {
  return freeName(
    wanted,
    requestsOf(useDesignStore.getState().design).map(({ name }) => name),
  )
}

export function renameSaved(from: string, to: string): void {
  if (from === to) return
  useDesignStore.getState().edit(`Rename request ${from}`, (design) => renameRequest(design, from, to))
  useTryStore.getState().renamed(from, to)
}

export function deleteSaved(name: string): void {
  editWithUndo({
    name: `Delete request ${name}`,
    change: (design) => removeRequest(design, name),
    message: `${name} is deleted`,
    code: 'request-deleted',
  })
}

/** The request in front once more, in a tab of its own. */
export function duplicateActive(): void {
  const draft = activeDraft()
  if (draft !== null) useTryStore.getState().open(draft.request)
}

/** A saved request once more, under a name that is free. */
export function duplicateSaved(name: string): void {
  const saved = requestsOf(useDesignStore.getState().design).find((request) => request.name === name)
  if (saved === undefined) return
  const copy = freeSavedName(name)
  useDesignStore
    .getState()
    .edit(`Duplicate request ${name}`, (design) => putRequest(design, savedOfDraft(copy, draftOfSaved(saved))))
  openSavedRequest(copy)
}

/** The request in front as text on the clipboard: as it was sent where it was, else without what is made when it is sent. */
export async function copyActive(form: CopyForm): Promise<void> {
  const draft = activeDraft()
  if (draft === null) return
  const { request } = draft
  const answer = answerTo(request, useTryStore.getState().shown[draft.id])
  const isMade = request.token !== null || request.iamUser !== null
  const without = answer === null && isMade ? ', without its token or signature (they are made when it is sent),' : ''
  const text = answer !== null && form === 'curl' ? answer.curl : copyAs(form, answer?.sent ?? plainRequest(request))
  await copyText(text, `The request as ${FORM_WORDS[form]}${without}`)
}

const FORM_WORDS: { readonly [form in CopyForm]: string } = {
  curl: 'a curl command',
  http: 'HTTP',
  fetch: 'JavaScript',
}

/** The answer on screen, if the request is still the one that it answers. */
function answerTo(request: DraftRequest, shown: ShownCall | undefined): TryAnswer | null {
  if (shown?.kind !== 'answered') return null
  const { sent } = shown.answer
  const isSame = sent.method === request.method && sent.url.endsWith(request.path) && sent.body === request.body
  return isSame ? shown.answer : null
}

function plainRequest(request: DraftRequest): SentRequest {
  const { gateway } = useGatewayStore.getState()
  const port = gateway.state === 'running' ? gateway.port : useUiStore.getState().settings.gatewayPort
  const key = useDesignStore.getState().design?.apiKeys.find(({ id }) => id === sentKeyId(request))
  return {
    url: `${baseUrl(port, request.apiId, request.stage)}${request.path}`,
    method: request.method,
    headers: [...request.headers.filter(([name]) => name !== ''), ...(key ? [['x-api-key', key.value] as const] : [])],
    body: request.body,
  }
}

const FLUSHED: { readonly [what in FlushTarget]: string } = {
  response: 'The kept responses of every stage are gone',
  authorizer: 'The kept authorizer results of every stage are gone',
  buckets: 'Every throttle has a full bucket',
}

/** Let the gateway forget what it keeps, or fill its buckets. */
export async function flush(what: FlushTarget): Promise<void> {
  try {
    await bridge.call('gateway.flush', { what })
    toast({ message: FLUSHED[what], code: `flushed-${what}` })
    await loadCaches()
  } catch (error) {
    if (!(error instanceof GatewrightError)) throw error
    toast({ message: error.message, code: error.code })
  }
}
