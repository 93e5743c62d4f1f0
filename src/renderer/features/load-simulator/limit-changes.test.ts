import { describe, expect, it } from 'vitest'
import { setAccountThrottle } from '@shared/design/edits/set-account-throttle'
import { setMethodSetting } from '@shared/design/edits/set-method-setting'
import { updateAtPointer } from '@shared/design/edits/update-at-pointer'
import { ORDERS, orderDesign } from '@shared/design/order-design.fixture'
import { designChange } from './limit-changes'

const before = orderDesign()
const since = (after: typeof before) => designChange(before, after, ORDERS, 'prod')

describe('designChange', () => {
  it('finds the limits of every level that a paused run can go on with', () => {
    const method = setMethodSetting(before, ORDERS, 'prod', '/orders/POST', { throttlingRateLimit: 200 })
    expect(since(method)).toEqual({
      limits: [{ type: 'SET_LIMIT', level: 'method', route: 'POST /orders', rateLimit: 200, burstLimit: 50 }],
      others: [],
    })
    expect(since(updateAtPointer(before, '/usagePlans/0/throttle/burstLimit', 5)).limits).toEqual([
      { type: 'SET_LIMIT', level: 'plan', usagePlanId: 'plan01', rateLimit: 1000, burstLimit: 5 },
    ])
    const planMethod = '/usagePlans/0/apiStages/0/throttle/~1orders~1POST/rateLimit'
    expect(since(updateAtPointer(before, planMethod, 5)).limits).toEqual([
      {
        type: 'SET_LIMIT',
        level: 'planMethod',
        usagePlanId: 'plan01',
        route: 'POST /orders',
        rateLimit: 5,
        burstLimit: 10,
      },
    ])
    expect(since(setAccountThrottle(before, { rateLimit: 7, burstLimit: 8 }))).toEqual({
      limits: [{ type: 'SET_LIMIT', level: 'account', rateLimit: 7, burstLimit: 8 }],
      others: [],
    })
  })
  it('tells a limit of the stage once, for all methods that take it', () => {
    const stage = setMethodSetting(before, ORDERS, 'prod', '*/*', { throttlingRateLimit: 300 })
    expect(since(stage)).toEqual({
      limits: [{ type: 'SET_LIMIT', level: 'stage', rateLimit: 300, burstLimit: 500 }],
      others: [],
    })
  })
  it('takes a limit that a method inherited and now has of its own for a change of that method', () => {
    const own = setMethodSetting(before, ORDERS, 'prod', '/orders/GET', { throttlingRateLimit: 5 })
    expect(since(own)).toEqual({
      limits: [],
      others: ['/apis/0/stages/prod/methodSettings/~1orders~1GET'],
    })
    const back = setMethodSetting(before, ORDERS, 'prod', '/orders/POST', { throttlingBurstLimit: undefined })
    expect(since(back)).toEqual({
      limits: [{ type: 'SET_LIMIT', level: 'method', route: 'POST /orders', rateLimit: 100, burstLimit: 500 }],
      others: [],
    })
  })
  it('leaves to a new run what else the run depends on, and passes over the rest', () => {
    expect(since(updateAtPointer(before, '/apis/0/authorizers/session/authorizerResultTtlInSeconds', 0))).toEqual({
      limits: [],
      others: ['/apis/0/authorizers/session/authorizerResultTtlInSeconds'],
    })
    expect(since({ ...before, name: 'other', scenarios: [] })).toEqual({ limits: [], others: [] })
  })
})
