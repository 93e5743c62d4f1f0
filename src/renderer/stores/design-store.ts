import { create } from 'zustand'
import type { OpenProject, SaveState } from '@shared/contract/project'
import type { Design } from '@shared/design/design'
import { commit, newHistory, redo, undo, type History } from '@shared/design/history'
import type { Diagnostic } from '@shared/diagnostic'
import { bridge } from '../contract-client'

/** The open project: one design, its history, what is wrong with it and whether it is on disk. */
export interface DesignState {
  readonly path: string | null
  readonly history: History | null
  readonly design: Design | null
  readonly revision: number
  readonly diagnostics: readonly Diagnostic[]
  readonly saveState: SaveState | null
  opened(project: OpenProject): void
  closed(): void
  /** Apply a pure edit under a name that the Edit menu shows. Edits with one `mergeKey` in a row become one step of undo. */
  edit(name: string, change: (design: Design) => Design, mergeKey?: string): void
  undo(): void
  redo(): void
  saved(state: SaveState): void
  /** Sends what was typed last at once, before something that asks about it. */
  sendNow(): void
  /** Takes the file's content over the window's, as one step that can be undone. */
  replacedFromDisk(design: Design): void
}

export const useDesignStore = create<DesignState>()((set, get) => {
  let waiting: ReturnType<typeof setTimeout> | undefined

  /** While somebody types, what is shown of the text is asked for first: the design follows when the key has been dealt with. */
  function show(history: History, isTyping = false): void {
    set({ history, design: history.present, revision: get().revision + 1 })
    clearTimeout(waiting)
    if (isTyping) waiting = setTimeout(putLatest)
    else putLatest()
  }

  function putLatest(): void {
    clearTimeout(waiting)
    waiting = undefined
    const { revision, design } = get()
    if (design !== null) void put(revision, design)
  }

  async function put(revision: number, design: Design): Promise<void> {
    const result = await bridge.call('design.put', { revision, design })
    if (get().revision === revision) set({ diagnostics: result.diagnostics })
  }

  return {
    path: null,
    history: null,
    design: null,
    revision: 0,
    diagnostics: [],
    saveState: null,
    opened: ({ path, design, diagnostics }) =>
      set({
        path,
        design,
        diagnostics,
        history: newHistory(design),
        revision: 0,
        saveState: { state: 'saved', revision: 0 },
      }),
    closed: () => set({ path: null, history: null, design: null, diagnostics: [], saveState: null, revision: 0 }),
    edit: (name, change, mergeKey) => {
      const { history } = get()
      if (history === null) return
      const design = change(history.present)
      if (design !== history.present) show(commit(history, name, design, mergeKey), mergeKey !== undefined)
    },
    undo: () => {
      const { history } = get()
      if (history !== null && history.past.length > 0) show(undo(history))
    },
    redo: () => {
      const { history } = get()
      if (history !== null && history.future.length > 0) show(redo(history))
    },
    saved: (saveState) => set({ saveState }),
    sendNow: () => {
      if (waiting !== undefined) putLatest()
    },
    replacedFromDisk: (design) => {
      const { history } = get()
      if (history !== null) show(commit(history, 'Take the changes made outside', design))
    },
  }
})
