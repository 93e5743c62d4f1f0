import type { SweepCell, SweepRequest } from '@shared/contract/sweep'
import type { ScenarioMetric } from '@shared/design/scenario'
import type { SweepGrid } from './sweep-grid'

/** What every picture of a sweep is given. */
export interface SweepPictureProps {
  readonly request: SweepRequest
  readonly grid: SweepGrid
  readonly cells: readonly SweepCell[]
  /** Index in the request's metrics, and its name. */
  readonly metric: number
  readonly metricName: ScenarioMetric
  readonly chosen: readonly number[] | null
  onChoose(cell: SweepCell): void
}
