import type { TrafficShape } from '@shared/design/scenario'
import { isSpanned, type ShapeType } from './shape-catalog'

/** What a user waits between two requests when another shape becomes CLOSED_LOOP. */
const NEW_THINK_TIME = { distribution: 'EXPONENTIAL', meanMs: 1000 } as const

/** Another shape with about the same traffic: rates and times are kept as far as the new shape has them. */
export function changeShape(shape: TrafficShape, type: ShapeType): TrafficShape {
  if (type === shape.type) return shape
  const rate = typicalRate(shape)
  const start = startOf(shape)
  const span = spanOf(shape)
  switch (type) {
    case 'CONSTANT':
    case 'POISSON':
      return { type, ratePerSecond: rate, ...span }
    case 'RAMP':
      return { type, fromRatePerSecond: shape.type === 'BURST' ? 0 : rate, toRatePerSecond: rate * 2, ...span }
    case 'BURST':
      return { type, count: Math.max(1, Math.round(rate)), at: start, spreadInSeconds: 1 }
    case 'STEPS':
      return {
        type,
        steps: [
          { at: 0, ratePerSecond: rate },
          { at: start + 60, ratePerSecond: rate * 2 },
        ],
      }
    case 'SPIKE':
      return {
        type,
        ratePerSecond: rate,
        peakRatePerSecond: rate * 5,
        at: start + 30,
        riseInSeconds: 5,
        holdInSeconds: 30,
        fallInSeconds: 5,
      }
    case 'DAILY':
    case 'WEEKLY':
      return { type, ratePerSecond: rate }
    case 'CLOSED_LOOP':
      return { type, users: Math.max(1, Math.round(rate)), thinkTime: NEW_THINK_TIME, ...span }
    case 'REPLAY':
      return { type, file: '' }
  }
}

function spanOf(shape: TrafficShape): { from?: number; to?: number } {
  if (!isSpanned(shape)) return {}
  const { from, to } = shape
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

function startOf(shape: TrafficShape): number {
  if (shape.type === 'BURST' || shape.type === 'SPIKE') return shape.at
  return isSpanned(shape) ? (shape.from ?? 0) : 0
}

/** Requests per second that stand for the shape; a user of CLOSED_LOOP counts as one. */
function typicalRate(shape: TrafficShape): number {
  switch (shape.type) {
    case 'CONSTANT':
    case 'POISSON':
    case 'SPIKE':
    case 'DAILY':
    case 'WEEKLY':
      return shape.ratePerSecond
    case 'RAMP':
      return shape.fromRatePerSecond
    case 'STEPS':
      return shape.steps[0]?.ratePerSecond ?? 100
    case 'BURST':
      return shape.count
    case 'CLOSED_LOOP':
      return shape.users
    case 'REPLAY':
      return 100
  }
}
