import { describe, expect, it } from 'vitest'
import { SCENARIO_METRICS, type LatencyDistribution, type TrafficSource } from '@shared/design/scenario'
import { backendConsequence } from './backend-words'
import { checkWords, METRIC_WORDS, metricValue, scopeOf } from './check-words'
import { kpiValues } from './kpi-values'
import { backendWords, latencyWords, typicalMs, withDistribution } from './latency-words'
import { requestTime } from './request-time'
import { endSentence, phaseWords, speedWords } from './run-words'
import { retryConsequence } from './retry-words'
import { percentOf, shareOf } from './share-percent'
import { volumeWords } from './shape-volume'
import { keyWords, rateWords, shapeWords, sourceWords } from './source-words'
import { totalsWith } from './test-snapshot'

const source: TrafficSource = {
  name: 's',
  shape: { type: 'POISSON', ratePerSecond: 170 },
  routes: { 'GET /a': 7, 'POST /a': 3 },
}

describe('traffic sources', () => {
  it('tell their rate', () => {
    expect(rateWords({ type: 'CONSTANT', ratePerSecond: 1500 })).toBe('1,500/s')
    expect(rateWords({ type: 'POISSON', ratePerSecond: 170 })).toBe('~170/s')
    expect(rateWords({ type: 'RAMP', fromRatePerSecond: 6, toRatePerSecond: 240 })).toBe('6 to 240/s')
    expect(rateWords({ type: 'BURST', count: 1500, at: 0 })).toBe('1,500 at once')
    expect(rateWords({ type: 'BURST', count: 1500, at: 0, spreadInSeconds: 0.5 })).toBe('1,500 in 0.5 s')
  })
  it('tell when they send', () => {
    expect(shapeWords({ type: 'CONSTANT', ratePerSecond: 1, from: 90, to: 165 })).toBe('Constant from 1:30 to 2:45')
    expect(shapeWords({ type: 'BURST', count: 5, at: 10, everyInSeconds: 30 })).toBe('Burst at 0:10 every 30 s')
  })
  it('tell callers, routes and keys', () => {
    expect(sourceWords({ ...source, identities: { count: 900, distribution: 'UNIFORM' } })).toBe(
      'Poisson, 900 callers, 70 % GET /a',
    )
    expect(sourceWords({ ...source, routes: { 'GET /a': 1 } })).toBe('Poisson, GET /a')
    expect(sourceWords({ ...source, routes: {} })).toBe('Poisson, no route')
    expect(keyWords(source)).toBe('no API key')
    expect(keyWords({ ...source, apiKeys: { names: ['x', 'y', 'z'], distribution: 'ZIPF' } })).toBe('key x and 2 more')
  })
})

describe('other shapes', () => {
  it('tell their rate and when they send', () => {
    const thinkTime = { distribution: 'CONSTANT', valueMs: 500 } as const
    const shapes = [
      {
        type: 'STEPS',
        steps: [
          { at: 0, ratePerSecond: 5 },
          { at: 9, ratePerSecond: 2 },
        ],
      },
      { type: 'SPIKE', ratePerSecond: 5, peakRatePerSecond: 50, at: 90 },
      { type: 'WEEKLY', ratePerSecond: 12 },
      { type: 'CLOSED_LOOP', users: 40, thinkTime, to: 60 },
      { type: 'REPLAY', file: 'logs/monday.jsonl', speed: 2 },
    ] as const
    expect(shapes.map((shape) => [rateWords(shape), shapeWords(shape)])).toEqual([
      ['2 to 5/s', '2 steps'],
      ['5 to 50/s', 'Spike at 1:30'],
      ['~12/s', 'Weekly'],
      ['40 users', 'Users to 1:00'],
      ['2x', 'Replay of logs/monday.jsonl'],
    ])
  })
  it('tell how many requests they come to', () => {
    expect(volumeWords({ type: 'CONSTANT', ratePerSecond: 300 }, 60)).toBe(
      '18,000 requests in 1:00, at most 300 a second.',
    )
    expect(volumeWords({ type: 'RAMP', fromRatePerSecond: 0, toRatePerSecond: 100 }, 60)).toBe(
      'About 3,000 requests in 1:00, at most 100 a second.',
    )
    expect(volumeWords({ type: 'BURST', count: 100, at: 10, everyInSeconds: 30 }, 60)).toBe('200 requests in 1:00.')
    expect(volumeWords({ type: 'BURST', count: 100, at: 90 }, 60)).toBe('0 requests in 1:00.')
  })
})

describe('retries', () => {
  it('tell the waits and what a storm makes of one request', () => {
    expect(retryConsequence({ type: 'EXPONENTIAL', delayMs: 100 })).toBe(
      'Waits up to 100 ms, 200 ms. When everything fails, 1 request becomes 3.',
    )
    expect(retryConsequence({ type: 'FIXED', delayMs: 1000, maxAttempts: 2 })).toBe(
      'Waits 1.00 s. When everything fails, 1 request becomes 2. Without jitter, clients that failed together come back together.',
    )
    expect(retryConsequence({ type: 'EXPONENTIAL', delayMs: 100, maxAttempts: 9, maxDelayMs: 300, budget: 0.1 })).toBe(
      'Waits up to 100 ms, 200 ms, 300 ms, 300 ms …. When everything fails, 1 request becomes 1.1.',
    )
    expect(retryConsequence({ type: 'FIXED', delayMs: 1, maxAttempts: 1 })).toBe('One attempt: nothing is sent again.')
  })
  it('are named beside the key', () => {
    expect(keyWords({ ...source, retry: { type: 'FIXED', delayMs: 5 } })).toBe('no API key, 3 attempts, FIXED')
    expect(keyWords({ ...source, retry: { type: 'EXPONENTIAL', delayMs: 5, maxAttempts: 5, jitter: 'NONE' } })).toBe(
      'no API key, 5 attempts, NONE jitter',
    )
  })
})

describe('backends', () => {
  it('tell how many calls they can do and what becomes of the rest', () => {
    const latency = { distribution: 'CONSTANT', valueMs: 100 } as const
    expect(backendConsequence({ latency })).toBe('It takes as many calls as come.')
    expect(backendConsequence({ latency, concurrencyLimit: 50 })).toBe(
      '50 at a time of 100 ms each: about 500 calls a second; the rest is refused.',
    )
    expect(backendConsequence({ latency, concurrencyLimit: 50, whenBusy: 'QUEUE', queueLimit: 20 })).toBe(
      '50 at a time of 100 ms each: about 500 calls a second; 20 may wait, one more is refused.',
    )
  })
})

describe('checks', () => {
  it('read as statements', () => {
    expect(checkWords({ metric: 'cacheHitRatio', operator: '>=', value: 0.7 })).toBe('Cache hit ratio ≥ 70 %')
    expect(checkWords({ metric: 'latencyP99', operator: '<=', value: 400 })).toBe('p99 latency ≤ 400 ms')
    expect(checkWords({ metric: 'throttled', operator: '==', value: 0, apiKey: 'acme-web' })).toBe(
      'acme-web is never throttled',
    )
    expect(checkWords({ metric: 'throttledShare', operator: '<=', value: 0.005, route: 'POST /orders' })).toBe(
      'Throttled share of POST /orders ≤ 0.5 %',
    )
    expect(checkWords({ metric: 'throttled', operator: '<=', value: 0 })).toBe('Nothing is throttled')
    expect(checkWords({ metric: 'leakedReads', operator: '==', value: 0 })).toBe('No reads leak to another caller')
    expect(checkWords({ metric: 'monthlyCost', operator: '<', value: 2500 })).toBe('Cost a month < $2,500')
    expect(checkWords({ metric: 'latencyP99', route: 'GET /a', operator: '<', value: 300 })).toBe(
      'p99 latency of GET /a < 300 ms',
    )
  })
  it('have words for every metric, and narrow only what can be narrowed', () => {
    expect(Object.keys(METRIC_WORDS)).toEqual([...SCENARIO_METRICS])
    expect(SCENARIO_METRICS.filter((metric) => scopeOf(metric).apiKey)).toEqual([
      'requests',
      'admitted',
      'throttled',
      'throttledShare',
      'errorShare',
    ])
    expect(scopeOf('latencyP95')).toEqual({ apiKey: false, route: true })
    expect(scopeOf('cacheHitRatio')).toEqual({ apiKey: false, route: false })
  })
  it('show the actual value in the unit of the metric', () => {
    expect([
      metricValue('cacheHitRatio', 0.771),
      metricValue('latencyP99', 239),
      metricValue('requests', 18_000),
    ]).toEqual(['77.1 %', '239 ms', '18,000'])
  })
})

describe('latencies', () => {
  it('are told by their typical value', () => {
    expect(latencyWords({ distribution: 'LOGNORMAL', medianMs: 96, sigma: 0.4 })).toBe('median 96 ms')
    expect(latencyWords({ distribution: 'CONSTANT', valueMs: 40 })).toBe('always 40 ms')
    expect(
      backendWords({ latency: { distribution: 'EXPONENTIAL', meanMs: 20 }, errorRate: 0.004, concurrencyLimit: 50 }),
    ).toBe('mean 20 ms, 0.4 % errors, at most 50')
  })
  it('can be told in every distribution', () => {
    const kinds = ['CONSTANT', 'UNIFORM', 'NORMAL', 'LOGNORMAL', 'EXPONENTIAL', 'EMPIRICAL'] as const
    const all = kinds.map((kind): LatencyDistribution =>
      withDistribution({ distribution: 'CONSTANT', valueMs: 40 }, kind),
    )
    expect(all.map(latencyWords)).toEqual([
      'always 40 ms',
      '20 ms to 60 ms',
      'mean 40 ms ± 8 ms',
      'median 40 ms',
      'mean 40 ms',
      '3 measured times',
    ])
    expect(all.map(typicalMs)).toEqual([40, 40, 40, 40, 40, 40])
  })
  it('keep their typical value in another distribution', () => {
    expect(withDistribution({ distribution: 'CONSTANT', valueMs: 40 }, 'LOGNORMAL')).toEqual({
      distribution: 'LOGNORMAL',
      medianMs: 40,
      sigma: 0.4,
    })
    const same = { distribution: 'CONSTANT', valueMs: 40 } as const
    expect(withDistribution(same, 'CONSTANT')).toBe(same)
  })
})

describe('runs', () => {
  it('tell their speed and that the seed repeats them', () => {
    expect(speedWords(9_230_000, 42)).toBe('9.2 M requests/s of wall clock, seed 42, same result every time')
    expect(speedWords(0, 1)).toBe('seed 1, same result every time')
  })
  it('say when figures are not those of a whole run', () => {
    expect(phaseWords('cancelled', 31_400, 300_000)).toBe('Cancelled at 0:31, results so far')
    expect(phaseWords('failed', 0, 0)).toBe('Failed')
    expect(phaseWords('paused', 31_400, 300_000)).toBe('Paused at 0:31')
    expect(phaseWords('done', 300_000, 300_000)).toBe(null)
  })
  it('end with one sentence', () => {
    const values = kpiValues(totalsWith({ offered: 18_000, served: 6050, throttled: 11_950, latencyP95: 156 }))
    expect(endSentence('done', values)).toBe(
      'Run finished: 18,000 offered, 33.6 % served, 66.4 % throttled, p95 156 ms',
    )
  })
  it('tell the time of a request to the millisecond', () => {
    expect([requestTime(151_408.9), requestTime(3_725_007)]).toEqual(['2:31.408', '1:02:05.007'])
  })
})

it('turns shares into percent and back without rounding dust', () => {
  expect([percentOf(0.07), shareOf(7), percentOf(undefined), shareOf(0.1)]).toEqual([7, 0.07, undefined, 0.001])
})
