import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useChartCursor, useChartRange, useCursorTime } from './chart-cursor'
import { timeAfterKey } from './cursor-keys'
import { timeOfX, xOfTime } from './plot-area'
import { useRangeDrag } from './use-range-drag'

export interface PlotSurfaceProps {
  readonly testId: string
  /** What the chart shows, in words. */
  readonly sentence: string
  readonly points: number
  readonly seriesKeys: readonly string[]
  readonly width: number
  readonly durationMs: number
  readonly stepMs: number
  /** The last instant there are values for. */
  readonly lastMs: number
  readonly nowMs: number | null
  readonly children: ReactNode
  onFocusChange(isFocused: boolean): void
}

/** The picture as one thing for assistive technology, and what moves the shared cursor: the pointer and the arrow keys. */
export function PlotSurface(props: PlotSurfaceProps) {
  const { testId, sentence, points, seriesKeys, width, durationMs, stepMs, lastMs, children, onFocusChange } = props
  const cursor = useChartCursor()
  const [isFocused, setFocused] = useState(false)

  function point(timeMs: number | null): void {
    const snapped = timeMs === null ? null : Math.min(lastMs, Math.max(0, Math.round(timeMs / stepMs) * stepMs))
    if (snapped !== cursor.getState().timeMs) cursor.setState({ timeMs: snapped })
  }
  function focus(next: boolean): void {
    setFocused(next)
    onFocusChange(next)
    if (!next) point(null)
  }
  function onKeyDown(event: KeyboardEvent): void {
    const next = timeAfterKey(event.key, cursor.getState().timeMs, event.shiftKey ? 10 * stepMs : stepMs, lastMs)
    if (next === undefined) return
    event.preventDefault()
    point(next)
  }
  const timeOf = (event: PointerEvent): number =>
    timeOfX(event.clientX - event.currentTarget.getBoundingClientRect().left, durationMs, width)
  const drag = useRangeDrag(stepMs, timeOf)
  function onPointerMove(event: PointerEvent): void {
    point(timeOf(event))
    drag.onPointerMove(event)
  }

  return (
    <div
      className="gw-chart-surface"
      data-testid={testId}
      data-points={points}
      data-series={seriesKeys.join(' ')}
      role="img"
      aria-label={sentence}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={() => focus(true)}
      onBlur={() => focus(false)}
      onPointerDown={drag.onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={drag.onPointerUp}
      onDoubleClick={drag.onDoubleClick}
      onPointerLeave={() => {
        if (!isFocused) point(null)
      }}
    >
      <RangeBand durationMs={durationMs} width={width} />
      {children}
      <NowLine {...props} />
      <CursorLine durationMs={durationMs} width={width} />
    </div>
  )
}

function RangeBand({ durationMs, width }: { readonly durationMs: number; readonly width: number }) {
  const range = useChartRange()
  if (range === null) return null
  const from = xOfTime(range.fromMs, durationMs, width)
  const to = xOfTime(range.toMs, durationMs, width)
  return <div className="gw-chart-range" style={{ transform: `translateX(${from}px)`, width: to - from }} />
}

function NowLine({ nowMs, durationMs, width }: Pick<PlotSurfaceProps, 'nowMs' | 'durationMs' | 'width'>) {
  return nowMs === null ? null : (
    <div className="gw-chart-now" style={{ transform: `translateX(${xOfTime(nowMs, durationMs, width)}px)` }} />
  )
}

function CursorLine({ durationMs, width }: { readonly durationMs: number; readonly width: number }) {
  const timeMs = useCursorTime()
  return timeMs === null ? null : (
    <div className="gw-chart-cursor" style={{ transform: `translateX(${xOfTime(timeMs, durationMs, width)}px)` }} />
  )
}
