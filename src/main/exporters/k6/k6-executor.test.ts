import { describe, expect, it } from 'vitest'
import type { TrafficShape } from '@shared/design/scenario'
import { orderDesign } from '@shared/design/order-design.fixture'
import { scenarioPlan } from '../load/scenario-plan'
import { k6Executor } from './k6-executor'

const design = orderDesign()
const think = { distribution: 'CONSTANT', valueMs: 100 } as const

function executor(shape: TrafficShape, durationInSeconds = 60) {
  const sources = [{ name: 's', shape, routes: { 'GET /orders': 1 } }]
  const plan = scenarioPlan(design, { ...design.scenarios[0]!, durationInSeconds, sources })
  const { exec, env, preAllocatedVUs: _pre, maxVUs: _max, ...options } = k6Executor(plan.sources[0]!, 3)
  expect([exec, env]).toEqual(['run', { SOURCE: '3' }])
  return options
}

describe('k6Executor', () => {
  it.each<[TrafficShape, object]>([
    [
      { type: 'CONSTANT', ratePerSecond: 50 },
      { executor: 'constant-arrival-rate', rate: 50, timeUnit: '1s', duration: '60s' },
    ],
    [
      { type: 'POISSON', ratePerSecond: 0.5, from: 10, to: 20.5 },
      { executor: 'constant-arrival-rate', startTime: '10s', rate: 30, timeUnit: '1m', duration: '10500ms' },
    ],
    [
      { type: 'POISSON', ratePerSecond: 1 / 7 },
      { executor: 'constant-arrival-rate', rate: 514, timeUnit: '1h', duration: '60s' },
    ],
    [
      { type: 'RAMP', fromRatePerSecond: 10, toRatePerSecond: 100 },
      {
        executor: 'ramping-arrival-rate',
        startRate: 10,
        timeUnit: '1s',
        stages: [{ duration: '60s', target: 100 }],
      },
    ],
    [
      {
        type: 'STEPS',
        steps: [
          { at: 5, ratePerSecond: 10 },
          { at: 30, ratePerSecond: 20 },
        ],
      },
      {
        executor: 'ramping-arrival-rate',
        startTime: '5s',
        startRate: 10,
        timeUnit: '1s',
        stages: [
          { duration: '25s', target: 10 },
          { duration: '0s', target: 20 },
          { duration: '30s', target: 20 },
        ],
      },
    ],
    [
      { type: 'BURST', count: 100, at: 5, spreadInSeconds: 4 },
      { executor: 'constant-arrival-rate', startTime: '5s', rate: 25, timeUnit: '1s', duration: '4s' },
    ],
    [
      { type: 'BURST', count: 100, at: 5, spreadInSeconds: 0.2 },
      { executor: 'constant-arrival-rate', startTime: '5s', rate: 100, timeUnit: '1s', duration: '1s' },
    ],
    [
      { type: 'BURST', count: 10, at: 0, spreadInSeconds: 1, everyInSeconds: 40 },
      {
        executor: 'ramping-arrival-rate',
        startRate: 10,
        timeUnit: '1s',
        stages: [
          { duration: '1s', target: 10 },
          { duration: '0s', target: 0 },
          { duration: '39s', target: 0 },
          { duration: '0s', target: 10 },
          { duration: '1s', target: 10 },
        ],
      },
    ],
    [
      { type: 'CLOSED_LOOP', users: 5, thinkTime: think },
      { executor: 'constant-vus', vus: 5, duration: '60s' },
    ],
    [
      { type: 'CLOSED_LOOP', users: 5, thinkTime: think, rampUpInSeconds: 10, from: 20, to: 50 },
      {
        executor: 'ramping-vus',
        startTime: '20s',
        startVUs: 0,
        stages: [
          { duration: '10s', target: 5 },
          { duration: '20s', target: 5 },
        ],
      },
    ],
  ])('plays %j', (shape, options) => {
    expect(executor(shape)).toEqual(options)
  })

  it('sends as many requests as the scenario, in every shape', () => {
    const shape = {
      type: 'SPIKE',
      ratePerSecond: 10,
      peakRatePerSecond: 50,
      at: 20,
      riseInSeconds: 10,
      fallInSeconds: 10,
    } as const
    const { startRate, stages } = executor(shape) as unknown as {
      startRate: number
      stages: { duration: string; target: number }[]
    }
    let rate = startRate
    const sent = stages.reduce((sum, { duration, target }) => {
      const requests = (Number.parseFloat(duration) * (rate + target)) / 2
      rate = target
      return sum + requests
    }, 0)
    expect(sent).toBe(600 + 400)
  })
})
