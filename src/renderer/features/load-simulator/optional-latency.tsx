import { Button } from '@mantine/core'
import type { LatencyDistribution } from '@shared/design/scenario'
import { LatencyFields } from './latency-fields'
import type { Change } from './use-scenario'

export interface OptionalLatencyProps {
  /** "Client latency". */
  readonly label: string
  /** What its absence means. */
  readonly absentWords: string
  readonly latency: LatencyDistribution | undefined
  /** What adding it begins with. */
  readonly initial: LatencyDistribution
  readonly pointer: string
  readonly onChange: Change<LatencyDistribution | undefined>
}

/** A time that may be left out. */
export function OptionalLatency({ label, absentWords, latency, initial, pointer, onChange }: OptionalLatencyProps) {
  const noun = label.toLowerCase()
  if (latency === undefined) {
    return (
      <div className="gw-sim-item">
        <span className="gw-sim-note">{absentWords}</span>
        <Button size="compact-xs" aria-label={`Add ${noun}`} onClick={() => onChange(initial, pointer)}>
          Add
        </Button>
      </div>
    )
  }
  return (
    <div className="gw-sim-pair">
      <LatencyFields label={label} latency={latency} pointer={pointer} onChange={onChange} />
      <Button className="gw-sim-remove gw-sim-wide" onClick={() => onChange(undefined, pointer)}>
        Remove {noun}
      </Button>
    </div>
  )
}
