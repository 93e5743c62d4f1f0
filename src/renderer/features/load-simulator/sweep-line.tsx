import { useRef, useState, type KeyboardEvent } from 'react'
import { useElementSize } from '../../ui/charts/use-element-size'
import { formatNumber } from '../../ui/format'
import { metricValue } from './check-words'
import { cellAfterKey } from './sweep-grid'
import { LINE, lineDrawing, type LineDrawing, type LinePoint } from './sweep-line-shape'
import type { SweepPictureProps } from './sweep-picture'
import { estimateWords, valuesWords } from './sweep-words'

/** A metric over one setting: the mean as a line, its 95 % interval over the seeds as a band. Arrow keys move, Enter chooses. */
export function SweepLine(props: SweepPictureProps) {
  const [ref, size] = useElementSize()
  const { grid, metric, request } = props
  const drawing = lineDrawing(grid.cells[0] ?? [], grid.columns, metric, size)
  return (
    <div className="gw-sweep-line-frame">
      <div className="gw-sweep-line" ref={ref}>
        {size.width > 0 && <Drawing {...props} drawing={drawing} size={size} />}
      </div>
      <p className="gw-heat-x gw-sim-note">{request.axes[0]?.label}</p>
    </div>
  )
}

interface DrawingProps extends SweepPictureProps {
  readonly drawing: LineDrawing
  readonly size: { readonly width: number; readonly height: number }
}

function Drawing(props: DrawingProps) {
  const { drawing, size, metricName, request, chosen } = props
  const [at, setAt] = useState(0)
  const body = useRef<SVGSVGElement>(null)
  function onKeyDown(event: KeyboardEvent): void {
    const next = cellAfterKey(event.key, [0, at], { rows: [0], columns: drawing.points.map(({ value }) => value) })
    if (next === null) return
    event.preventDefault()
    setAt(next[1])
    body.current?.querySelector<SVGElement>(`[data-at="${next[1]}"]`)?.focus()
  }
  return (
    <svg
      ref={body}
      width={size.width}
      height={size.height}
      role="listbox"
      aria-label={`${metricName} over ${request.axes[0]?.label}`}
      data-testid="sweep-line"
      onKeyDown={onKeyDown}
    >
      {drawing.ticks.map(({ value, y }) => (
        <g key={value} aria-hidden="true">
          <line className="gw-sweep-grid" x1={LINE.left} x2={size.width - LINE.right} y1={y} y2={y} />
          <text className="gw-sweep-tick" x={LINE.left - 6} y={y + 3} textAnchor="end">
            {metricValue(metricName, value)}
          </text>
        </g>
      ))}
      <path className="gw-sweep-band" d={drawing.band} aria-hidden="true" />
      <path className="gw-sweep-mean" d={drawing.line} aria-hidden="true" />
      {drawing.points.map((point, index) => (
        <Point
          {...props}
          key={point.value}
          point={point}
          index={index}
          height={size.height}
          isTabStop={index === at}
          isChosen={chosen?.join() === String(point.value)}
          onFocus={() => setAt(index)}
        />
      ))}
    </svg>
  )
}

interface PointProps extends DrawingProps {
  readonly point: LinePoint
  readonly index: number
  readonly height: number
  readonly isTabStop: boolean
  readonly isChosen: boolean
  onFocus(): void
}

function Point(props: PointProps) {
  const { request, metricName, point, index, height, isTabStop, isChosen, onChoose, onFocus } = props
  const { cell, estimate, value, x, y, hasLabel } = point
  const name = `${valuesWords(request.axes, [value])}: ${estimate === null ? 'no value' : estimateWords(metricName, estimate)}`
  return (
    <g
      role="option"
      className="gw-sweep-point"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={name}
      aria-selected={isChosen}
      data-testid="sweep-cell"
      data-at={index}
      data-values={cell === null ? undefined : String(value)}
      data-mean={estimate?.mean}
      onFocus={onFocus}
      onClick={() => {
        if (cell !== null) onChoose(cell)
      }}
      onKeyDown={(event) => {
        if (cell === null || (event.key !== 'Enter' && event.key !== ' ')) return
        event.preventDefault()
        onChoose(cell)
      }}
    >
      <title>{name}</title>
      <rect
        x={x - LINE.hit / 2}
        y={LINE.top}
        width={LINE.hit}
        height={Math.max(0, height - LINE.top - LINE.bottom)}
        fill="transparent"
      />
      {estimate !== null && <circle cx={x} cy={y} r={isChosen ? 6 : 4} />}
      {hasLabel && (
        <text className="gw-sweep-tick" x={x} y={height - 6} textAnchor="middle" aria-hidden="true">
          {formatNumber(value)}
        </text>
      )}
    </g>
  )
}
