import { describe, expect, it } from 'vitest'
import { ALLOW } from '../effect'
import { ABSENT, Flight } from '../flight'
import { CALL_INTEGRATION } from '../verdict'
import { advance, begin } from './advance'
import { Play, smallDesign } from './small-gateway.fixture'

describe('a flight that begins', () => {
  it('has nothing left of the request it served before', () => {
    const { runtime } = new Play(smallDesign({ routes: { 'GET /a': {}, 'GET /b': {} } }))
    const flight = new Flight(0)
    Object.assign(flight, { route: 1, planKey: 3, policyEffect: ALLOW, next: 99, startedAt: 1 })
    begin(runtime, flight, 250.5)
    const { startedAt, planKey, policyEffect, next } = flight
    expect({ startedAt, planKey, policyEffect, next }).toEqual({
      startedAt: 250.5,
      planKey: ABSENT,
      policyEffect: 0,
      next: runtime.entry[1],
    })
  })

  it('stands behind the step that stopped it', () => {
    const { runtime } = new Play(smallDesign({ routes: { 'GET /a': {}, 'GET /b': {} } }))
    const flight = new Flight(0)
    flight.route = 1
    begin(runtime, flight, 0)
    expect([advance(runtime, flight, 0), flight.next]).toEqual([CALL_INTEGRATION, runtime.plan.length])
  })
})
