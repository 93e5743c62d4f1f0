import { expect, it } from 'vitest'
import type { TrafficShape } from '@shared/design/scenario'
import { expectedRequests } from './expected-requests'

const think = { distribution: 'CONSTANT', valueMs: 1 } as const

it.each<[TrafficShape, number | null]>([
  [{ type: 'CONSTANT', ratePerSecond: 10 }, 1000],
  [{ type: 'POISSON', ratePerSecond: 10, from: 20, to: 30 }, 100],
  [{ type: 'POISSON', ratePerSecond: 10, from: 90, to: 130 }, 100],
  [{ type: 'RAMP', fromRatePerSecond: 0, toRatePerSecond: 10 }, 500],
  [{ type: 'BURST', count: 7, at: 5 }, 7],
  [{ type: 'BURST', count: 7, at: 100 }, 0],
  [{ type: 'BURST', count: 7, at: 5, everyInSeconds: 10 }, 70],
  [
    {
      type: 'STEPS',
      steps: [
        { at: 0, ratePerSecond: 1 },
        { at: 50, ratePerSecond: 3 },
        { at: 200, ratePerSecond: 9 },
      ],
    },
    200,
  ],
  [
    {
      type: 'SPIKE',
      ratePerSecond: 1,
      peakRatePerSecond: 11,
      at: 10,
      riseInSeconds: 4,
      holdInSeconds: 2,
      fallInSeconds: 6,
    },
    170,
  ],
  [{ type: 'DAILY', ratePerSecond: 2 }, 200],
  [{ type: 'WEEKLY', ratePerSecond: 3 }, 300],
  [{ type: 'CLOSED_LOOP', users: 5, thinkTime: think }, null],
  [{ type: 'REPLAY', file: 'a.log' }, null],
])('%j sends about %s requests in 100 s', (shape, requests) => {
  expect(expectedRequests(shape, 100)).toBe(requests)
})
