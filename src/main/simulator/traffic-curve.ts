import { DEFAULT_DAYS, DEFAULT_HOURS, type TrafficShape } from '@shared/design/scenario'
import type { Millis } from '../engine/millis'
import { RateCurve, type RateKnot } from './rate-curve'

const HOUR: Millis = 3_600_000
const DAY: Millis = 24 * HOUR
/** 5 January 1970, the first Monday of the calendar that `epoch` counts in. */
const FIRST_MONDAY = 4 * DAY

type Shape<Type extends TrafficShape['type']> = Extract<TrafficShape, { type: Type }>

/** Shapes whose rate goes in straight lines. */
export type CurvedShape = Shape<'RAMP' | 'STEPS' | 'SPIKE' | 'DAILY' | 'WEEKLY'>

/** The rate of a source over a run that begins at `epoch` (milliseconds since 1970). */
export function trafficCurve(shape: CurvedShape, durationMs: Millis, epoch: number): RateCurve {
  switch (shape.type) {
    case 'RAMP':
      return new RateCurve(rampKnots(shape, durationMs))
    case 'STEPS':
      return new RateCurve(stepKnots(shape, durationMs))
    case 'SPIKE':
      return new RateCurve(spikeKnots(shape, durationMs))
    case 'DAILY':
      return hourly(shape.hours ?? DEFAULT_HOURS, shape.ratePerSecond, epoch)
    case 'WEEKLY':
      return hourly(hoursOfWeek(shape), shape.ratePerSecond, epoch - FIRST_MONDAY)
  }
}

function rampKnots(shape: Shape<'RAMP'>, durationMs: Millis): RateKnot[] {
  return [
    { at: (shape.from ?? 0) * 1000, rate: shape.fromRatePerSecond / 1000 },
    { at: shape.to === undefined ? durationMs : shape.to * 1000, rate: shape.toRatePerSecond / 1000 },
  ]
}

function stepKnots({ steps }: Shape<'STEPS'>, durationMs: Millis): RateKnot[] {
  return steps.flatMap(({ at, ratePerSecond }, i) => {
    const rate = ratePerSecond / 1000
    const next = steps[i + 1]
    return [
      { at: at * 1000, rate },
      { at: next === undefined ? durationMs : next.at * 1000, rate },
    ]
  })
}

function spikeKnots(shape: Shape<'SPIKE'>, durationMs: Millis): RateKnot[] {
  const { at, riseInSeconds = 0, holdInSeconds = 0, fallInSeconds = 0 } = shape
  const base = shape.ratePerSecond / 1000
  const peak = shape.peakRatePerSecond / 1000
  const top = at + riseInSeconds
  return [
    { at: 0, rate: base },
    { at: at * 1000, rate: base },
    { at: top * 1000, rate: peak },
    { at: (top + holdInSeconds) * 1000, rate: peak },
    { at: (top + holdInSeconds + fallInSeconds) * 1000, rate: base },
    { at: durationMs, rate: base },
  ]
}

/** 168 weights, Monday's first: an hour of a day weighs the product of both. */
function hoursOfWeek({ hours = DEFAULT_HOURS, days = DEFAULT_DAYS }: Shape<'WEEKLY'>): number[] {
  return days.flatMap((day) => hours.map((hour) => day * hour))
}

/**
 * Hour h has its weight at h:30, and the rate goes in a straight line from there to the next hour's middle, from the last one's to the
 * first one's too. Over a whole period the mean is then that of the weights, to which `ratePerSecond` belongs.
 */
function hourly(weights: readonly number[], ratePerSecond: number, since: number): RateCurve {
  const count = weights.length
  const period = count * HOUR
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const rateAt = (place: number): number =>
    total === 0 ? 0 : (weights[place % count]! * count * ratePerSecond) / total / 1000
  // Where the run begins, in hours after the middle of hour `before`.
  const phase = (((since / HOUR - 0.5) % count) + count) % count
  const before = Math.floor(phase)
  const share = phase - before
  const edge = rateAt(before) * (1 - share) + rateAt(before + 1) * share
  const middles = weights.map((_, i) => ({ at: (i + 1 - share) * HOUR, rate: rateAt(before + 1 + i) }))
  return new RateCurve([{ at: 0, rate: edge }, ...middles, { at: period, rate: edge }], period)
}
