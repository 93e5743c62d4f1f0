import type { TrafficShape } from '@shared/design/scenario'

/** The numbers of a shape that say how much comes: member, words, unit. */
export const SHAPE_NUMBERS: {
  readonly [type in TrafficShape['type']]?: readonly (readonly [string, string, string])[]
} = {
  CONSTANT: [['ratePerSecond', 'Rate', 'requests/s']],
  POISSON: [['ratePerSecond', 'Rate', 'requests/s']],
  DAILY: [['ratePerSecond', 'Mean rate', 'requests/s']],
  WEEKLY: [['ratePerSecond', 'Mean rate', 'requests/s']],
  SPIKE: [['peakRatePerSecond', 'Peak rate', 'requests/s']],
  RAMP: [['toRatePerSecond', 'Rate at end', 'requests/s']],
  BURST: [['count', 'Requests at once', 'requests']],
  CLOSED_LOOP: [['users', 'Users', '']],
}
