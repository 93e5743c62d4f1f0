import { describe, expect, it } from 'vitest'
import { SCENARIO_METRICS, type ScenarioCheck } from '@shared/design/scenario'
import { orderDesign } from '@shared/design/order-design.fixture'
import { scenarioPlan } from '../load/scenario-plan'
import { k6Thresholds } from './k6-thresholds'

const design = orderDesign()
const plan = scenarioPlan(design, design.scenarios[0]!)
const of = (...checks: ScenarioCheck[]) => k6Thresholds(checks, plan)

describe('k6Thresholds', () => {
  it('makes a threshold of each check that a client can make', () => {
    expect(
      of(
        { metric: 'throttledShare', operator: '<=', value: 0.05 },
        { metric: 'latencyP95', operator: '<', value: 300 },
        { metric: 'latencyP99', operator: '<', value: 900 },
        { metric: 'throttled', route: 'POST /orders', operator: '==', value: 0 },
        { metric: 'throttledShare', apiKey: 'acme-web', route: 'GET /orders', operator: '<', value: 0.5 },
      ),
    ).toEqual({
      thresholds: {
        throttled_share: ['rate<=0.05'],
        answered_duration: ['p(95)<300', 'p(99)<900'],
        'throttled{route:post_orders}': ['count==0'],
        'throttled_share{route:get_orders,api_key:API_KEY_ACME_WEB}': ['rate<0.5'],
      },
      notes: [],
    })
  })

  it('names the checks that it cannot make', () => {
    expect(
      of(
        { metric: 'cacheHitRatio', operator: '>=', value: 0.7 },
        { metric: 'throttled', apiKey: 'nobody', operator: '==', value: 0 },
      ),
    ).toEqual({
      thresholds: {},
      notes: [
        'The check "Cache hit ratio >= 70 %" is left out: a client cannot see that.',
        'The check "Throttled requests of nobody == 0" is left out: no request of the script is of it.',
      ],
    })
  })

  it('deals with every metric one way or the other', () => {
    for (const metric of SCENARIO_METRICS) {
      const { thresholds, notes } = of({ metric, operator: '<', value: 1 })
      expect(Object.keys(thresholds).length + notes.length).toBe(1)
    }
  })
})
