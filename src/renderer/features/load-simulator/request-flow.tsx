import { useMemo } from 'react'
import { fillOf } from '../../ui/charts/chart-patterns'
import { timeLabel } from '../../ui/charts/time-label'
import { useElementSize } from '../../ui/charts/use-element-size'
import { formatCount } from '../../ui/format'
import { useRunStore } from '../../stores/run-store'
import { OUTCOME_SERIES } from './chart-series'
import { flowNumbers, flowOfType, type Flow } from './flow-numbers'
import { FLOW, flowEnd, flowRows, spinePath, turnOf, type FlowRow } from './flow-shape'
import { findRequests } from './find-actions'
import { useApi } from './use-scenario'
import { useShown } from './use-shown'

/** Where requests go: the pipeline with the share still under way as the width of its spine, and what leaves as bands. */
export function RequestFlow() {
  const shown = useShown()
  const byOutcome = useRunStore((state) => state.result?.byOutcome)
  const totals = shown?.totals
  const exact = shown?.isLive ? byOutcome : undefined
  const type = useApi()?.protocolType ?? 'REST'
  const flow = useMemo(() => (totals ? flowOfType(flowNumbers(totals, exact), type) : null), [totals, exact, type])
  return (
    <section className="gw-sim-flow" data-testid="sim-flow" aria-label="Where requests go">
      <header className="gw-sim-panel-head">
        <h2>Where requests go</h2>
        {shown && <span className="gw-sim-note">to {timeLabel(shown.atMs, shown.durationMs)}</span>}
      </header>
      {flow === null ? (
        <p className="gw-sim-panel-empty">Run the scenario to see where its requests leave the pipeline.</p>
      ) : (
        <FlowDrawing flow={flow} />
      )}
    </section>
  )
}

function FlowDrawing({ flow }: { readonly flow: Flow }) {
  const [ref, { width }] = useElementSize()
  const rows = flowRows(flow)
  const height = flowEnd(rows) + FLOW.row
  return (
    <div className="gw-sim-flow-body" ref={ref} style={{ height }}>
      <svg width={width} height={height} aria-hidden="true">
        <path className="gw-sim-flow-spine" d={spinePath(rows)} />
        {rows.map((row) => (
          <FlowBand key={row.exit.step} row={row} width={width} />
        ))}
        <path className="gw-sim-flow-return" d={`M ${width - 14} ${height - FLOW.row} V ${FLOW.row * 0.5}`} />
        <path className="gw-sim-flow-arrow" d={`M ${width - 18} ${FLOW.row * 0.5 + 7} h 8 l -4 -8 Z`} />
      </svg>
      <ol className="gw-sim-flow-rows">
        <FlowText step="client" label="Client" count={flow.offered} answer="offered" />
        {rows.map(({ exit, height: rowHeight }) => (
          <FlowText key={exit.step} {...exit} height={rowHeight} />
        ))}
        <FlowText step="answered" label="Answered by backend" count={flow.answered} answer="" />
      </ol>
    </div>
  )
}

interface FlowTextProps {
  readonly step: string
  readonly label: string
  readonly count: number
  readonly answer: string
  readonly height?: number
  readonly outcomes?: readonly string[]
}

function FlowText({ step, label, count, answer, height = FLOW.row, outcomes }: FlowTextProps) {
  return (
    <li
      className="gw-sim-flow-row"
      data-step={step}
      data-count={count}
      data-empty={count === 0 || undefined}
      style={{ height }}
    >
      {outcomes === undefined || count === 0 ? (
        <span className="gw-sim-flow-label">{label}</span>
      ) : (
        <button
          type="button"
          className="gw-sim-flow-label gw-sim-flow-find"
          title={`Find the requests that left at ${label}`}
          onClick={() => findRequests({ outcomes })}
        >
          {label}
        </button>
      )}{' '}
      <span className="gw-numbers">
        {formatCount(count)} {answer && <span className="gw-sim-note">{answer}</span>}
      </span>
    </li>
  )
}

/** What leaves at one step, bending from the spine to the right. */
function FlowBand({ row, width }: { readonly row: FlowRow; readonly width: number }) {
  if (row.band === 0) return null
  const series = OUTCOME_SERIES.find(({ key }) => key === row.exit.family)
  const from = FLOW.left + row.widthAfter
  const start = turnOf(row)
  const top = row.top + FLOW.text
  const bend = 56 - row.widthAfter
  const end = width - 14
  const path = [
    `M ${from} ${start}`,
    `C ${from + bend / 2} ${start} ${from + bend / 2} ${top} ${from + bend} ${top}`,
    `H ${end}`,
    `V ${top + row.band}`,
    `H ${from + bend}`,
    `C ${from + bend / 2} ${top + row.band} ${from + bend / 2} ${start + row.band} ${from} ${start + row.band}`,
    'Z',
  ]
  return <path d={path.join(' ')} fill={series && fillOf(series)} />
}
