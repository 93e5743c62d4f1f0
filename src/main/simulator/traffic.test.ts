import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import type { RestApi } from '@shared/design/rest-api'
import type { Scenario, TrafficSource } from '@shared/design/scenario'
import { ABSENT, NO_CACHE_CONTROL, RENEW_NOT_PERMITTED, UNIDENTIFIED, UNKNOWN_KEY } from '../engine/flight'
import { popularityWeights } from './alias-table'
import { richDesign, richScenario } from './rich-run.fixture'
import { Simulation } from './simulation'
import { INVALID_BODY_FLAG } from './request-draws'
import { Traffic } from './traffic'
import { trafficTables } from './traffic-tables'

interface Arrived {
  readonly at: number
  readonly caller: number
  readonly route: string
  readonly apiKey: number
  readonly identity: number
  readonly cacheSlot: number
  readonly cacheControl: number
  readonly hasInvalidBody: boolean
}

/** Every request of a scenario at the rich design. */
function arrived(scenario: Scenario): Arrived[] {
  const design = richDesign()
  const { runtime } = new Simulation(design, scenario)
  const traffic = new Traffic(scenario, trafficTables(design, scenario))
  const all: Arrived[] = []
  while (traffic.nextAt !== Infinity) {
    const at = traffic.nextAt
    const { caller, route, apiKey, identity, cacheSlot, cacheControl, flags, startedAt } = traffic.arrive(
      runtime,
      all.length,
    )
    expect(startedAt).toBe(at)
    const { routeKey } = runtime.names.routes[route]!
    const hasInvalidBody = (flags & INVALID_BODY_FLAG) !== 0
    all.push({ at, caller, route: routeKey, apiKey, identity, cacheSlot, cacheControl, hasInvalidBody })
  }
  return all
}

const ONE_ROUTE = { 'GET /items/{id}': 1 }

function sourcesOnly(...sources: Omit<TrafficSource, 'name'>[]): Scenario {
  return richScenario({
    durationInSeconds: 200,
    sources: sources.map((source, at) => ({ name: `source ${at}`, ...source })),
  })
}

/** Whether a count of independent events is within four standard errors of its share. */
function expectShare(count: number, of: number, share: number): void {
  expect(Math.abs(count - of * share)).toBeLessThan(4 * Math.sqrt(of * share * (1 - share)) + 1e-9)
}

function countBy<Key>(all: readonly Arrived[], keyOf: (one: Arrived) => Key): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return counts
}

describe('traffic', () => {
  it('merges its sources in the order of time, the first named first at equal times', () => {
    const all = arrived(
      sourcesOnly(
        { shape: { type: 'CONSTANT', ratePerSecond: 10 }, routes: ONE_ROUTE },
        { shape: { type: 'POISSON', ratePerSecond: 37 }, routes: ONE_ROUTE },
        { shape: { type: 'BURST', count: 5, at: 0.5, everyInSeconds: 20 }, routes: ONE_ROUTE },
        { shape: { type: 'CONSTANT', ratePerSecond: 10 }, routes: ONE_ROUTE },
      ),
    )
    const isInOrder = all.every((one, at) => {
      const before = all[at - 1]
      return before === undefined || before.at < one.at || (before.at === one.at && before.caller <= one.caller)
    })
    const counts = countBy(all, ({ caller }) => caller)
    expect([isInOrder, counts.get(0), counts.get(2), counts.get(3)]).toEqual([true, 2000, 50, 2000])
    expectShare(counts.get(1)!, 200 * 37 * 1000, 1 / 1000)
  })

  it('goes to the routes by their weights', () => {
    const routes = { 'GET /orders': 3, 'POST /orders': 1, 'GET /small': 0 }
    const all = arrived(sourcesOnly({ shape: { type: 'CONSTANT', ratePerSecond: 100 }, routes }))
    const counts = countBy(all, ({ route }) => route)
    expect([...counts.keys()].sort()).toEqual(['GET /orders', 'POST /orders'])
    expectShare(counts.get('GET /orders')!, 20_000, 0.75)
  })

  it('spoils the shares of requests that the source says, and no others', () => {
    const spoiled = { invalidBodies: 0.1, missingTokens: 0.2, wrongApiKeys: 0.05, cacheBypasses: 0.5 }
    const shape = { type: 'CONSTANT', ratePerSecond: 100 } as const
    const apiKeys = { names: ['acme'], distribution: 'UNIFORM' } as const
    const all = arrived(sourcesOnly({ shape, routes: ONE_ROUTE, apiKeys, ...spoiled }))
    const count = (isIt: (one: Arrived) => boolean): number => all.filter(isIt).length
    expectShare(
      count(({ hasInvalidBody }) => hasInvalidBody),
      20_000,
      0.1,
    )
    expectShare(
      count(({ identity }) => identity === UNIDENTIFIED),
      20_000,
      0.2,
    )
    expectShare(
      count(({ apiKey }) => apiKey === UNKNOWN_KEY),
      20_000,
      0.05,
    )
    expectShare(
      count(({ cacheControl }) => cacheControl === RENEW_NOT_PERMITTED),
      20_000,
      0.5,
    )
    // Each share is drawn for itself.
    expectShare(
      count(({ hasInvalidBody, identity }) => hasInvalidBody && identity === UNIDENTIFIED),
      20_000,
      0.02,
    )
    const clean = arrived(sourcesOnly({ shape, routes: ONE_ROUTE, apiKeys }))
    const expected = { apiKey: 0, identity: 0, cacheControl: NO_CACHE_CONTROL, hasInvalidBody: false }
    for (const member of ['apiKey', 'identity', 'cacheControl', 'hasInvalidBody'] as const) {
      expect(new Set(clean.map((one) => one[member]))).toEqual(new Set([expected[member]]))
    }
  })

  it('draws keys, callers and items by their popularity, each for itself', () => {
    const all = arrived(
      sourcesOnly({
        shape: { type: 'CONSTANT', ratePerSecond: 200 },
        routes: ONE_ROUTE,
        apiKeys: { names: ['globex', 'acme'], distribution: 'ZIPF', exponent: 1 },
        identities: { count: 4, distribution: 'UNIFORM' },
        items: { count: 5, distribution: 'ZIPF', exponent: 2 },
      }),
    )
    const keys = countBy(all, ({ apiKey }) => apiKey)
    // globex is named first, so it is the popular one.
    expectShare(keys.get(1)!, 40_000, 2 / 3)
    const callers = countBy(all, ({ identity }) => identity)
    for (const caller of [0, 1, 2, 3]) expectShare(callers.get(caller)!, 40_000, 1 / 4)
    const items = countBy(all, ({ cacheSlot }) => cacheSlot)
    const weights = popularityWeights(5, 'ZIPF', 2)
    const sum = weights.reduce((total, weight) => total + weight, 0)
    weights.forEach((weight, item) => expectShare(items.get(item)!, 40_000, weight / sum))
    const both = all.filter(({ apiKey, identity }) => apiKey === 1 && identity === 0).length
    expectShare(both, 40_000, 2 / 3 / 4)
  })

  it('gives callers of each source identities of their own, and items to all alike', () => {
    const source = {
      shape: { type: 'CONSTANT', ratePerSecond: 20 },
      routes: ONE_ROUTE,
      identities: { count: 3, distribution: 'UNIFORM' },
      items: { count: 2, distribution: 'UNIFORM' },
    } as const
    const all = arrived(sourcesOnly(source, source))
    const of = (caller: number, member: 'identity' | 'cacheSlot'): number[] =>
      [...new Set(all.filter((one) => one.caller === caller).map((one) => one[member]))].sort()
    expect([of(0, 'identity'), of(1, 'identity'), of(0, 'cacheSlot'), of(1, 'cacheSlot')]).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [0, 1],
      [0, 1],
    ])
  })

  it('carries nothing that its route does not look at', () => {
    const all = arrived(
      sourcesOnly({
        shape: { type: 'CONSTANT', ratePerSecond: 20 },
        routes: { 'GET /orders': 1 },
        apiKeys: { names: ['acme'], distribution: 'UNIFORM' },
        identities: { count: 3, distribution: 'UNIFORM' },
        items: { count: 9, distribution: 'UNIFORM' },
        missingTokens: 1,
        wrongApiKeys: 1,
      }),
    )
    const { apiKey, identity, cacheSlot } = all[17]!
    expect({ apiKey, identity, cacheSlot }).toEqual({ apiKey: ABSENT, identity: ABSENT, cacheSlot: ABSENT })
    expect(new Set(all.map((one) => `${one.apiKey} ${one.identity} ${one.cacheSlot}`)).size).toBe(1)
  })

  it('has no key where the source names none', () => {
    const all = arrived(sourcesOnly({ shape: { type: 'CONSTANT', ratePerSecond: 5 }, routes: { 'PUT /orders': 1 } }))
    expect(new Set(all.map(({ apiKey }) => apiKey))).toEqual(new Set([ABSENT]))
  })
})

describe('traffic tables', () => {
  it('give one cache slot to a route without key parameters, and share slots by namespace and verb', () => {
    const design = richDesign()
    const api = design.apis[0]! as Extract<(typeof design.apis)[0], { protocolType: 'REST' }>
    const integration = (cacheNamespace: string | undefined, cacheKeyParameters: readonly string[]) => ({
      type: 'MOCK' as const,
      integrationResponses: [],
      cacheKeyParameters,
      ...(cacheNamespace === undefined ? {} : { cacheNamespace }),
    })
    const get = (namespace: string | undefined, parameters: readonly string[]) => ({
      methods: { GET: { ...api.resources['/small']!.methods.GET!, integration: integration(namespace, parameters) } },
    })
    const key = ['method.request.querystring.id']
    const resources = {
      '/a': get('shared', key),
      '/b': get('shared', key),
      '/c': get(undefined, key),
      '/d': get(undefined, []),
    }
    const prod = { ...api.stages['prod']!, methodSettings: { '*/*': { cachingEnabled: true } } }
    const scenario = sourcesOnly({
      shape: { type: 'CONSTANT', ratePerSecond: 1 },
      routes: { 'GET /a': 1 },
      items: { count: 10, distribution: 'UNIFORM' },
    })
    const tables = trafficTables({ ...design, apis: [{ ...api, resources, stages: { prod } }] }, scenario)
    expect({ base: [...tables.cacheBase], stride: [...tables.itemStride], slots: tables.cacheSlots }).toEqual({
      base: [0, 0, 10, 20],
      stride: [1, 1, 1, 0],
      slots: 30,
    })
  })

  it('has no wrong keys where authorizers name the keys', () => {
    const design = richDesign()
    const [api] = design.apis
    const named: Design = { ...design, apis: [{ ...(api as RestApi), apiKeySource: 'AUTHORIZER' }] }
    const scenario = richScenario()
    const wrong: Scenario = { ...scenario, sources: scenario.sources.map((source) => ({ ...source, wrongApiKeys: 1 })) }
    const { runtime } = new Simulation(named, wrong)
    const traffic = new Traffic(wrong, trafficTables(named, wrong))
    const keys = Array.from({ length: 200 }, (_, id) => traffic.arrive(runtime, id).apiKey)
    expect(keys).not.toContain(UNKNOWN_KEY)
  })
})
