import type { TrafficShape } from '@shared/design/scenario'

/** One corner of a rate over time: seconds and requests per second. */
export interface RatePoint {
  readonly atSeconds: number
  readonly rate: number
}

/** The rate of a source over a run, as corners of a line from 0 to the end. Bursts that come all at once are drawn one step wide. */
export function shapePoints(shape: TrafficShape, durationInSeconds: number): RatePoint[] {
  switch (shape.type) {
    case 'CONSTANT':
    case 'POISSON':
      return plateau(
        shape.from ?? 0,
        shape.to ?? durationInSeconds,
        shape.ratePerSecond,
        shape.ratePerSecond,
        durationInSeconds,
      )
    case 'RAMP':
      return plateau(
        shape.from ?? 0,
        shape.to ?? durationInSeconds,
        shape.fromRatePerSecond,
        shape.toRatePerSecond,
        durationInSeconds,
      )
    case 'BURST':
      return burstPoints(shape, durationInSeconds)
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

function plateau(from: number, to: number, first: number, last: number, durationInSeconds: number): RatePoint[] {
  const isWhole = from <= 0 && to >= durationInSeconds
  const body = [
    { atSeconds: from, rate: first },
    { atSeconds: Math.min(to, durationInSeconds), rate: last },
  ]
  if (isWhole) return body
  return [
    { atSeconds: 0, rate: 0 },
    { atSeconds: from, rate: 0 },
    ...body,
    { atSeconds: Math.min(to, durationInSeconds), rate: 0 },
    { atSeconds: durationInSeconds, rate: 0 },
  ]
}
