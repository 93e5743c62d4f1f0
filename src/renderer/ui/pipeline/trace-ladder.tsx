import { memo, useMemo, type ReactNode } from 'react'
import type { Trace } from '@shared/trace'
import { formatMs } from '../format'
import { BucketGauge } from './bucket-gauge'
import type { LadderStep } from './ladder-step'
import { StepIcon } from './step-icon'
import { VerdictIcon } from './verdict-icon'
import { familyOfTrace, rowsOfTrace, type RowVerdict, type TraceRow } from './trace-rows'
import './trace-ladder.css'

export interface TraceLadderProps {
  readonly trace: Trace
  /** "POST /orders". */
  readonly routeLabel: string
  /** 34 px rows with the words under the label, for narrow places. */
  readonly compact?: boolean
  /** In place of those of the trace alone. */
  readonly rows?: readonly TraceRow[]
  /** Below the row at which the request ended: why it did. */
  readonly endNote?: ReactNode
  /** Makes each row a button that leads to the setting. */
  onSelect?(step: LadderStep): void
}

/** What happened to one request: a verdict a row, what was found, and where it ended. */
export const TraceLadder = memo(function TraceLadder(props: TraceLadderProps) {
  const { trace, routeLabel, compact, rows: given, endNote, onSelect } = props
  const rows = useMemo(() => given ?? rowsOfTrace(trace), [given, trace])
  const turn = turnOf(rows)
  const hasReturn = rows[0]?.step === 'client'
  return (
    <ol
      className="gw-trace"
      data-testid="pipeline"
      data-family={familyOfTrace(trace)}
      data-compact={compact || undefined}
      data-return={hasReturn || undefined}
      aria-label={`What happened to ${routeLabel}`}
    >
      {rows.map((row, index) => (
        <TraceLadderRow
          key={row.step}
          row={row}
          isPast={index < turn}
          isTurn={index === turn}
          isCompact={compact ?? false}
          note={row.isEnd ? endNote : undefined}
          onSelect={onSelect}
        />
      ))}
    </ol>
  )
})

/** Where the way back begins: at the row that ended it, and behind the integration at the bottom, after the answer's mapping. */
function turnOf(rows: readonly TraceRow[]): number {
  const end = rows.findIndex((row) => row.isEnd)
  const isServed = rows[end]?.step === 'integration' && rows[end].verdict === 'passed'
  return isServed ? rows.length - 1 : end
}

interface RowProps {
  readonly row: TraceRow
  /** The request went on from here. */
  readonly isPast: boolean
  /** Its answer began here. */
  readonly isTurn: boolean
  readonly isCompact: boolean
  readonly note: ReactNode
  onSelect?(step: LadderStep): void
}

function TraceLadderRow({ row, isPast, isTurn, isCompact, note, onSelect }: RowProps) {
  const name = [row.label, VERDICT_WORDS[row.verdict], ...row.found, elapsedText(row)].filter(Boolean).join(', ')
  const content = <RowContent row={row} isCompact={isCompact} />
  return (
    <li
      className="gw-trace-row"
      data-testid="pipeline-step"
      data-step={row.step}
      data-verdict={row.verdict}
      data-ms={row.elapsedMs ?? undefined}
      data-end={row.isEnd || undefined}
      data-past={isPast || undefined}
      data-turn={isTurn || undefined}
      data-note={note !== undefined || undefined}
    >
      {onSelect === undefined ? (
        <div className="gw-trace-body">{content}</div>
      ) : (
        <button type="button" className="gw-trace-body" onClick={() => onSelect(row.step)}>
          <span className="gw-hidden">{name}</span>
          <span className="gw-trace-content" aria-hidden="true">
            {content}
          </span>
        </button>
      )}
      {note}
    </li>
  )
}

function RowContent({ row, isCompact }: { readonly row: TraceRow; readonly isCompact: boolean }) {
  return (
    <>
      <span className="gw-trace-node">
        <StepIcon step={row.step} />
      </span>
      <span className="gw-trace-label">{row.label}</span>
      <span className="gw-trace-found">
        <Found row={row} isCompact={isCompact} />
      </span>
      <span className="gw-trace-ms gw-numbers">{elapsedText(row)}</span>
      <span className="gw-trace-verdict" data-verdict={row.verdict}>
        <VerdictIcon verdict={row.verdict} />
        <span className="gw-hidden">{VERDICT_WORDS[row.verdict]}</span>
      </span>
    </>
  )
}

function Found({ row, isCompact }: { readonly row: TraceRow; readonly isCompact: boolean }) {
  if (row.found.length === 0) return <span className="gw-trace-none">{VERDICT_WORDS[row.verdict]}</span>
  const { buckets = [] } = row
  if (buckets.length === 0 || isCompact || row.isEnd) {
    return row.found.map((text, index) => <span key={index}>{text}</span>)
  }
  const least = Math.min(...buckets.map(({ tokens }) => tokens))
  return (
    <span className="gw-trace-buckets" title={row.found.join('\n')}>
      {buckets.map((bucket, index) => (
        <BucketGauge key={index} {...bucket} decides={bucket.tokens === least} />
      ))}
    </span>
  )
}

const VERDICT_WORDS: { readonly [verdict in RowVerdict]: string } = {
  passed: 'passed',
  stopped: 'ended here',
  skipped: 'not part of this route',
  'not-reached': 'not reached',
}

/** Decisions take no virtual time, so only waiting is worth a figure. */
function elapsedText({ elapsedMs }: TraceRow): string {
  if (elapsedMs === null || elapsedMs === 0) return ''
  return elapsedMs < 0.05 ? '< 0.1 ms' : formatMs(elapsedMs)
}
