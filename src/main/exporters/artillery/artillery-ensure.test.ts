import { describe, expect, it } from 'vitest'
import { SCENARIO_METRICS } from '@shared/design/scenario'
import { artilleryEnsure } from './artillery-ensure'

const THROTTLED = '(http.codes.429 ? http.codes.429 : 0)'

describe('artilleryEnsure', () => {
  it('makes conditions of checks, good also where a status never came up', () => {
    expect(
      artilleryEnsure([
        { metric: 'throttledShare', operator: '<=', value: 0.05 },
        { metric: 'latencyP95', operator: '<', value: 300 },
        { metric: 'requests', operator: '>', value: 1e-7 },
      ]),
    ).toEqual({
      conditions: [
        { expression: `${THROTTLED} / http.requests <= 0.05`, strict: true },
        { expression: 'http.response_time.p95 < 300', strict: true },
        { expression: 'http.requests > 0.000000100000', strict: true },
      ],
      notes: [
        'Throttled requests are those answered with 429; those over a quota are among them.',
        'Latencies are those of all requests, refused ones and the way there and back among them.',
      ],
    })
  })

  it('names what it cannot check', () => {
    expect(
      artilleryEnsure([
        { metric: 'staleReads', operator: '==', value: 0 },
        { metric: 'errorShare', route: 'GET /a', operator: '<', value: 0.01 },
      ]),
    ).toEqual({
      conditions: [],
      notes: [
        'The check "Stale reads == 0" is left out: a client cannot see that.',
        'The check "Share of errors (5xx) of GET /a < 1 %" is left out: conditions are about all requests.',
      ],
    })
  })

  it('deals with every metric one way or the other', () => {
    for (const metric of SCENARIO_METRICS) {
      const { conditions, notes } = artilleryEnsure([{ metric, operator: '<', value: 1 }])
      expect(conditions.length === 1 || notes.some((note) => note.includes('is left out'))).toBe(true)
    }
  })
})
