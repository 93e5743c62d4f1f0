import type { ScenarioCheck, ScenarioMetric } from '../design/scenario'

/** A setting and the values to try, as in burst limits 100, 200 ... 2,000. */
export interface SweepAxis {
  /** JSON pointer into the design, or into the scenario when it begins with "/scenario/". */
  readonly pointer: string
  /** "Burst limit of POST /orders". */
  readonly label: string
  readonly values: readonly number[]
}

/** Every combination of the values of one or two settings, each with several seeds, in parallel. */
export interface SweepRequest {
  readonly axes: readonly SweepAxis[]
  readonly metrics: readonly ScenarioMetric[]
  /** Runs of each combination; 1 when absent. The seeds are the scenario's and those that follow it. */
  readonly seeds?: number
  /** Seconds, instead of the scenario's length. */
  readonly durationInSeconds?: number
}

export interface SweepCell {
  /** One for each axis, in their order. */
  readonly values: readonly number[]
  /** One for each metric, in their order. */
  readonly metrics: readonly MetricEstimate[]
}

/** Over the seeds: the mean, and the interval that holds the true mean with 95 % confidence. All three are the same for one seed. */
export interface MetricEstimate {
  readonly mean: number
  readonly low: number
  readonly high: number
}

export interface SweepProgress {
  readonly sweepId: string
  /** Runs. */
  readonly done: number
  readonly total: number
  /** Those finished since the last progress. */
  readonly cells: readonly SweepCell[]
}

export type SweepEnded =
  | { readonly sweepId: string; readonly state: 'done' | 'cancelled' }
  | { readonly sweepId: string; readonly state: 'failed'; readonly message: string }

/** The smallest value of a setting with which every condition holds. It is taken for granted that a larger value never hurts. */
export interface SeekRequest {
  readonly axis: Omit<SweepAxis, 'values'>
  readonly from: number
  readonly to: number
  readonly conditions: readonly ScenarioCheck[]
  readonly seeds?: number
}

export interface SeekAnswer {
  /** Null when even the largest value does not do. */
  readonly value: number | null
  /** Every value that was tried, in that order. */
  readonly tried: readonly {
    readonly value: number
    readonly actual: readonly number[]
    readonly holds: boolean
  }[]
}
