import { describe, expect, it } from 'vitest'
import { ALLOW, DENY } from '../effect'
import { ABSENT } from '../flight'
import { AuthorizerResults } from './authorizer-results'

describe('AuthorizerResults', () => {
  it('hold a result until its time to live has passed', () => {
    const results = new AuthorizerResults(2)
    results.store(1, DENY, 7, 1000, 300_000)
    expect([results.has(1, 1000), results.has(1, 300_999.9), results.has(1, 301_000)]).toEqual([true, true, false])
    expect([results.effect(1), results.apiKey(1), results.ageOf(1, 1500), results.ttlOf(1)]).toEqual([
      DENY,
      7,
      500,
      300_000,
    ])
  })

  it('know nothing of a slot that was never stored, at time 0 neither', () => {
    const results = new AuthorizerResults(3)
    results.store(1, ALLOW, ABSENT, 0, 10)
    expect([results.has(0, 0), results.has(1, 0), results.has(2, 0)]).toEqual([false, true, false])
  })

  it('are replaced whole by a newer result', () => {
    const results = new AuthorizerResults(1)
    results.store(0, DENY, 3, 0, 100)
    results.store(0, ALLOW, ABSENT, 50, 100)
    expect([results.has(0, 149), results.effect(0), results.apiKey(0), results.ageOf(0, 149)]).toEqual([
      true,
      ALLOW,
      ABSENT,
      99,
    ])
  })

  it('are forgotten one by one or all at once', () => {
    const results = new AuthorizerResults(3)
    for (const slot of [0, 1, 2]) results.store(slot, ALLOW, ABSENT, 0, 1000)
    results.drop(1)
    expect([0, 1, 2].map((slot) => results.has(slot, 1))).toEqual([true, false, true])
    results.flush()
    expect([0, 1, 2].map((slot) => results.has(slot, 1))).toEqual([false, false, false])
  })
})
