import { create } from 'zustand'
import type { TracedRequest } from '@shared/contract/gateway'
import type { GatewayCaches, TryAnswer } from '@shared/contract/try'
import { findCallableApi } from '@shared/design/callable-api'
import type { Design } from '@shared/design/design'
import type { SavedRequest } from '@shared/design/saved-request'
import { useDesignStore } from './design-store'
import { draftOfSaved, type DraftRequest } from './try-request'
import { useUiStore } from './ui-store'

export type ComposerTab = 'body' | 'headers' | 'query' | 'auth' | 'caller'
export type AnswerTab = 'response' | 'headers' | 'raw' | 'runs'
export type StoryTab = 'pipeline' | 'payloads' | 'caches'
export type LogTab = 'execution' | 'trace'
export type TryDialog = 'save' | 'rename' | 'send-many'

/** An open request. */
export interface TryDraft {
  readonly id: string
  /** The saved request that it was opened from or saved as. */
  readonly savedName: string | null
  readonly request: DraftRequest
  /** As it was made for a route; null for one that a person made. What still equals it may be made anew. */
  readonly made: DraftRequest | null
  /** Only looked at so far: the next that is looked at takes its tab. */
  readonly isPreview: boolean
}

/** What became of a request. Of a call from outside the gateway knows no answer, only what it did. */
export type ShownCall =
  | { readonly kind: 'answered'; readonly answer: TryAnswer }
  | { readonly kind: 'traced'; readonly call: TracedRequest }
  | { readonly kind: 'failed'; readonly message: string }

/** A request that this window sent. */
export interface SentCall {
  /** The request id, or one of our own when the gateway recorded nothing. */
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly request: DraftRequest
  readonly shown: ShownCall
}

/** Calls of one status among many. */
export interface StatusCount {
  /** 0 for calls without an answer. */
  readonly status: number
  readonly count: number
  readonly fastestMs: number
  readonly slowestMs: number
  readonly totalMs: number
  /** One of them, to be looked at. */
  readonly sample: ShownCall
}

/** Many calls of one request. */
export interface ManyCalls {
  readonly wanted: number
  readonly parallel: number
  readonly done: number
  readonly statuses: readonly StatusCount[]
  readonly state: 'running' | 'done' | 'stopped'
}

/** Own calls kept with their answers; older ones fall out. */
export const MAX_SENT = 100

export interface OpenOptions {
  readonly savedName?: string
  readonly shown?: ShownCall
  readonly isPreview?: boolean
  /** Made for a route, by nobody. */
  readonly isMade?: boolean
}

/** Requests being composed, what became of them and what is shown of it. Saved requests are part of the design, this is not. */
export interface TryState {
  /** In the order of their tabs. */
  readonly drafts: readonly TryDraft[]
  readonly activeId: string | null
  /** A request was open in this project. */
  readonly wasOpened: boolean
  readonly shown: Readonly<Record<string, ShownCall>>
  /** Drafts whose answer is on its way. */
  readonly sending: ReadonlySet<string>
  readonly many: Readonly<Record<string, ManyCalls>>
  /** Newest first. */
  readonly sent: readonly SentCall[]
  readonly caches: GatewayCaches | null
  readonly composerTab: ComposerTab
  readonly answerTab: AnswerTab
  readonly storyTab: StoryTab
  readonly logTab: LogTab
  readonly isLogWrapped: boolean
  readonly dialog: TryDialog | null
  /** A route that a new request is asked for: the screen makes it. */
  readonly wantedRoute: string | null
  /** A new tab, in front; it takes the place of one that was only looked at. */
  open(request: DraftRequest, options?: OpenOptions): void
  activate(id: string): void
  close(id: string): void
  /** A change of a request by the person: it is not only looked at any more. */
  change(id: string, patch: Partial<DraftRequest>): void
  /** A request made anew for another route. */
  remake(id: string, request: DraftRequest): void
  saved(id: string, name: string): void
  renamed(from: string, to: string): void
  show(id: string, shown: ShownCall): void
  setSending(id: string, isSending: boolean): void
  keep(call: SentCall): void
  setMany(id: string, many: ManyCalls): void
  openDialog(dialog: TryDialog | null): void
  clearHistory(): void
}

const NOTHING = {
  drafts: [],
  activeId: null,
  wasOpened: false,
  shown: {},
  sending: new Set<string>(),
  many: {},
  sent: [],
  caches: null,
  dialog: null,
  wantedRoute: null,
} as const

let draftCount = 0

export const useTryStore = create<TryState>()((set, get) => ({
  ...NOTHING,
  composerTab: 'body',
  answerTab: 'response',
  storyTab: 'pipeline',
  logTab: 'execution',
  isLogWrapped: false,
  open: (request, { savedName = null, shown, isPreview = false, isMade = false } = {}) => {
    const id = `draft-${++draftCount}`
    const { drafts, shown: all } = get()
    const at = drafts.findIndex((draft) => draft.isPreview)
    const draft: TryDraft = { id, savedName, request, made: isMade ? request : null, isPreview }
    set({
      drafts: at === -1 ? [...drafts, draft] : drafts.map((each, index) => (index === at ? draft : each)),
      activeId: id,
      wasOpened: true,
      shown: shown === undefined ? all : { ...all, [id]: shown },
      answerTab: 'response',
    })
    selectTarget(request)
  },
  activate: (id) => {
    const draft = get().drafts.find((each) => each.id === id)
    if (draft === undefined) return
    set({ activeId: id })
    selectTarget(draft.request)
  },
  close: (id) => {
    const { drafts, activeId, activate } = get()
    const at = drafts.findIndex((draft) => draft.id === id)
    const left = drafts.filter((draft) => draft.id !== id)
    const next = left[Math.min(at, left.length - 1)]
    set({ drafts: left })
    if (activeId !== id) return
    set({ activeId: null })
    if (next !== undefined) activate(next.id)
  },
  change: (id, patch) =>
    set(({ drafts }) => ({
      drafts: drafts.map((draft) =>
        draft.id === id ? { ...draft, isPreview: false, request: { ...draft.request, ...patch } } : draft,
      ),
    })),
  remake: (id, request) =>
    set(({ drafts }) => ({
      drafts: drafts.map((draft) => (draft.id === id ? { ...draft, isPreview: false, request, made: request } : draft)),
    })),
  saved: (id, name) =>
    set(({ drafts }) => ({
      drafts: drafts.map((draft) => (draft.id === id ? { ...draft, isPreview: false, savedName: name } : draft)),
    })),
  renamed: (from, to) =>
    set(({ drafts }) => ({
      drafts: drafts.map((draft) => (draft.savedName === from ? { ...draft, savedName: to } : draft)),
    })),
  show: (id, shown) => set((state) => ({ shown: { ...state.shown, [id]: shown } })),
  setSending: (id, isSending) =>
    set(({ sending }) => {
      const next = new Set(sending)
      if (isSending) next.add(id)
      else next.delete(id)
      return { sending: next }
    }),
  keep: (call) => set(({ sent }) => ({ sent: [call, ...sent].slice(0, MAX_SENT) })),
  setMany: (id, many) => set((state) => ({ many: { ...state.many, [id]: many } })),
  openDialog: (dialog) => set({ dialog }),
  clearHistory: () => set({ sent: [] }),
}))

/** The window shows the API and the stage that the request in front is for. */
function selectTarget({ apiId, stage }: DraftRequest): void {
  const ui = useUiStore.getState()
  const { design } = useDesignStore.getState()
  const api = design === null ? undefined : findCallableApi(design, apiId)
  if (api === undefined) return
  if (ui.apiId !== apiId) ui.selectApi(apiId, Object.hasOwn(api.stages, stage) ? stage : null)
  else if (ui.stage !== stage && Object.hasOwn(api.stages, stage)) ui.selectStage(stage)
}

/** Nothing of one project is shown in the next; the request in front goes to the stage that is chosen. Called once by the app. */
export function subscribeTryStore(): void {
  useDesignStore.subscribe((state, before) => {
    if (state.path !== before.path) useTryStore.setState(NOTHING)
  })
  useUiStore.subscribe((state, before) => {
    if (state.stage !== before.stage || state.apiId !== before.apiId) followTarget()
  })
}

function followTarget(): void {
  const { apiId, stage } = useUiStore.getState()
  const { design } = useDesignStore.getState()
  const draft = activeDraft()
  if (draft === null || design === null || apiId === null || stage === null) return
  const { request } = draft
  const isThere = findCallableApi(design, apiId) !== undefined
  if (isThere && (request.apiId !== apiId || request.stage !== stage))
    useTryStore.getState().change(draft.id, { apiId, stage })
}

/** The request in front; null when none is open. */
export function activeDraft(): TryDraft | null {
  return draftOf(useTryStore.getState())
}

function draftOf({ drafts, activeId }: TryState): TryDraft | null {
  return drafts.find(({ id }) => id === activeId) ?? null
}

export function useActiveDraft(): TryDraft | null {
  return useTryStore(draftOf)
}

/** Show the Try screen with a new request for a route of the API on screen. */
export function tryRoute(routeKey: string): void {
  useTryStore.setState({ wantedRoute: routeKey })
  useUiStore.getState().show('try')
}

const NO_REQUESTS: readonly SavedRequest[] = []

export function requestsOf(design: Design | null): readonly SavedRequest[] {
  return design?.requests ?? NO_REQUESTS
}

/** Show a saved request: its tab when it is open, else a new one. */
export function openSavedRequest(name: string): void {
  const { drafts, activate, open } = useTryStore.getState()
  const isOpen = drafts.find((draft) => draft.savedName === name)
  const saved = requestsOf(useDesignStore.getState().design).find((request) => request.name === name)
  if (isOpen !== undefined) activate(isOpen.id)
  else if (saved !== undefined) open(draftOfSaved(saved), { savedName: name })
}

/** What a call met, where the gateway recorded it. */
export function callOf(shown: ShownCall | undefined): TracedRequest | null {
  if (shown === undefined || shown.kind === 'failed') return null
  return shown.kind === 'traced' ? shown.call : shown.answer.traced
}
