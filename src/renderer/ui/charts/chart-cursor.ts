import { createContext, useContext } from 'react'
import { createStore, useStore, type StoreApi } from 'zustand'

/** The instant that all charts of one page point at. Only the cursor lines and readouts listen to it, never the drawn charts. */
export interface CursorState {
  /** Milliseconds from the start; null when nothing is pointed at. */
  readonly timeMs: number | null
  /** Where the cursor stays while nothing is pointed at. */
  readonly restMs: number | null
  /** A stretch of time that a person chose by dragging; null for all of it. */
  readonly range: TimeRange | null
  /** Whether dragging chooses a stretch. */
  readonly hasRange: boolean
}

/** Milliseconds from the start. */
export interface TimeRange {
  readonly fromMs: number
  readonly toMs: number
}
export type ChartCursor = StoreApi<CursorState>

export function createChartCursor(hasRange = false): ChartCursor {
  return createStore<CursorState>(() => ({ timeMs: null, restMs: null, range: null, hasRange }))
}

/** Charts below one provider share one cursor. */
export const ChartCursorContext = createContext<ChartCursor>(createChartCursor())

export function useChartCursor(): ChartCursor {
  return useContext(ChartCursorContext)
}

export function useCursorTime(): number | null {
  return useStore(useChartCursor(), (state) => state.timeMs ?? state.restMs)
}

export function useChartRange(): TimeRange | null {
  return useStore(useChartCursor(), (state) => state.range)
}
