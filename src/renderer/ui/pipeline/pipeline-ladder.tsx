import { useCallback, useRef, useState, type KeyboardEvent } from 'react'
import type { LadderRow } from './ladder-row'
import type { LadderStep } from './ladder-step'
import { LadderStepRow } from './ladder-step-row'
import './pipeline-ladder.css'

export interface PipelineLadderProps {
  /** "POST /orders". */
  readonly routeKey: string
  readonly rows: readonly LadderRow[]
  readonly selected: LadderStep | null
  onSelect(step: LadderStep): void
  /** F2: go to the first field of the step. */
  onEdit?(step: LadderStep): void
  /** Delete: turn the step off. */
  onTurnOff?(step: LadderStep): void
}

/**
 * The pipeline of a route: the request goes down at the left, answers go up at the right. Up, Down, Home and End move, Enter or a click
 * selects.
 */
export function PipelineLadder({ routeKey, rows, selected, onSelect, onEdit, onTurnOff }: PipelineLadderProps) {
  const list = useRef<HTMLOListElement>(null)
  const [focused, setFocused] = useState<LadderStep | null>(null)
  const tabStop = focused ?? selected ?? rows[0]?.step ?? null
  const select = useCallback(
    (step: LadderStep) => {
      setFocused(step)
      onSelect(step)
    },
    [onSelect],
  )

  function onKeyDown(event: KeyboardEvent<HTMLOListElement>): void {
    const step = stepAt(event.target) ?? tabStop
    const at = rows.findIndex((row) => row.step === step)
    const to = targetOf(event.key, at, rows.length)
    if (to !== undefined) {
      setFocused(rows[to]?.step ?? null)
      list.current?.querySelectorAll('button')[to]?.focus()
    } else if (event.key === 'F2' && step !== null) onEdit?.(step)
    else if (event.key === 'Delete' && step !== null) onTurnOff?.(step)
    else return
    event.preventDefault()
  }

  function stepAt(target: EventTarget): LadderStep | null {
    const row = target instanceof Element ? target.closest('[data-step]') : null
    return rows.find((each) => each.step === row?.getAttribute('data-step'))?.step ?? null
  }

  return (
    <ol
      ref={list}
      className="gw-ladder"
      data-testid="pipeline"
      aria-label={`Pipeline of ${routeKey}`}
      onKeyDown={onKeyDown}
    >
      {rows.map((row) => (
        <LadderStepRow
          key={row.step}
          row={row}
          isSelected={row.step === selected}
          isTabStop={row.step === tabStop}
          onSelect={select}
        />
      ))}
    </ol>
  )
}

function targetOf(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(count - 1, at + 1)
  if (key === 'ArrowUp') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
