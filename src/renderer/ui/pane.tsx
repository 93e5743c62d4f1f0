import type { ReactNode } from 'react'
import './pane.css'

export interface PaneProps {
  /** The accessible name of the part: "Event". */
  readonly label: string
  readonly head: ReactNode
  readonly children: ReactNode
}

/** One part of the screen: a line with its tabs or title, and what it shows. */
export function Pane({ label, head, children }: PaneProps) {
  return (
    <section className="gw-pane" aria-label={label}>
      <div className="gw-pane-head">{head}</div>
      <div className="gw-pane-body">{children}</div>
    </section>
  )
}
