import type { ReactNode } from 'react'
import './chip.css'

export type Tone = 'neutral' | 'success' | 'warning' | 'danger' | 'info' | 'outline'

export interface ChipProps {
  readonly tone?: Tone
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A short fact on a soft ground: "decides", "assumed", "REST". */
export function Chip({ tone = 'neutral', icon, children }: ChipProps) {
  return (
    <span className="gw-chip" data-tone={tone}>
      {icon}
      {children}
    </span>
  )
}
