import { create } from 'zustand'
import type {
  TemplateCaseResult,
  TemplateRenderAnswer,
  TemplateRenderRequest,
  TextSpan,
} from '@shared/contract/template'
import type { Design } from '@shared/design/design'
import type { MappingTemplate, TemplateSlot } from '@shared/design/mapping-template'
import { openTemplateOfSlot } from '@shared/design/edits/open-template-of-slot'
import { problemOfSlot } from '@shared/design/template-slots'
import type { TemplateEvent } from '@shared/template-event'
import { toast } from '../ui/toast'
import { useDesignStore } from './design-store'
import { useUiStore } from './ui-store'

export type EventTab = 'body' | 'params' | 'context' | 'stage-variables'
export type OutputTab = 'diff' | 'output' | 'overrides' | 'compare'
export type CasesTab = 'cases' | 'problems'
export type TraceTab = 'variables' | 'trace'
export type TemplateDialog = 'new' | 'rename' | 'save-case' | 'paste' | 'attach'

/** The event a template is tried with: nobody's until it is saved as a case. */
export interface EventDraft {
  readonly event: TemplateEvent
  /** The case it was loaded from. */
  readonly caseName: string | null
}

/** The last render that came back, with what was rendered. */
export interface ShownRender {
  readonly request: TemplateRenderRequest
  readonly answer: TemplateRenderAnswer
}

/** Something the template's editor is asked to do; each object is asked once. */
export type EditorRequest =
  | { readonly kind: 'go-to'; readonly offset: number }
  | { readonly kind: 'insert'; readonly text: string; readonly isSnippet: boolean }

/** Text of the template and of the output that belong together. */
export interface TemplateLink {
  readonly template: TextSpan | null
  readonly output: TextSpan | null
  /** Where the click was; the other side scrolls. */
  readonly from: 'template' | 'output'
}

/** Results of the cases of one template, by the name of the case. */
export type CaseResults = Readonly<Record<string, TemplateCaseResult>>

/** The template on screen, what it is tried with and what came of it. Its text and cases are part of the design, this is not. */
export interface TemplateState {
  /** Open in tabs, by name. */
  readonly openNames: readonly string[]
  readonly name: string | null
  readonly drafts: Readonly<Record<string, EventDraft>>
  readonly shown: ShownRender | null
  readonly isRendering: boolean
  /** Why the last render gave no answer at all. */
  readonly failure: string | null
  /** Place in the recording where stepping stands; null when it does not step. */
  readonly cursor: number | null
  /** In the template's text. */
  readonly caret: number
  readonly link: TemplateLink | null
  readonly results: Readonly<Record<string, CaseResults>>
  readonly isRunningCases: boolean
  readonly eventTab: EventTab
  readonly outputTab: OutputTab
  readonly casesTab: CasesTab
  readonly traceTab: TraceTab
  readonly isPretty: boolean
  /** The event lies under the template also where there is room beside it. */
  readonly isStacked: boolean
  readonly editorRequest: EditorRequest | null
  readonly dialog: TemplateDialog | null
  open(name: string): void
  close(name: string): void
  renamed(from: string, to: string): void
  setDraft(name: string, draft: EventDraft): void
  rendered(shown: ShownRender): void
  setResults(results: readonly TemplateCaseResult[]): void
  stepTo(cursor: number | null): void
  ask(request: EditorRequest): void
  openDialog(dialog: TemplateDialog | null): void
}

const NOTHING = {
  openNames: [],
  name: null,
  drafts: {},
  shown: null,
  isRendering: false,
  failure: null,
  cursor: null,
  caret: 0,
  link: null,
  results: {},
  isRunningCases: false,
  editorRequest: null,
  dialog: null,
} as const

export const useTemplateStore = create<TemplateState>()((set) => ({
  ...NOTHING,
  eventTab: 'body',
  outputTab: 'output',
  casesTab: 'cases',
  traceTab: 'variables',
  isPretty: false,
  isStacked: false,
  open: (name) =>
    set((state) => ({
      openNames: state.openNames.includes(name) ? state.openNames : [...state.openNames, name],
      ...(state.name === name ? {} : { name, shown: null, failure: null, cursor: null, link: null, caret: 0 }),
    })),
  close: (name) =>
    set((state) => {
      const at = state.openNames.indexOf(name)
      const openNames = state.openNames.filter((each) => each !== name)
      if (state.name !== name) return { openNames }
      const next = openNames[Math.min(at, openNames.length - 1)] ?? null
      return { openNames, name: next, shown: null, failure: null, cursor: null, link: null, caret: 0 }
    }),
  renamed: (from, to) =>
    set((state) => ({
      openNames: state.openNames.map((each) => (each === from ? to : each)),
      name: state.name === from ? to : state.name,
      drafts: withKey(state.drafts, from, to),
      results: withKey(state.results, from, to),
    })),
  setDraft: (name, draft) => set((state) => ({ drafts: { ...state.drafts, [name]: draft } })),
  rendered: (shown) =>
    set((state) => ({
      shown,
      failure: null,
      ...(state.shown !== null && isSameRender(state.shown.request, shown.request) ? {} : { cursor: null, link: null }),
    })),
  setResults: (played) =>
    set((state) => {
      const results: Record<string, CaseResults> = { ...state.results }
      for (const result of played) results[result.template] = { ...results[result.template], [result.case]: result }
      return { results }
    }),
  stepTo: (cursor) => set({ cursor, link: null }),
  ask: (editorRequest) => set({ editorRequest }),
  openDialog: (dialog) => set({ dialog }),
}))

function withKey<Value>(record: Readonly<Record<string, Value>>, from: string, to: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]))
}

function isSameRender(a: TemplateRenderRequest, b: TemplateRenderRequest): boolean {
  return a.template === b.template && a.event === b.event && a.profile === b.profile
}

/** Nothing of one project is shown in the next; called once by the app. */
export function subscribeTemplateStore(): void {
  useDesignStore.subscribe((state, before) => {
    if (state.path !== before.path) useTemplateStore.setState(NOTHING)
  })
}

const NO_TEMPLATES: NonNullable<Design['templates']> = {}

export function templatesOf(design: Design | null): NonNullable<Design['templates']> {
  return design?.templates ?? NO_TEMPLATES
}

/** A saved template by name; undefined when there is none, also for "constructor". */
export function templateNamed(design: Design | null, name: string | null): MappingTemplate | undefined {
  const templates = templatesOf(design)
  return name !== null && Object.hasOwn(templates, name) ? templates[name] : undefined
}

/** The template on screen with its name; null when none is open, or the open one is gone. */
export function activeTemplate(): { readonly name: string; readonly template: MappingTemplate } | null {
  const { name } = useTemplateStore.getState()
  const template = templateNamed(useDesignStore.getState().design, name)
  return name === null || template === undefined ? null : { name, template }
}

/** Show the Templates screen with the template of a slot; one that was never opened becomes a saved template. */
export function openSlotInTemplates(slot: TemplateSlot): void {
  const { design, edit } = useDesignStore.getState()
  if (design === null) return
  const opened = openTemplateOfSlot(design, slot)
  if (opened.name === null) {
    toast({
      message: `The template cannot be opened: ${problemOfSlot(design, slot) ?? 'it is gone'}.`,
      code: 'no-slot',
    })
    return
  }
  if (opened.design !== design) edit(`Open template ${opened.name}`, () => opened.design)
  useTemplateStore.getState().open(opened.name)
  useUiStore.getState().show('templates')
}
