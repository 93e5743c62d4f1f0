/** Round steps of a scale, as factors of a power of ten. */
const NICE_FACTORS = [1, 2, 2.5, 5, 10]

/** Round steps of a time axis, in seconds. */
const NICE_SECONDS = [
  0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400,
]

/** Tick values from 0 to a round end just above `max`, in at most `most` intervals: `niceTicks(520, 3)` is [0, 200, 400, 600]. */
export function niceTicks(max: number, most: number): number[] {
  if (!(max > 0)) return [0, 1]
  const candidates = Array.from({ length: Math.max(1, most) }, (_, index) => ticksOf(max, index + 1))
  const fitting = candidates.filter((ticks) => ticks.length <= most + 1)
  return fitting.reduce((best, ticks) => (lastOf(ticks) <= lastOf(best) ? ticks : best))
}

function ticksOf(max: number, intervals: number): number[] {
  const rough = max / intervals
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = NICE_FACTORS.find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10
  const step = factor * power
  const count = Math.max(1, Math.ceil(max / step - 1e-9))
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)))
}

function lastOf(ticks: readonly number[]): number {
  return ticks[ticks.length - 1] ?? 0
}

/** Round times of an axis from 0 to `durationMs`, at most `most` intervals. Milliseconds. */
export function timeTicks(durationMs: number, most: number): number[] {
  const seconds = durationMs / 1000
  const step =
    NICE_SECONDS.find((candidate) => seconds / candidate <= most) ?? Math.ceil(seconds / most / 86_400) * 86_400
  const count = Math.floor(seconds / step + 1e-9)
  return Array.from({ length: count + 1 }, (_, index) => Math.round(index * step * 1000))
}
