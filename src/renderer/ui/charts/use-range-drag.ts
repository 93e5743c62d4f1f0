import { useRef, type PointerEvent } from 'react'
import { useChartCursor } from './chart-cursor'
import { rangeOf } from './range-of'

/** Dragging across a chart chooses a stretch of time for all charts of the page; a double click lets it go. */
export function useRangeDrag(stepMs: number, timeOf: (event: PointerEvent) => number) {
  const cursor = useChartCursor()
  const start = useRef<number | null>(null)
  return {
    onPointerDown: (event: PointerEvent): void => {
      if (!cursor.getState().hasRange || event.button !== 0) return
      start.current = timeOf(event)
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent): void => {
      if (start.current === null) return
      const range = rangeOf(start.current, timeOf(event), stepMs)
      if (range !== null) cursor.setState({ range })
    },
    onPointerUp: (): void => {
      start.current = null
    },
    onDoubleClick: (): void => cursor.setState({ range: null }),
  }
}
