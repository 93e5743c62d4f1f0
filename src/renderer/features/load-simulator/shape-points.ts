import type { TrafficShape } from '@shared/design/scenario'
import { calendarRate, startInstant, type CalendarShape } from './calendar-rate'

/** One corner of a rate over time: seconds and requests per second (users for CLOSED_LOOP). */
export interface RatePoint {
  readonly atSeconds: number
  readonly rate: number
}

/**
 * The rate of a source over a run, as corners of a line from 0 to the end. Bursts that come all at once are drawn one step wide; of a
 * log nothing is known before it is read.
 */
export function shapePoints(shape: TrafficShape, durationInSeconds: number, startsAt?: string): RatePoint[] {
  switch (shape.type) {
    case 'CONSTANT':
    case 'POISSON':
      return plateau(shape, shape.ratePerSecond, shape.ratePerSecond, durationInSeconds)
    case 'RAMP':
      return plateau(shape, shape.fromRatePerSecond, shape.toRatePerSecond, durationInSeconds)
    case 'BURST':
      return burstPoints(shape, durationInSeconds)
    case 'STEPS':
      return stepPoints(shape.steps, durationInSeconds)
    case 'SPIKE':
      return spikePoints(shape, durationInSeconds)
    case 'DAILY':
    case 'WEEKLY':
      return calendarPoints(shape, durationInSeconds, startsAt)
    case 'CLOSED_LOOP':
      return userPoints(shape, durationInSeconds)
    case 'REPLAY':
      return []
  }
}

/** Bursts beyond this many are not told apart in a small picture. */
const MAX_DRAWN_BURSTS = 60

function burstPoints(shape: Extract<TrafficShape, { type: 'BURST' }>, durationInSeconds: number): RatePoint[] {
  const width = Math.max(shape.spreadInSeconds ?? 0, durationInSeconds / 100)
  const every = shape.everyInSeconds ?? Infinity
  const most = every > 0 ? Math.min(MAX_DRAWN_BURSTS, Math.floor((durationInSeconds - shape.at) / every) + 1) : 1
  const starts = Array.from({ length: Math.max(1, most) }, (_, index) => shape.at + (index === 0 ? 0 : index * every))
  const rate = shape.count / width
  return [
    { atSeconds: 0, rate: 0 },
    ...starts.flatMap((at) => [
      { atSeconds: at, rate: 0 },
      { atSeconds: at, rate },
      { atSeconds: at + width, rate },
      { atSeconds: at + width, rate: 0 },
    ]),
    { atSeconds: durationInSeconds, rate: 0 },
  ]
}

interface Span {
  readonly from?: number
  readonly to?: number
}

function plateau({ from = 0, to = Infinity }: Span, first: number, last: number, duration: number): RatePoint[] {
  const end = Math.min(to, duration)
  const body = [
    { atSeconds: from, rate: first },
    { atSeconds: end, rate: last },
  ]
  if (from <= 0 && to >= duration) return body
  return [
    { atSeconds: 0, rate: 0 },
    { atSeconds: from, rate: 0 },
    ...body,
    { atSeconds: end, rate: 0 },
    { atSeconds: duration, rate: 0 },
  ]
}

function stepPoints(
  steps: readonly { readonly at: number; readonly ratePerSecond: number }[],
  durationInSeconds: number,
): RatePoint[] {
  const inOrder = steps.filter(({ at }) => at < durationInSeconds).toSorted((a, b) => a.at - b.at)
  const corners = inOrder.flatMap(({ at, ratePerSecond }, index) => [
    { atSeconds: at, rate: inOrder[index - 1]?.ratePerSecond ?? 0 },
    { atSeconds: at, rate: ratePerSecond },
  ])
  return [
    { atSeconds: 0, rate: 0 },
    ...corners,
    { atSeconds: durationInSeconds, rate: inOrder[inOrder.length - 1]?.ratePerSecond ?? 0 },
  ]
}

function spikePoints(shape: Extract<TrafficShape, { type: 'SPIKE' }>, durationInSeconds: number): RatePoint[] {
  const { ratePerSecond: rate, peakRatePerSecond: peak, at } = shape
  const top = at + (shape.riseInSeconds ?? 0)
  const back = top + (shape.holdInSeconds ?? 0)
  const over = back + (shape.fallInSeconds ?? 0)
  return [
    { atSeconds: 0, rate },
    { atSeconds: at, rate },
    { atSeconds: top, rate: peak },
    { atSeconds: back, rate: peak },
    { atSeconds: over, rate },
    { atSeconds: durationInSeconds, rate },
  ]
}

/** Corners of a curve that are told apart in a small picture. */
const CALENDAR_POINTS = 96

function calendarPoints(shape: CalendarShape, durationInSeconds: number, startsAt?: string): RatePoint[] {
  const start = startInstant(startsAt)
  return Array.from({ length: CALENDAR_POINTS + 1 }, (_, index) => {
    const atSeconds = (index * durationInSeconds) / CALENDAR_POINTS
    return { atSeconds, rate: calendarRate(shape, start + atSeconds) }
  })
}

function userPoints(shape: Extract<TrafficShape, { type: 'CLOSED_LOOP' }>, durationInSeconds: number): RatePoint[] {
  const { from = 0, to = durationInSeconds, users, rampUpInSeconds = 0 } = shape
  const end = Math.min(to, durationInSeconds)
  const full = Math.min(from + rampUpInSeconds, end)
  const reached = rampUpInSeconds > 0 ? Math.min(1, (end - from) / rampUpInSeconds) * users : users
  return [
    { atSeconds: 0, rate: 0 },
    { atSeconds: from, rate: 0 },
    { atSeconds: full, rate: reached },
    { atSeconds: end, rate: reached },
    ...(end < durationInSeconds
      ? [
          { atSeconds: end, rate: 0 },
          { atSeconds: durationInSeconds, rate: 0 },
        ]
      : []),
  ]
}
