import { describe, expect, it } from 'vitest'
import { ALLOW, DENY, SILENT } from '../effect'
import { ABSENT, Flight } from '../flight'
import { CALL_INTEGRATION } from '../verdict'
import { advance, begin } from './advance'
import { NOT_ASKED } from './combined-access'
import { Play, smallDesign } from './small-gateway.fixture'

describe('a flight that begins', () => {
  it('has nothing left of the request it served before', () => {
    const { runtime } = new Play(smallDesign({ routes: { 'GET /a': {}, 'GET /b': {} } }))
    const flight = new Flight(0)
    const before = { planKey: 3, identityEffect: DENY, policyEffect: ALLOW, isOtherAccount: 1, next: 99, startedAt: 1 }
    Object.assign(flight, { route: 1, ...before })
    begin(runtime, flight, 250.5)
    expect({ ...flight }).toEqual({
      ...new Flight(0),
      route: 1,
      startedAt: 250.5,
      planKey: ABSENT,
      identityEffect: NOT_ASKED,
      // This API has no policy.
      policyEffect: SILENT,
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
