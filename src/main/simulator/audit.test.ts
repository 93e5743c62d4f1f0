import { describe, expect, it } from 'vitest'
import type { SimulationAnswers } from '@shared/contract/simulation'
import type { Scenario, TrafficSource } from '@shared/design/scenario'
import { OUTCOMES } from '@shared/outcome'
import { CACHED } from '../engine/outcome'
import { ArrivalLog } from './arrival-log.fixture'
import { AT_ONCE, guardedRun, type Guard } from './guarded-run.fixture'
import { finished } from './rich-run.fixture'
import { Simulation } from './simulation'
import { simulationAnswers } from './simulation-answers'

function answersOf(guard: Guard, source: Partial<TrafficSource>, more: Partial<Scenario> = {}): SimulationAnswers {
  const { design, scenario } = guardedRun(guard, source, more)
  return simulationAnswers(finished(design, scenario))
}

const PERSONAL = { '*': { latency: AT_ONCE, isPersonal: true } }
const TOKENS = { type: 'TOKEN', authorizerResultTtlInSeconds: 10 } as const
const AUTHORIZATION = 'method.request.header.Authorization'
const ID = 'method.request.path.id'

describe('leaked reads', () => {
  const people = {
    identities: { count: 20, distribution: 'UNIFORM' },
    items: { count: 5, distribution: 'UNIFORM' },
  } as const

  it.each([
    ['an authorizer', TOKENS],
    ['no authorizer', undefined],
  ])('are the cached answers about one caller that another one got, behind %s', (_, authorizer) => {
    const guard = { cacheTtlInSeconds: 2, cacheKeyParameters: [ID], ...(authorizer && { authorizer }) }
    const { design, scenario } = guardedRun(guard, people, { backends: PERSONAL })
    const log = new ArrivalLog()
    const simulation = new Simulation(design, scenario, { trace: log })
    while (simulation.run(1000));
    const integrated = new Set(log.integrated.map(({ id }) => id))
    const keeper = new Map<number, number>()
    let leaked = 0
    for (const { id, cacheSlot, identity } of log.requests) {
      if (integrated.has(id)) keeper.set(cacheSlot, identity)
      else if (keeper.get(cacheSlot) !== identity) leaked++
    }
    expect([simulationAnswers(simulation).leakedReads, leaked > 400]).toEqual([leaked, true])
  })

  it.each([
    ['the header the token is in', [ID, AUTHORIZATION], TOKENS],
    ['the same header in other letters', [ID, 'method.request.header.authorization'], TOKENS],
    [
      'another header, when that is where the authorizer looks',
      [ID, 'method.request.header.X-User'],
      { ...TOKENS, identitySource: 'method.request.header.X-User' },
    ],
  ])('are none with a cache key of item and %s', (_, cacheKeyParameters, authorizer) => {
    const guard = { cacheTtlInSeconds: 3600, cacheKeyParameters, authorizer }
    const { design, scenario } = guardedRun(guard, people, { backends: PERSONAL })
    const simulation = finished(design, scenario)
    // Twenty callers and five items: each pair is asked for once.
    expect([simulationAnswers(simulation).leakedReads, simulation.runtime.counters.cacheMisses]).toEqual([0, 100])
  })

  it('are none where answers are about nobody, or nobody else asks', () => {
    const guard = { cacheTtlInSeconds: 3600, cacheKeyParameters: [ID] }
    expect([
      answersOf(guard, people).leakedReads,
      answersOf(guard, { items: people.items }, { backends: PERSONAL }).leakedReads,
    ]).toEqual([0, 0])
  })

  it('have slots to spare for more pairs of item and caller than are ever kept', () => {
    const guard = { cacheTtlInSeconds: 3600, cacheKeyParameters: [ID, AUTHORIZATION], authorizer: TOKENS }
    const crowd = {
      identities: { count: 9000, distribution: 'ZIPF' },
      items: { count: 1000, distribution: 'ZIPF' },
    } as const
    const { design, scenario } = guardedRun(guard, crowd, { backends: PERSONAL, durationInSeconds: 600 })
    const log = new ArrivalLog()
    const simulation = new Simulation(design, scenario, { trace: log })
    while (simulation.run(1000));
    const pairs = new Set(log.requests.map(({ identity, cacheSlot }) => `${identity} ${cacheSlot}`))
    const slots = new Set(log.requests.map(({ cacheSlot }) => cacheSlot))
    // One caller for each slot, and a slot for each pair: the first of each misses.
    expect([pairs.size, simulation.runtime.counters.cacheMisses, simulation.audit!.leakedReads]).toEqual([
      slots.size,
      slots.size,
      0,
    ])
  })
})

describe('stale reads', () => {
  it('are the cached answers from before the data changed', () => {
    const events = [{ type: 'CHANGE_DATA', at: 15, route: 'GET /' }] as const
    // Stored at 0, 10, 20 ...: what was stored at 10 is stale from 15 to 20, ten times a second.
    expect(answersOf({ cacheTtlInSeconds: 10 }, {}, { events }).staleReads).toBe(50)
    expect(answersOf({ cacheTtlInSeconds: 10 }, {}, { events: [{ ...events[0], at: 10 }] }).staleReads).toBe(0)
    const flushed = [...events, { type: 'FLUSH_CACHE', at: 16 } as const]
    expect(answersOf({ cacheTtlInSeconds: 10 }, {}, { events: flushed }).staleReads).toBe(10)
  })
})

describe('requests allowed after a revocation', () => {
  const events = [{ type: 'REVOKE', at: 15, source: 'clients', share: 1 }] as const

  it('live on the kept result until it runs out, and not a request longer', () => {
    const { design, scenario } = guardedRun({ authorizer: TOKENS }, {}, { events })
    const simulation = finished(design, scenario)
    const totals = simulation.recorder.totals()
    const denied = totals[OUTCOMES.indexOf('ACCESS_DENIED_EXPLICIT')]
    const { allowedAfterRevocation, revocationDelayInSeconds } = simulationAnswers(simulation)
    expect([allowedAfterRevocation, revocationDelayInSeconds, denied]).toEqual([50, 4.9, 400])
  })

  it('are none where nothing is kept, or what is kept is forgotten with the revocation', () => {
    const none = { ...TOKENS, authorizerResultTtlInSeconds: 0 }
    const flush = [...events, { type: 'FLUSH_AUTHORIZER_CACHE', at: 15 } as const]
    expect([
      answersOf({ authorizer: none }, {}, { events }).allowedAfterRevocation,
      answersOf({ authorizer: TOKENS }, {}, { events: flush }).allowedAfterRevocation,
      answersOf({ authorizationType: 'AWS_IAM' }, {}, { events }).allowedAfterRevocation,
    ]).toEqual([0, 0, 0])
  })

  it('are those answered from the cache too, but not those that a throttle refused', () => {
    const cached = answersOf({ authorizer: TOKENS, cacheTtlInSeconds: 60 }, {}, { events })
    const { design, scenario } = guardedRun({ authorizer: TOKENS }, {}, { events })
    const throttled = { ...design, account: { throttleSettings: { rateLimit: 0, burstLimit: 0 } } }
    const refused = simulationAnswers(finished(throttled, scenario))
    expect([cached.allowedAfterRevocation, refused.allowedAfterRevocation]).toEqual([50, 0])
  })

  it('are of the most popular callers, as many as the share says', () => {
    const some = [{ ...events[0], at: 0, share: 0.1 }] as const
    const { design, scenario } = guardedRun(
      { authorizer: { ...TOKENS, authorizerResultTtlInSeconds: 0 } },
      { identities: { count: 100, distribution: 'ZIPF', exponent: 1 } },
      { events: some, durationInSeconds: 600 },
    )
    const simulation = finished(design, scenario)
    const totals = simulation.recorder.totals()
    const harmonic = (n: number): number =>
      Array.from({ length: n }, (_, at) => 1 / (at + 1)).reduce((a, b) => a + b, 0)
    const share = harmonic(10) / harmonic(100)
    const denied = totals[OUTCOMES.indexOf('ACCESS_DENIED_EXPLICIT')]! / 6000
    expect(Math.abs(denied - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 6000))
    expect(totals[CACHED]).toBe(0)
  })
})
