import { IconAlertCircle, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { memo } from 'react'
import type { Severity } from '@shared/diagnostic'
import { BucketGauge } from './bucket-gauge'
import type { LadderExit, LadderRow, LadderText } from './ladder-row'
import type { LadderStep } from './ladder-step'
import { StepIcon } from './step-icon'

export interface LadderStepRowProps {
  readonly row: LadderRow
  readonly isSelected: boolean
  readonly isTabStop: boolean
  onSelect(step: LadderStep): void
}

/** One step of the ladder: a list item that holds one button. */
export const LadderStepRow = memo(function LadderStepRow({ row, isSelected, isTabStop, onSelect }: LadderStepRowProps) {
  return (
    <li className="gw-ladder-row" data-state={row.state} data-has-exits={row.exits.length > 0 || undefined}>
      <button
        type="button"
        className="gw-ladder-button"
        data-testid="pipeline-step"
        data-step={row.step}
        data-state={row.state}
        data-selected={isSelected || undefined}
        data-finding={row.finding?.severity}
        aria-current={isSelected || undefined}
        tabIndex={isTabStop ? 0 : -1}
        onClick={() => onSelect(row.step)}
      >
        <span className="gw-hidden">{nameOf(row)}</span>
        <span className="gw-ladder-content" aria-hidden="true">
          <span className="gw-ladder-node">
            <StepIcon step={row.step} />
          </span>
          <span className="gw-ladder-title">
            <span className="gw-ladder-label">{row.label}</span>
            <span className="gw-ladder-kind">{row.kind}</span>
          </span>
          <span className="gw-ladder-main">
            <MainLine row={row} />
            <MutedLine row={row} />
          </span>
          <span className="gw-ladder-exits">
            {row.step === 'client' && <span className="gw-ladder-turn">response</span>}
            {row.step === 'response-mapping' && <span className="gw-ladder-turn">back to client</span>}
            {row.exits.map((exit, index) => (
              <ExitMark key={index} exit={exit} />
            ))}
          </span>
        </span>
      </button>
    </li>
  )
})

function MainLine({ row }: { readonly row: LadderRow }) {
  if (row.buckets !== undefined) {
    return (
      <span className="gw-ladder-buckets">
        {row.buckets.map((bucket, index) => (
          <BucketGauge key={index} {...bucket} />
        ))}
      </span>
    )
  }
  return (
    <span className="gw-ladder-line">
      {row.main.map((part, index) => (
        <TextPart key={index} part={part} />
      ))}
    </span>
  )
}

function TextPart({ part }: { readonly part: LadderText }) {
  return (
    <span className="gw-ladder-text" data-mono={part.isMono || undefined} data-chip={part.chip}>
      {part.text}
    </span>
  )
}

function MutedLine({ row }: { readonly row: LadderRow }) {
  if (row.finding !== undefined) {
    return (
      <span className="gw-ladder-finding" data-severity={row.finding.severity} title={row.finding.text}>
        <SeverityIcon severity={row.finding.severity} />
        <span>{row.finding.text}</span>
      </span>
    )
  }
  return row.muted === '' ? null : <span className="gw-ladder-muted">{row.muted}</span>
}

/** The shape and the colour of how bad a problem is. */
export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const Shape = { error: IconAlertCircle, warning: IconAlertTriangle, info: IconInfoCircle }[severity]
  return <Shape className="gw-severity" data-severity={severity} size={14} stroke={1.6} aria-hidden="true" />
}

function ExitMark({ exit }: { readonly exit: LadderExit }) {
  return (
    <span
      className="gw-ladder-exit"
      data-testid="pipeline-exit"
      data-status={exit.status}
      data-response-type={exit.responseType}
      title={exit.responseType}
    >
      <span className="gw-ladder-status gw-numbers">{exit.status}</span>
      {exit.text !== undefined && <span className="gw-ladder-exit-text">{exit.text}</span>}
    </span>
  )
}

/** "Throttle, 3 buckets apply, may answer 429". */
function nameOf(row: LadderRow): string {
  const statuses = [...new Set(row.exits.map((exit) => exit.status))].filter((status) => status !== 'hit')
  const answers = statuses.length === 0 ? [] : [`may answer ${statuses.join(' or ')}`]
  const finding = row.finding === undefined ? [] : [`${row.finding.severity}: ${row.finding.text}`]
  return [row.label, row.kind, ...answers, ...finding].filter(Boolean).join(', ')
}
