import type { Design } from './design'

/** How many steps back are kept. */
export const MAX_HISTORY_ENTRIES = 500

/** One edit, by name ("Set rate of POST /orders to 100"), and the design on its far side: before it in `past`, after it in `future`. */
export interface HistoryEntry {
  readonly name: string
  readonly design: Design
  /** While an entry has one, a commit with the same key becomes part of it. */
  readonly mergeKey?: string
}

/** Undo and redo over the whole model. The last of `past` is undone next, the last of `future` redone next. */
export interface History {
  readonly past: readonly HistoryEntry[]
  readonly present: Design
  readonly future: readonly HistoryEntry[]
}

/** A history that begins with a design just opened. */
export function newHistory(design: Design): History {
  return { past: [], present: design, future: [] }
}

/**
 * A further edit; what was undone before is gone. The same design is no edit. With `mergeKey` ("rate of POST /orders") edits that
 * follow each other become one entry under the last name, until another edit, an undo or `endMerge` comes between.
 */
export function commit(history: History, name: string, design: Design, mergeKey?: string): History {
  if (design === history.present) return history
  const last = history.past.at(-1)
  const isMerged = mergeKey !== undefined && last?.mergeKey === mergeKey && history.future.length === 0
  const before = isMerged && last ? last.design : history.present
  const kept = history.past.slice(0, isMerged ? -1 : undefined).slice(-(MAX_HISTORY_ENTRIES - 1))
  const entry: HistoryEntry = { name, design: before, ...(mergeKey !== undefined && { mergeKey }) }
  return { past: [...kept, entry], present: design, future: [] }
}

/** The end of a burst of typing: the next commit is an entry of its own. */
export function endMerge(history: History): History {
  const last = history.past.at(-1)
  if (last?.mergeKey === undefined) return history
  return { ...history, past: [...history.past.slice(0, -1), { name: last.name, design: last.design }] }
}

/** One edit back; the same history when there is none. */
export function undo(history: History): History {
  const last = history.past.at(-1)
  if (!last) return history
  const undone: HistoryEntry = { name: last.name, design: history.present }
  return { past: history.past.slice(0, -1), present: last.design, future: [...history.future, undone] }
}

/** One undone edit again; the same history when there is none. */
export function redo(history: History): History {
  const next = history.future.at(-1)
  if (!next) return history
  const done: HistoryEntry = { name: next.name, design: history.present }
  return { past: [...history.past, done], present: next.design, future: history.future.slice(0, -1) }
}
