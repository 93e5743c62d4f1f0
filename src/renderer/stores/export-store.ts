import { create } from 'zustand'
import { GatewrightError } from '@shared/contract/errors'
import type { DesignFormat, ExportPreview, ExportRequest, FormatSummary } from '@shared/contract/export'
import { bridge } from '../contract-client'
import { useDesignStore } from './design-store'
import { latestOnly } from './latest-only'
import { attempt } from './project-actions'
import { selectedApiIndex } from './selected-api'
import { useUiStore } from './ui-store'

/** Switches of the export, beside the format. */
export type ExportSwitch = 'hasExtensions' | 'hasBody' | 'hasKeyValues' | 'hasOwnMembers'

export interface ExportState {
  readonly format: DesignFormat
  readonly syntax: 'yaml' | 'json'
  /** The selected API alone, or every API of the project. OpenAPI always takes one. */
  readonly isWholeProject: boolean
  readonly switches: Readonly<Record<ExportSwitch, boolean>>
  readonly view: 'preview' | 'changes'
  /** Which of several files is looked at. */
  readonly fileName: string | null
  /** Null before the first answer, and when the last one failed. */
  readonly preview: ExportPreview | null
  /** What the preview is of: the chosen format, but while the next answer is on its way. */
  readonly previewFormat: DesignFormat | null
  readonly failure: string | null
  readonly formats: readonly FormatSummary[]
  readonly isBusy: boolean
  choose(format: DesignFormat): void
  change(patch: Partial<Pick<ExportState, 'syntax' | 'isWholeProject' | 'view' | 'fileName'>>): void
  turn(name: ExportSwitch, isOn: boolean): void
  /** Ask again: the design, or what is selected of it, changed. */
  refresh(): void
  /** True when files were written. */
  save(): Promise<readonly string[] | null>
}

const ONE_API_FORMATS: readonly DesignFormat[] = ['openapi3', 'swagger2']

export const useExportStore = create<ExportState>()((set, get) => {
  const previews = latestOnly({
    send: (request: ExportRequest) => bridge.call('export.preview', request),
    onAnswer: (preview, { format }) =>
      set(({ fileName }) => ({
        preview,
        previewFormat: format,
        failure: null,
        fileName: preview.files.some(({ name }) => name === fileName) ? fileName : (preview.files[0]?.name ?? null),
      })),
    onFailure: (error) => set({ preview: null, failure: messageOf(error) }),
    onBusy: (isBusy) => set({ isBusy }),
  })
  const formats = latestOnly({
    send: summariesOf,
    onAnswer: (answer) => set({ formats: answer }),
    onFailure: (error) => set({ failure: messageOf(error) }),
    onBusy: () => undefined,
  })

  function refresh(): void {
    useDesignStore.getState().sendNow()
    previews.ask(exportRequest(get()))
    formats.ask(get())
  }

  return {
    format: 'openapi3',
    syntax: 'yaml',
    isWholeProject: false,
    switches: { hasExtensions: true, hasBody: false, hasKeyValues: false, hasOwnMembers: true },
    view: 'preview',
    fileName: null,
    preview: null,
    previewFormat: null,
    failure: null,
    formats: [],
    isBusy: false,
    choose: (format) => {
      set({ format })
      previews.ask(exportRequest(get()))
    },
    change: (patch) => {
      set(patch)
      if ('syntax' in patch || 'isWholeProject' in patch) refresh()
    },
    turn: (name, isOn) => {
      set(({ switches }) => ({ switches: { ...switches, [name]: isOn } }))
      previews.ask(exportRequest(get()))
    },
    refresh,
    save: async () => {
      let paths: readonly string[] | null = null
      await attempt('The export cannot be saved', async () => {
        useDesignStore.getState().sendNow()
        const where = bridge.host === 'loopback' ? { folder: exportsFolder() } : {}
        paths = (await bridge.call('export.save', { ...exportRequest(get()), ...where }))?.paths ?? null
      })
      if (paths !== null) refresh()
      return paths
    },
  }
})

/** Where exports go when the host has no file dialog: a folder beside the project file. */
function exportsFolder(): string {
  const path = useDesignStore.getState().path ?? ''
  const separator = path.includes('\\') ? '\\' : '/'
  return `${path.slice(0, Math.max(0, path.lastIndexOf(separator)))}${separator}exports`
}

/** Each format with the APIs that it would hold: what holds one is told of the selected API, whatever the others take. */
async function summariesOf(state: ExportState): Promise<readonly FormatSummary[]> {
  const scopeOf = (format: DesignFormat): Pick<ExportRequest, 'apiIds'> => {
    const { apiIds } = exportRequest({ ...state, format })
    return apiIds === undefined ? {} : { apiIds }
  }
  const { formats } = await bridge.call('export.formats', scopeOf('cloudformation'))
  if (!state.isWholeProject) return formats
  const ofOne = await bridge.call('export.formats', scopeOf('openapi3'))
  return formats.map(
    (each) => ofOne.formats.find(({ format }) => holdsOneApi(format) && format === each.format) ?? each,
  )
}

/** What the store's choices ask for. */
function exportRequest(state: Pick<ExportState, 'format' | 'syntax' | 'isWholeProject' | 'switches'>): ExportRequest {
  const { format, syntax, isWholeProject, switches } = state
  const { design } = useDesignStore.getState()
  const apiId = design?.apis[selectedApiIndex(design, useUiStore.getState().apiId)]?.id
  const isOne = ONE_API_FORMATS.includes(format) || !isWholeProject
  return { format, syntax, ...switches, ...(isOne && apiId !== undefined ? { apiIds: [apiId] } : {}) }
}

/** Whether a format holds one API only. */
export function holdsOneApi(format: DesignFormat): boolean {
  return ONE_API_FORMATS.includes(format)
}

/** An operational error in words; a bug goes on as one. */
function messageOf(error: unknown): string {
  if (error instanceof GatewrightError && error.code !== 'host/bug') return error.message
  throw error
}
