import { describe, expect, it } from 'vitest'
import { orderDesign } from '@shared/design/order-design.fixture'
import { applySetting, designPointer } from './apply-setting'
import { axisValues, niceUp, rangeProblem, suggestedRange } from './axis-values'
import { sweepSettings } from './sweep-settings'

const design = orderDesign()
const scenario = design.scenarios[0]!
const settings = sweepSettings(design, scenario)
const find = (label: string) => settings.find((each) => each.label === label)

describe('sweepSettings', () => {
  it('names every number that the scenario depends on, with what holds now', () => {
    expect(settings.map(({ group, label, current }) => [group, label, current])).toEqual([
      ['Throttles', 'Rate limit of every method of the stage', 1000],
      ['Throttles', 'Burst limit of every method of the stage', 500],
      ['Throttles', 'Rate limit of GET /orders', 1000],
      ['Throttles', 'Burst limit of GET /orders', 500],
      ['Throttles', 'Rate limit of POST /orders', 100],
      ['Throttles', 'Burst limit of POST /orders', 50],
      ['Throttles', 'Rate limit of the account', 10_000],
      ['Throttles', 'Burst limit of the account', 5000],
      ['Usage plans', 'Rate limit of plan Premium', 1000],
      ['Usage plans', 'Burst limit of plan Premium', 2000],
      ['Usage plans', 'Quota of plan Premium', 1_000_000],
      ['Usage plans', 'Rate limit of /orders/POST of plan Premium', 50],
      ['Usage plans', 'Burst limit of /orders/POST of plan Premium', 10],
      ['Cache', 'Cache TTL of the stage', 300],
      ['Authorizers', 'Result TTL of session', 300],
      ['Timeouts', 'Timeout of GET /orders', 29_000],
      ['Timeouts', 'Timeout of POST /orders', 29_000],
      ['Traffic', 'Rate of shoppers', 300],
      ['Backends', 'Calls at a time of POST /orders', 100],
      ['Backends', 'Error share of POST /orders', 0.01],
      ['Backends', 'Calls at a time of all other backends', 100],
      ['Backends', 'Error share of all other backends', 0.01],
    ])
  })
  it('points to where each of them is', () => {
    expect([find('Burst limit of POST /orders')?.pointer, find('Rate of shoppers')?.pointer]).toEqual([
      '/apis/0/stages/prod/methodSettings/~1orders~1POST/throttlingBurstLimit',
      '/scenario/sources/0/shape/ratePerSecond',
    ])
  })
  it('says of a method that inherits its limit what it must have of its own first', () => {
    expect(find('Rate limit of GET /orders')?.missing).toEqual({
      routeKey: 'GET /orders',
      methodKey: '/orders/GET',
      rateLimit: 1000,
      burstLimit: 500,
    })
    expect(find('Rate limit of POST /orders')?.missing).toBe(undefined)
  })
  it('has none for an API or a stage that is not there', () => {
    expect([
      sweepSettings(design, { ...scenario, apiId: 'gone' }),
      sweepSettings(design, { ...scenario, stage: 'gone' }),
    ]).toEqual([[], []])
  })
  it('can set every one of them', () => {
    for (const { pointer, missing, label } of settings.filter(({ missing: none }) => none === undefined)) {
      const changed = applySetting(design, scenario, [{ pointer, value: 7 }])
      expect([label, missing, changed === design]).toEqual([label, undefined, false])
    }
  })
})

describe('applySetting', () => {
  it('sets several values at once, of the design and of the scenario', () => {
    const changed = applySetting(design, scenario, [
      { pointer: '/account/throttleSettings/rateLimit', value: 5 },
      { pointer: '/scenario/sources/0/shape/ratePerSecond', value: 9 },
    ])
    expect([changed.account.throttleSettings.rateLimit, changed.scenarios[0]?.sources[0]?.shape]).toEqual([
      5,
      { type: 'POISSON', ratePerSecond: 9, from: 0, to: 30 },
    ])
  })
  it('changes nothing when the scenario is gone', () => {
    const gone = { ...design, scenarios: [] }
    expect(designPointer(gone, scenario.name, '/scenario/seed')).toBe(null)
    expect(applySetting(gone, scenario, [{ pointer: '/scenario/seed', value: 9 }])).toBe(gone)
  })
})

describe('values of an axis', () => {
  it('go from one end to the other in steps, without rounding dust', () => {
    expect(axisValues({ from: 100, to: 400, step: 100 })).toEqual([100, 200, 300, 400])
    expect(axisValues({ from: 0.1, to: 0.5, step: 0.2 })).toEqual([0.1, 0.3, 0.5])
    expect(axisValues({ from: 5, to: 5, step: 0 })).toEqual([5])
    expect(axisValues({ from: 5, to: 1, step: 1 })).toEqual([])
  })
  it('are refused when there are too many or none', () => {
    expect([
      rangeProblem({ from: 1, to: 1000, step: 1 }),
      rangeProblem({ from: 2, to: 1, step: 1 }),
      rangeProblem({ from: 1, to: 2, step: 0 }),
      rangeProblem({ from: 1, to: 100, step: 1 }),
    ]).toEqual([
      'More than 100 values: take a larger step',
      'The range ends before it begins',
      'The step must be more than 0',
      null,
    ])
  })
  it('are suggested around the value that is set, in round steps within what is allowed', () => {
    const rule = { min: 0, max: 1_000_000, integer: true }
    expect(suggestedRange(100, rule)).toEqual({ from: 25, to: 200, step: 25 })
    expect(suggestedRange(29_000, { min: 50, max: 29_000, integer: true })).toEqual({
      from: 10_000,
      to: 29_000,
      step: 10_000,
    })
    expect(suggestedRange(0, rule)).toEqual({ from: 1, to: 8, step: 1 })
    expect([niceUp(37), niceUp(120), niceUp(0.3)]).toEqual([50, 200, 0.5])
  })
})
