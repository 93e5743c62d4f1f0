import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'

export interface StatusItemProps {
  readonly testId?: string
  readonly tooltip?: string
  readonly label?: string
  readonly attributes?: Readonly<Record<`data-${string}`, string | number>>
  readonly children: ReactNode
  onClick(): void
}

/** One entry of the status bar. */
export function StatusItem({ testId, tooltip, label, attributes, children, onClick }: StatusItemProps) {
  const button = (
    <button
      type="button"
      className="gw-status-item"
      data-testid={testId}
      aria-label={label}
      {...attributes}
      onClick={onClick}
    >
      {children}
    </button>
  )
  return tooltip ? <Tooltip label={tooltip}>{button}</Tooltip> : button
}
