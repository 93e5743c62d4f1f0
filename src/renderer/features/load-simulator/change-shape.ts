import type { TrafficShape } from '@shared/design/scenario'

/** Another shape with about the same traffic: rates and times are kept as far as the new shape has them. */
export function changeShape(shape: TrafficShape, type: TrafficShape['type']): TrafficShape {
  if (type === shape.type) return shape
  const rate = typicalRate(shape)
  const span = shape.type === 'BURST' ? {} : spanOf(shape)
  switch (type) {
    case 'CONSTANT':
    case 'POISSON':
      return { type, ratePerSecond: rate, ...span }
    case 'RAMP':
      return { type, fromRatePerSecond: shape.type === 'BURST' ? 0 : rate, toRatePerSecond: rate * 2, ...span }
    case 'BURST':
      return {
        type,
        count: Math.max(1, Math.round(rate)),
        at: shape.type === 'BURST' ? shape.at : (shape.from ?? 0),
        spreadInSeconds: 1,
      }
  }
}

function spanOf({ from, to }: { readonly from?: number; readonly to?: number }): { from?: number; to?: number } {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

function typicalRate(shape: TrafficShape): number {
  switch (shape.type) {
    case 'CONSTANT':
    case 'POISSON':
      return shape.ratePerSecond
    case 'RAMP':
      return shape.fromRatePerSecond
    case 'BURST':
      return shape.count
  }
}
