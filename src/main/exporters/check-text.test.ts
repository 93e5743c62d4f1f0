import { describe, expect, it } from 'vitest'
import { SCENARIO_METRICS } from '@shared/design/scenario'
import { checkText, metricText, usdText } from './check-text'

describe('checkText', () => {
  it('says what is checked, of whom, and the limit with its unit', () => {
    expect([
      checkText({ metric: 'throttledShare', route: 'POST /orders', operator: '<=', value: 0.05 }),
      checkText({ metric: 'throttled', apiKey: 'acme', route: 'GET /', operator: '==', value: 0 }),
      checkText({ metric: 'latencyP99', operator: '<', value: 250 }),
      checkText({ metric: 'monthlyCost', operator: '<', value: 1200 }),
      checkText({ metric: 'requests', operator: '>=', value: 1_000_000 }),
    ]).toEqual([
      'Throttled share of POST /orders <= 5 %',
      'Throttled requests of acme on GET / == 0',
      'Latency p99 < 250 ms',
      'Cost a month < $1,200.00',
      'Requests >= 1,000,000',
    ])
  })

  it('has words for every metric', () => {
    const texts = SCENARIO_METRICS.map((metric) => checkText({ metric, operator: '<', value: 1 }))
    expect(texts.filter((text) => text.startsWith('undefined'))).toEqual([])
    expect(new Set(texts).size).toBe(SCENARIO_METRICS.length)
  })
})

describe('metricText', () => {
  it('keeps small shares and small amounts readable', () => {
    expect([
      metricText('cacheHitRatio', 0.771234),
      metricText('errorShare', 0.00001),
      usdText(0.000004),
      usdText(0),
    ]).toEqual(['77.123 %', '0.001 %', '$0.000004', '$0.00'])
  })
})
