import type { TrafficShape } from '@shared/design/scenario'
import { formatCount, formatDuration, formatMs } from '../../ui/format'
import { typicalMs } from './latency-words'
import { shapePoints, type RatePoint } from './shape-points'

/** Requests below a line of rates: the mean of each stretch's ends times its length, cut off at the end of the run. */
export function areaOf(points: readonly RatePoint[], durationInSeconds: number): number {
  let area = 0
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1]!, points[index]!]
    const length = b.atSeconds - a.atSeconds
    const inside = Math.min(b.atSeconds, durationInSeconds) - Math.min(a.atSeconds, durationInSeconds)
    if (length <= 0 || inside <= 0) continue
    const rateAtCut = a.rate + ((b.rate - a.rate) * inside) / length
    area += ((a.rate + rateAtCut) / 2) * inside
  }
  return area
}

/** What the settings of a shape come to: "About 51,000 requests in 5:00, at most 240 a second." */
export function volumeWords(shape: TrafficShape, durationInSeconds: number, startsAt?: string): string {
  if (shape.type === 'REPLAY')
    return 'As many requests as the log holds for this length, at their own distances in time.'
  if (shape.type === 'CLOSED_LOOP') {
    const think = typicalMs(shape.thinkTime)
    return `Each user waits for the answer, then ${formatMs(think)}: never more than ${formatCount(shape.users)} requests at a time. A slow answer slows the users down.`
  }
  if (shape.type === 'BURST') {
    const { at, count, everyInSeconds: every = 0 } = shape
    const times = at >= durationInSeconds ? 0 : every > 0 ? Math.ceil((durationInSeconds - at) / every) : 1
    return `${formatCount(times * count)} requests in ${formatDuration(durationInSeconds)}.`
  }
  const points = shapePoints(shape, durationInSeconds, startsAt)
  const most = Math.max(0, ...points.filter(({ atSeconds }) => atSeconds <= durationInSeconds).map(({ rate }) => rate))
  const about = shape.type === 'CONSTANT' ? '' : 'About '
  return `${about}${formatCount(areaOf(points, durationInSeconds))} requests in ${formatDuration(durationInSeconds)}, at most ${formatCount(most)} a second.`
}
