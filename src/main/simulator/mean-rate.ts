import type { Scenario, TrafficShape } from '@shared/design/scenario'

/** Requests per second that a scenario sends on average; used to size things, never to decide. */
export function meanRate({ sources, durationInSeconds }: Scenario): number {
  return sources.reduce((sum, { shape }) => sum + requestsOf(shape, durationInSeconds) / durationInSeconds, 0)
}

function requestsOf(shape: TrafficShape, durationInSeconds: number): number {
  if (shape.type === 'BURST') {
    const rounds = shape.everyInSeconds ? Math.ceil((durationInSeconds - shape.at) / shape.everyInSeconds) : 1
    return shape.count * Math.max(rounds, 0)
  }
  const length = Math.max(0, Math.min(shape.to ?? durationInSeconds, durationInSeconds) - (shape.from ?? 0))
  const rate = shape.type === 'RAMP' ? (shape.fromRatePerSecond + shape.toRatePerSecond) / 2 : shape.ratePerSecond
  return rate * length
}
