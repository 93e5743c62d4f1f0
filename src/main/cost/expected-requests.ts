import type { TrafficShape } from '@shared/design/scenario'

/**
 * About how many requests a source sends in a run: to share things out among routes, never to decide. Null for users and for replayed
 * logs, whose rate shows only when they run.
 */
export function expectedRequests(shape: TrafficShape, durationInSeconds: number): number | null {
  switch (shape.type) {
    case 'CONSTANT':
    case 'POISSON':
      return shape.ratePerSecond * lengthOf(shape, durationInSeconds)
    case 'RAMP':
      return ((shape.fromRatePerSecond + shape.toRatePerSecond) / 2) * lengthOf(shape, durationInSeconds)
    case 'BURST':
      return shape.count * roundsOf(shape, durationInSeconds)
    case 'STEPS':
      return stepRequests(shape.steps, durationInSeconds)
    case 'SPIKE': {
      const { riseInSeconds = 0, holdInSeconds = 0, fallInSeconds = 0 } = shape
      const above = holdInSeconds + (riseInSeconds + fallInSeconds) / 2
      return shape.ratePerSecond * durationInSeconds + (shape.peakRatePerSecond - shape.ratePerSecond) * above
    }
    case 'DAILY':
    case 'WEEKLY':
      return shape.ratePerSecond * durationInSeconds
    case 'CLOSED_LOOP':
    case 'REPLAY':
      return null
  }
}

function lengthOf({ from = 0, to }: { readonly from?: number; readonly to?: number }, duration: number): number {
  return Math.max(0, Math.min(to ?? duration, duration) - from)
}

function roundsOf({ at, everyInSeconds }: Extract<TrafficShape, { type: 'BURST' }>, duration: number): number {
  if (at >= duration) return 0
  return everyInSeconds ? Math.ceil((duration - at) / everyInSeconds) : 1
}

function stepRequests(steps: Extract<TrafficShape, { type: 'STEPS' }>['steps'], duration: number): number {
  return steps.reduce((sum, { at, ratePerSecond }, index) => {
    const to = Math.min(steps[index + 1]?.at ?? duration, duration)
    return sum + ratePerSecond * Math.max(0, to - at)
  }, 0)
}
