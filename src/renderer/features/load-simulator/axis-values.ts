/** What a person asks to be tried of one setting. */
export interface AxisRange {
  readonly from: number
  readonly to: number
  readonly step: number
}

/** More would not be told apart, and the sweep takes no more. */
export const MAX_AXIS_VALUES = 100

/** From, from + step ... up to and including `to`, without rounding dust; at most one more than is allowed, so that too many are seen. */
export function axisValues({ from, to, step }: AxisRange): number[] {
  if (![from, to, step].every(Number.isFinite) || to < from) return []
  if (step <= 0 || from === to) return [from]
  const count = Math.min(MAX_AXIS_VALUES + 1, Math.floor((to - from) / step + 1e-9) + 1)
  return Array.from({ length: count }, (_, index) => Number((from + index * step).toPrecision(12)))
}

/** What is wrong with a range; null when nothing is. */
export function rangeProblem(range: AxisRange): string | null {
  if (range.to < range.from) return 'The range ends before it begins'
  if (range.to > range.from && range.step <= 0) return 'The step must be more than 0'
  const count = axisValues(range).length
  return count > MAX_AXIS_VALUES ? `More than ${MAX_AXIS_VALUES} values: take a larger step` : null
}

const NICE = [1, 2, 2.5, 5, 10]

/** A round number at or above another one: 37 -> 50, 120 -> 200. */
export function niceUp(value: number): number {
  if (!(value > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const factor = NICE.find((each) => each * power >= value * (1 - 1e-9)) ?? 10
  return Number((factor * power).toPrecision(12))
}

/** Intervals of a range that nobody has changed. */
const SUGGESTED_STEPS = 8

/** Values around the one that is set, in round steps: 100 -> 25 to 200 by 25. */
export function suggestedRange(
  current: number,
  { min, max, integer }: { min: number; max: number; integer: boolean },
): AxisRange {
  const wish = niceUp((Math.max(current, integer ? 4 : 0.4) * 2) / SUGGESTED_STEPS)
  const step = integer ? Math.max(1, Math.ceil(wish)) : wish
  const from = Math.max(min, step)
  const to = Math.min(max, Number((step * SUGGESTED_STEPS).toPrecision(12)))
  return { from: Math.min(from, to), to: Math.max(from, to), step }
}
