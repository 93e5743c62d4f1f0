import { DEFAULT_DAYS, DEFAULT_HOURS, type TrafficShape } from '@shared/design/scenario'

/** A corner of the expected rate over time: straight lines between them, nothing before the first and after the last. */
export interface RatePoint {
  /** Seconds from the start of the run; never less than the point's before. Two points at one time are a jump. */
  readonly at: number
  readonly ratePerSecond: number
}

/** A burst without a spread comes all at once; as a rate it is drawn over this time. Seconds. */
export const ALL_AT_ONCE_SECONDS = 1
/** Corners of one profile at most: a burst every second for a month has no end. */
const MOST_POINTS = 5_000
const HOUR = 3_600
const DAY = 24 * HOUR

/**
 * How many requests a second a source is expected to send, as corners of a line within the run. `startsAt`: milliseconds since 1970
 * (UTC), for DAILY and WEEKLY. Empty for CLOSED_LOOP and REPLAY, whose rate shows only when they run.
 */
export function rateProfile(shape: TrafficShape, durationInSeconds: number, startsAt = 0): RatePoint[] {
  return clipped(wholeProfile(shape, durationInSeconds, startsAt), durationInSeconds)
}

/** Expected requests of a profile: the area below it. */
export function requestsIn(profile: readonly RatePoint[]): number {
  return profile.slice(1).reduce((sum, { at, ratePerSecond }, index) => {
    const before = profile[index]!
    return sum + ((at - before.at) * (ratePerSecond + before.ratePerSecond)) / 2
  }, 0)
}

function wholeProfile(shape: TrafficShape, duration: number, startsAt: number): RatePoint[] {
  switch (shape.type) {
    case 'CONSTANT':
    case 'POISSON':
      return level(shape.from ?? 0, shape.to ?? duration, shape.ratePerSecond)
    case 'RAMP':
      return [
        { at: shape.from ?? 0, ratePerSecond: shape.fromRatePerSecond },
        { at: shape.to ?? duration, ratePerSecond: shape.toRatePerSecond },
      ]
    case 'STEPS':
      return stepPoints(shape.steps, duration)
    case 'SPIKE':
      return spikePoints(shape, duration)
    case 'BURST':
      return burstPoints(shape, duration)
    case 'DAILY':
      return hourPoints(shape.ratePerSecond, shape.hours ?? DEFAULT_HOURS, [1], duration, startsAt)
    case 'WEEKLY':
      return hourPoints(
        shape.ratePerSecond,
        shape.hours ?? DEFAULT_HOURS,
        shape.days ?? DEFAULT_DAYS,
        duration,
        startsAt,
      )
    case 'CLOSED_LOOP':
    case 'REPLAY':
      return []
  }
}

function level(from: number, to: number, ratePerSecond: number): RatePoint[] {
  return [
    { at: from, ratePerSecond },
    { at: to, ratePerSecond },
  ]
}

function stepPoints(given: readonly { readonly at: number; readonly ratePerSecond: number }[], end: number) {
  const steps = given.toSorted((a, b) => a.at - b.at)
  return steps.flatMap(({ at, ratePerSecond }, index) =>
    level(at, steps[index + 1]?.at ?? Math.max(at, end), ratePerSecond),
  )
}

function spikePoints(shape: Extract<TrafficShape, { type: 'SPIKE' }>, end: number): RatePoint[] {
  const { ratePerSecond, peakRatePerSecond, at, riseInSeconds = 0, holdInSeconds = 0, fallInSeconds = 0 } = shape
  const top = at + riseInSeconds
  const bottom = top + holdInSeconds + fallInSeconds
  return [
    ...level(0, at, ratePerSecond),
    ...level(top, top + holdInSeconds, peakRatePerSecond),
    ...level(bottom, Math.max(bottom, end), ratePerSecond),
  ]
}

function burstPoints(shape: Extract<TrafficShape, { type: 'BURST' }>, end: number): RatePoint[] {
  const { count, at, everyInSeconds } = shape
  const isAlone = everyInSeconds === undefined || everyInSeconds <= 0
  const spread = shape.spreadInSeconds || ALL_AT_ONCE_SECONDS
  const width = isAlone ? spread : Math.min(spread, everyInSeconds)
  const rounds = isAlone ? 1 : Math.min(MOST_POINTS / 4, Math.ceil((end - at) / everyInSeconds))
  const ratePerSecond = count / width
  return Array.from({ length: Math.max(0, Math.floor(rounds)) }, (_, round) => {
    const start = at + round * (everyInSeconds ?? 0)
    return [
      { at: start, ratePerSecond: 0 },
      ...level(start, start + width, ratePerSecond),
      { at: start + width, ratePerSecond: 0 },
    ]
  }).flat()
}

/** From the middle of one hour to the middle of the next; `days` are weights of the days in turn, the first a Monday. */
function hourPoints(
  meanRate: number,
  hours: readonly number[],
  days: readonly number[],
  duration: number,
  startsAt: number,
): RatePoint[] {
  const weights = days.flatMap((day) => hours.map((hour) => day * hour))
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  if (!(mean > 0)) return []
  const cycle = weights.length * HOUR
  const start = startsAt / 1000
  // 1970 began on a Thursday.
  const phase = (((start + 3 * DAY) % cycle) + cycle) % cycle
  const first = Math.floor(phase / HOUR - 0.5)
  const count = Math.min(MOST_POINTS, Math.ceil(duration / HOUR) + 2)
  return Array.from({ length: count }, (_, index) => {
    const hour = first + index
    const weight = weights[((hour % weights.length) + weights.length) % weights.length]!
    return { at: (hour + 0.5) * HOUR - phase, ratePerSecond: (meanRate * weight) / mean }
  })
}

/** What of a profile lies within the run, with corners where it is cut. */
function clipped(points: readonly RatePoint[], end: number): RatePoint[] {
  const inside = points.flatMap((point, index) => {
    const before = points[index - 1]
    const cuts = before === undefined ? [] : [0, end].filter((cut) => before.at < cut && cut < point.at)
    const corners = cuts.map((cut) => ({ at: cut, ratePerSecond: rateAt(before!, point, cut) }))
    return point.at >= 0 && point.at <= end ? [...corners, point] : corners
  })
  return inside.filter((point, index) => !isSame(point, inside[index - 1]))
}

function isSame(point: RatePoint, other: RatePoint | undefined): boolean {
  return other !== undefined && point.at === other.at && point.ratePerSecond === other.ratePerSecond
}

function rateAt(before: RatePoint, after: RatePoint, at: number): number {
  const share = (at - before.at) / (after.at - before.at)
  return before.ratePerSecond + share * (after.ratePerSecond - before.ratePerSecond)
}
