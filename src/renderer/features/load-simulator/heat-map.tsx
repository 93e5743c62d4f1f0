import { useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import type { SweepCell } from '@shared/contract/sweep'
import { formatNumber } from '../../ui/format'
import { metricValue } from './check-words'
import { cellAfterKey, estimateOf, HEAT_LEVELS, heatLevel, metricSpan } from './sweep-grid'
import type { SweepPictureProps } from './sweep-picture'
import { estimateWords, valuesWords } from './sweep-words'

/** A metric over two settings: the darker or brighter a cell, the more; its value is written in it. Arrow keys move, Enter chooses. */
export function HeatMap(props: SweepPictureProps) {
  const { request, grid, cells, metric, metricName, chosen } = props
  const [at, setAt] = useState<readonly [number, number]>([0, 0])
  const body = useRef<HTMLDivElement>(null)
  const span = metricSpan(cells, metric)
  const [columnAxis, rowAxis] = request.axes

  function onKeyDown(event: KeyboardEvent): void {
    const next = cellAfterKey(event.key, at, grid)
    if (next === null) return
    event.preventDefault()
    setAt(next)
    body.current?.querySelector<HTMLElement>(`[data-place="${next.join()}"]`)?.focus()
  }
  return (
    <div className="gw-heat">
      <p className="gw-heat-y gw-sim-note">{rowAxis?.label}</p>
      <div
        className="gw-heat-grid"
        role="grid"
        aria-label={`${metricName} over ${columnAxis?.label} and ${rowAxis?.label}`}
        data-testid="sweep-heat-map"
        ref={body}
        style={{ '--gw-heat-columns': grid.columns.length } as CSSProperties}
        onKeyDown={onKeyDown}
      >
        {grid.rows.map((rowValue, row) => (
          <div role="row" key={rowValue} className="gw-heat-row">
            <span role="rowheader" className="gw-heat-tick gw-numbers">
              {formatNumber(rowValue)}
            </span>
            {grid.columns.map((columnValue, column) => (
              <HeatCell
                {...props}
                key={columnValue}
                cell={grid.cells[row]?.[column] ?? null}
                span={span}
                place={[row, column]}
                isTabStop={at[0] === row && at[1] === column}
                isChosen={chosen?.join() === [columnValue, rowValue].join()}
                onFocus={() => setAt([row, column])}
              />
            ))}
          </div>
        ))}
        <div role="row" className="gw-heat-row">
          <span role="columnheader" className="gw-heat-tick" aria-label={rowAxis?.label} />
          {grid.columns.map((value) => (
            <span role="columnheader" key={value} className="gw-heat-tick gw-numbers">
              {formatNumber(value)}
            </span>
          ))}
        </div>
      </div>
      <p className="gw-heat-x gw-sim-note">{columnAxis?.label}</p>
      {span && <Legend {...props} span={span} />}
    </div>
  )
}

interface HeatCellProps extends SweepPictureProps {
  readonly cell: SweepCell | null
  readonly span: readonly [number, number] | null
  readonly place: readonly [number, number]
  readonly isTabStop: boolean
  readonly isChosen: boolean
  onFocus(): void
}

function HeatCell(props: HeatCellProps) {
  const { request, cell, metric, metricName, span, place, isTabStop, isChosen, onChoose, onFocus } = props
  const estimate = estimateOf(cell, metric)
  const text = estimate === null ? (cell === null ? '' : 'none') : metricValue(metricName, estimate.mean)
  const name =
    cell === null
      ? 'not run yet'
      : `${valuesWords(request.axes, cell.values)}: ${estimate === null ? 'no value' : estimateWords(metricName, estimate)}`
  return (
    <div
      role="gridcell"
      className="gw-heat-cell"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={name}
      aria-selected={isChosen}
      title={name}
      data-testid="sweep-cell"
      data-place={place.join()}
      data-values={cell?.values.join()}
      data-mean={estimate?.mean}
      data-level={estimate !== null && span !== null ? heatLevel(estimate.mean, span) : undefined}
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
      {text}
    </div>
  )
}

function Legend({ metricName, span }: SweepPictureProps & { readonly span: readonly [number, number] }) {
  const [least, most] = span
  return (
    <div
      className="gw-heat-legend"
      role="img"
      aria-label={`From ${metricValue(metricName, least)} to ${metricValue(metricName, most)}`}
    >
      <span className="gw-sim-note gw-numbers">{metricValue(metricName, least)}</span>
      {Array.from({ length: HEAT_LEVELS }, (_, level) => (
        <span key={level} className="gw-heat-swatch" data-level={level} />
      ))}
      <span className="gw-sim-note gw-numbers">{metricValue(metricName, most)}</span>
    </div>
  )
}
