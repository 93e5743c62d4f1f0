import { describe, expect, it } from 'vitest'
import { setMethodSetting } from '@shared/design/edits/set-method-setting'
import type { HttpApi } from '@shared/design/http-api'
import { newHttpApi } from '@shared/design/new-http-api'
import { orderDesign, ORDERS } from '@shared/design/order-design.fixture'
import { previewThrottle } from './throttle-preview'

const POST = { apiId: ORDERS, stage: 'prod', routeKey: 'POST /orders' }

describe('the throttle preview', () => {
  it('says what evenly spaced calls get, to the request, second by second', () => {
    // The plan allows this method 50 a second and 10 at once for each key; the method itself 100 and 50.
    const preview = previewThrottle(orderDesign(), { ...POST, ratePerSecond: 200, durationInSeconds: 3 })
    const admittedBy = (lastMs: number): number => Math.floor(10 + (50 * lastMs) / 1000)
    const admitted = [admittedBy(995), admittedBy(1995) - admittedBy(995), admittedBy(2995) - admittedBy(1995)]
    expect(preview).toEqual({
      ratePerSecond: 200,
      admitted: 159,
      throttled: 441,
      bySecond: admitted.map((one) => ({ admitted: one, throttled: 200 - one })),
    })
  })

  it('calls routes without a key by the stage’s limit alone', () => {
    const get = { ...POST, routeKey: 'GET /orders/{id}' }
    const design = setMethodSetting(orderDesign(), ORDERS, 'prod', '/orders/{id}/GET', {
      throttlingRateLimit: 10,
      throttlingBurstLimit: 5,
      cachingEnabled: false,
    })
    const { admitted, throttled } = previewThrottle(design, { ...get, ratePerSecond: 20, durationInSeconds: 2 })
    expect([admitted, throttled]).toEqual([24, 16])
  })

  it('admits nobody where no key would be accepted', () => {
    const preview = previewThrottle(
      { ...orderDesign(), usagePlans: [] },
      { ...POST, ratePerSecond: 5, durationInSeconds: 2 },
    )
    expect([preview.admitted, preview.throttled]).toEqual([0, 0])
  })

  it('ends after half a million requests, and covers a second begun', () => {
    const long = previewThrottle(orderDesign(), { ...POST, ratePerSecond: 100_000, durationInSeconds: 3600 })
    expect([long.bySecond.length, long.admitted + long.throttled]).toEqual([5, 500_000])
    const begun = previewThrottle(orderDesign(), { ...POST, ratePerSecond: 10, durationInSeconds: 2.5 })
    expect(begun.bySecond.map(({ admitted }) => admitted)).toEqual([10, 10, 5])
  })

  it('knows the limits of routes of HTTP APIs', () => {
    const api: HttpApi = {
      ...newHttpApi('Fast'),
      id: 'fastapi001',
      routes: { 'GET /items': { authorizationType: 'NONE' } },
      stages: {
        $default: {
          autoDeploy: true,
          routeSettings: { 'GET /items': { throttlingRateLimit: 10, throttlingBurstLimit: 5 } },
        },
      },
    }
    const request = { apiId: api.id, stage: '$default', routeKey: 'GET /items' }
    const preview = previewThrottle(
      { ...orderDesign(), apis: [api] },
      { ...request, ratePerSecond: 20, durationInSeconds: 2 },
    )
    expect([preview.admitted, preview.throttled]).toEqual([24, 16])
  })

  it('refuses a stage or route that does not exist', () => {
    const request = { ...POST, ratePerSecond: 5, durationInSeconds: 2 }
    for (const wrong of [{ stage: 'gone' }, { routeKey: 'GET /nothing' }, { apiId: 'nobody' }]) {
      expect(() => previewThrottle(orderDesign(), { ...request, ...wrong })).toThrow(
        expect.objectContaining({ code: 'simulator/invalid-scenario' }),
      )
    }
  })
})
