import type { ReactNode } from 'react'
import type { Snapshot } from '@shared/contract/snapshot'
import { useIsOnScreen } from '../../ui/charts/use-is-on-screen'
import { useRunStore } from '../../stores/run-store'
import { useCompared } from './use-compared'
import { useScenario } from './use-scenario'
import { useSnapshot } from './use-snapshot'

/** What every chart needs to know about the run. */
export interface ChartFrame {
  readonly snapshot: Snapshot | null
  readonly durationMs: number
  readonly stepMs: number
  /** How far the run is, while it goes on or when it stopped early. */
  readonly nowMs: number | null
  /** The run that it is compared with. */
  readonly other: Snapshot | null
}

export interface ChartCellProps {
  /** First, at full width. */
  readonly isPinned: boolean
  readonly isWide: boolean
  children(frame: ChartFrame): ReactNode
}

/** A place in the grid of charts. Its chart follows the run only while it is seen. */
export function ChartCell({ isPinned, isWide, children }: ChartCellProps) {
  const [ref, isOnScreen] = useIsOnScreen()
  const snapshot = useSnapshot(isOnScreen)
  const phase = useRunStore((state) => state.phase)
  const other = useCompared()?.snapshot ?? null
  const plannedMs = (useScenario()?.scenario.durationInSeconds ?? 300) * 1000
  const durationMs = snapshot?.durationMs ?? plannedMs
  return (
    <div ref={ref} className="gw-sim-chart" data-pinned={isPinned || undefined} data-wide={isWide || undefined}>
      {children({
        snapshot,
        durationMs,
        stepMs: snapshot?.stepMs ?? durationMs,
        other,
        nowMs: snapshot !== null && phase !== 'done' && phase !== 'idle' ? snapshot.nowMs : null,
      })}
    </div>
  )
}
