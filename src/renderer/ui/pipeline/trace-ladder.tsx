import { memo, useMemo } from 'react'
import type { Trace } from '@shared/trace'
import { formatMs } from '../format'
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
  /** Makes each row a button that leads to the setting. */
  onSelect?(step: LadderStep): void
}

/** What happened to one request: a verdict a row, what was found, and where it ended. */
export const TraceLadder = memo(function TraceLadder({ trace, routeLabel, compact, onSelect }: TraceLadderProps) {
  const rows = useMemo(() => rowsOfTrace(trace), [trace])
  const end = rows.findIndex((row) => row.isEnd)
  return (
    <ol
      className="gw-trace"
      data-testid="pipeline"
      data-family={familyOfTrace(trace)}
      data-compact={compact || undefined}
      aria-label={`What happened to ${routeLabel}`}
    >
      {rows.map((row, index) => (
        <TraceLadderRow key={row.step} row={row} isPast={index < end} onSelect={onSelect} />
      ))}
    </ol>
  )
})

interface RowProps {
  readonly row: TraceRow
  /** The request went on from here. */
  readonly isPast: boolean
  onSelect?(step: LadderStep): void
}

function TraceLadderRow({ row, isPast, onSelect }: RowProps) {
  const name = [row.label, VERDICT_WORDS[row.verdict], ...row.found, elapsedText(row)].filter(Boolean).join(', ')
  const content = <RowContent row={row} />
  return (
    <li
      className="gw-trace-row"
      data-testid="pipeline-step"
      data-step={row.step}
      data-verdict={row.verdict}
      data-ms={row.elapsedMs ?? undefined}
      data-end={row.isEnd || undefined}
      data-past={isPast || undefined}
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
    </li>
  )
}

function RowContent({ row }: { readonly row: TraceRow }) {
  return (
    <>
      <span className="gw-trace-node">
        <StepIcon step={row.step} />
      </span>
      <span className="gw-trace-label">{row.label}</span>
      <span className="gw-trace-found">
        {row.found.length === 0 ? (
          <span className="gw-trace-none">{VERDICT_WORDS[row.verdict]}</span>
        ) : (
          row.found.map((text, index) => <span key={index}>{text}</span>)
        )}
      </span>
      <span className="gw-trace-ms gw-numbers">{elapsedText(row)}</span>
      <span className="gw-trace-verdict" data-verdict={row.verdict}>
        <VerdictIcon verdict={row.verdict} />
        <span className="gw-hidden">{VERDICT_WORDS[row.verdict]}</span>
      </span>
    </>
  )
}

const VERDICT_WORDS: { readonly [verdict in RowVerdict]: string } = {
  passed: 'passed',
  stopped: 'ended here',
  skipped: 'not part of this route',
  'not-reached': 'not reached',
}

/** Decisions take no virtual time, so only waiting is worth a figure. */
function elapsedText(row: TraceRow): string {
  return row.elapsedMs === null || row.elapsedMs === 0 ? '' : formatMs(row.elapsedMs)
}
