import { createContext, useContext } from 'react'
import { createStore, useStore, type StoreApi } from 'zustand'

/** The instant that all charts of one page point at. Only the cursor lines and readouts listen to it, never the drawn charts. */
export interface CursorState {
  /** Milliseconds from the start; null when nothing is pointed at. */
  readonly timeMs: number | null
}
export type ChartCursor = StoreApi<CursorState>

export function createChartCursor(): ChartCursor {
  return createStore<CursorState>(() => ({ timeMs: null }))
}

/** Charts below one provider share one cursor. */
export const ChartCursorContext = createContext<ChartCursor>(createChartCursor())

export function useChartCursor(): ChartCursor {
  return useContext(ChartCursorContext)
}

export function useCursorTime(): number | null {
  return useStore(useChartCursor(), (state) => state.timeMs)
}
