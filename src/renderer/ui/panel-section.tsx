import { useId, type ReactNode } from 'react'
import './panel-section.css'

export interface PanelSectionProps {
  readonly title: ReactNode
  readonly children: ReactNode
  /** At the right of the title: a switch, a button, a chip. */
  readonly action?: ReactNode
}

/** A titled part of an inspector or a page. */
export function PanelSection({ title, children, action }: PanelSectionProps) {
  const id = useId()
  return (
    <section className="gw-section" aria-labelledby={id}>
      <div className="gw-section-head">
        <h3 id={id}>{title}</h3>
        {action}
      </div>
      <div className="gw-section-body">{children}</div>
    </section>
  )
}
