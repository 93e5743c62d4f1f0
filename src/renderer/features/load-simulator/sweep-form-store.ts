import { create } from 'zustand'
import type { ScenarioCheck, ScenarioMetric } from '@shared/design/scenario'
import type { AxisRange } from './axis-values'

/** One setting and what is tried of it; the range is the suggested one until somebody changes it. */
export interface AxisDraft {
  readonly pointer: string
  readonly range: AxisRange | null
}

/** What is asked of a sweep and of a search; kept while another part of the screen is shown. */
export interface SweepForm {
  readonly first: AxisDraft
  /** A second setting makes a map of it. */
  readonly second: AxisDraft | null
  readonly seeds: number
  /** Seconds; the scenario's length when undefined. */
  readonly durationInSeconds: number | undefined
  readonly metric: ScenarioMetric
  /** Chosen cell: its values. */
  readonly chosen: readonly number[] | null
  readonly sought: AxisDraft
  readonly conditions: readonly ScenarioCheck[]
  readonly seekSeeds: number
}

const NO_AXIS: AxisDraft = { pointer: '', range: null }

export const useSweepForm = create<SweepForm>()(() => ({
  first: NO_AXIS,
  second: null,
  seeds: 1,
  durationInSeconds: undefined,
  metric: 'throttledShare',
  chosen: null,
  sought: NO_AXIS,
  conditions: [{ metric: 'throttledShare', operator: '<=', value: 0.01 }],
  seekSeeds: 1,
}))

export function patchSweepForm(patch: Partial<SweepForm>): void {
  useSweepForm.setState(patch)
}
