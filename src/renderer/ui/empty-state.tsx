import type { ReactNode } from 'react'
import './empty-state.css'

export interface EmptyStateProps {
  /** One line of fact. */
  readonly title: string
  /** One line of use. */
  readonly children?: ReactNode
  /** At most two buttons. */
  readonly actions?: ReactNode
}

export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="gw-empty">
      <p className="gw-empty-title">{title}</p>
      {children && <p className="gw-empty-text">{children}</p>}
      {actions && <div className="gw-empty-actions">{actions}</div>}
    </div>
  )
}
