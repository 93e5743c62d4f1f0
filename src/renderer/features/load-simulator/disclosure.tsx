import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId, useState, type ReactNode } from 'react'

export interface DisclosureProps {
  /** The accessible name of the group. */
  readonly name: string
  readonly testId?: string
  readonly attributes?: Readonly<Record<`data-${string}`, string>>
  /** What is seen while it is closed. */
  readonly summary: ReactNode
  /** Beside the summary, outside of the button. */
  readonly aside?: ReactNode
  readonly isOpenAtFirst?: boolean
  readonly children: ReactNode
}

/** One line or two that open into the fields behind them. */
export function Disclosure({
  name,
  testId,
  attributes,
  summary,
  aside,
  isOpenAtFirst = false,
  children,
}: DisclosureProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const id = useId()
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <div className="gw-sim-disclosure" role="group" aria-label={name} data-testid={testId} {...attributes}>
      <div className="gw-sim-disclosure-head">
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          <Chevron size={14} stroke={1.6} aria-hidden="true" />
          <span className="gw-sim-disclosure-summary">{summary}</span>
        </button>
        {aside}
      </div>
      {isOpen && (
        <div id={id} className="gw-sim-disclosure-body">
          {children}
        </div>
      )}
    </div>
  )
}
