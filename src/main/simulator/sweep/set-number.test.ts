import { describe, expect, it } from 'vitest'
import { plainRun } from '../rich-run.fixture'
import { setNumber } from './set-number'

const setup = plainRun({ shape: { type: 'CONSTANT', ratePerSecond: 5 } }, {}, { '/GET': { throttlingRateLimit: 7 } })

describe('setNumber', () => {
  it('sets a number of the design, and leaves everything else as it was', () => {
    const changed = setNumber(setup, '/account/throttleSettings/burstLimit', 9)!
    expect(changed.design.account).toEqual({ throttleSettings: { rateLimit: 1e6, burstLimit: 9 } })
    expect([changed.scenario, changed.design.apis]).toEqual([setup.scenario, setup.design.apis])
    expect(setup.design.account.throttleSettings.burstLimit).toBe(1e6)
  })

  it('follows lists and names with slashes', () => {
    const changed = setNumber(setup, '/apis/0/stages/prod/methodSettings/~1GET/throttlingRateLimit', 8)!
    expect(changed.design.apis[0]).toMatchObject({
      stages: { prod: { methodSettings: { '/GET': { throttlingRateLimit: 8 } } } },
    })
  })

  it('sets a number of the scenario', () => {
    const changed = setNumber(setup, '/scenario/sources/0/shape/ratePerSecond', 12)!
    expect(changed.scenario.sources[0]!.shape).toEqual({ type: 'CONSTANT', ratePerSecond: 12 })
    expect(changed.design).toBe(setup.design)
  })

  it('makes the last member of the way where it is not there yet', () => {
    const changed = setNumber(setup, '/apis/0/stages/prod/methodSettings/~1GET/throttlingBurstLimit', 3)!
    expect(changed.design.apis[0]).toMatchObject({
      stages: { prod: { methodSettings: { '/GET': { throttlingRateLimit: 7, throttlingBurstLimit: 3 } } } },
    })
  })

  it.each([
    '',
    'account',
    '/',
    '/name',
    '/apis/9/name',
    '/apis/1',
    '/apis/-/x',
    '/account/throttleSettings',
    '/account/throttleSettings/rateLimit/x',
    '/nowhere/at/all',
    '/__proto__/x',
    '/account/__proto__',
    '/constructor/prototype',
    '/scenario/sources/0',
    '/scenario/name',
  ])('leads nowhere with %j', (pointer) => {
    expect(setNumber(setup, pointer, 1)).toBeNull()
    expect(Object.prototype).not.toHaveProperty('x')
  })
})
