import type { TrafficShape } from '@shared/design/scenario'

export type ShapeType = TrafficShape['type']

/** Every shape with a name for sentences and what it is, in the order of the menu. */
export const SHAPES: { readonly [type in ShapeType]: { readonly word: string; readonly label: string } } = {
  CONSTANT: { word: 'Constant', label: 'CONSTANT, evenly spaced' },
  POISSON: { word: 'Poisson', label: 'POISSON, independent' },
  BURST: { word: 'Burst', label: 'BURST, many at once' },
  RAMP: { word: 'Ramp', label: 'RAMP, from one rate to another' },
  STEPS: { word: 'Steps', label: 'STEPS, a rate for each stretch' },
  SPIKE: { word: 'Spike', label: 'SPIKE, up to a peak and back' },
  DAILY: { word: 'Daily', label: 'DAILY, by the hour' },
  WEEKLY: { word: 'Weekly', label: 'WEEKLY, by hour and day' },
  CLOSED_LOOP: { word: 'Users', label: 'CLOSED_LOOP, users who wait' },
  REPLAY: { word: 'Replay', label: 'REPLAY, an access log' },
}

export const SHAPE_OPTIONS = (Object.keys(SHAPES) as ShapeType[]).map((value) => ({
  value,
  label: SHAPES[value].label,
}))

/** Shapes that may begin late and end early. */
export type SpannedShape = Extract<TrafficShape, { readonly type: 'CONSTANT' | 'POISSON' | 'RAMP' | 'CLOSED_LOOP' }>

export function isSpanned(shape: TrafficShape): shape is SpannedShape {
  return ['CONSTANT', 'POISSON', 'RAMP', 'CLOSED_LOOP'].includes(shape.type)
}
