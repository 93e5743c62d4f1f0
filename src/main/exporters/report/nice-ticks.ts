/** Round values from 0 up to at least `max`, about `count` steps of 1, 2, 2.5 or 5 times a power of ten. */
export function niceTicks(max: number, count = 4): number[] {
  if (!(max > 0) || !Number.isFinite(max)) return [0, 1]
  const rough = max / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough * (1 - 1e-9))!
  const steps = Math.max(1, Math.ceil((max / step) * (1 - 1e-9)))
  return Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(12)))
}

/** Steps of a clock. Seconds. */
const CLOCK_STEPS = [
  0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800,
  432_000, 604_800,
]

/** Round moments from 0 to `seconds`, at most `count` steps. */
export function clockTicks(seconds: number, count = 8): number[] {
  const step = CLOCK_STEPS.find((candidate) => seconds / candidate <= count) ?? seconds / count
  return Array.from({ length: Math.floor(seconds / step + 1e-9) + 1 }, (_, index) =>
    Number((index * step).toPrecision(12)),
  )
}

/** "0:30", "12:00", "3:00:00", "2 d": what a moment of a run of this length is called. */
export function clockText(seconds: number, runSeconds: number): string {
  if (runSeconds > 4 * 86_400) return `${Number((seconds / 86_400).toFixed(1))} d`
  if (runSeconds < 10) return `${Number(seconds.toFixed(1))} s`
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  const [minutes, rest] = [Math.floor(seconds / 60), two(seconds % 60)]
  if (runSeconds <= 3600) return `${minutes}:${rest}`
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}${runSeconds < 2 * 3600 ? `:${rest}` : ''}`
}
