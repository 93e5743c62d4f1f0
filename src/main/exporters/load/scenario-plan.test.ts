import { describe, expect, it } from 'vitest'
import { ORDERS, orderDesign } from '@shared/design/order-design.fixture'
import type { RestApi } from '@shared/design/rest-api'
import type { Scenario, TrafficSource } from '@shared/design/scenario'
import { scenarioPlan } from './scenario-plan'

const design = orderDesign()
const rush = design.scenarios[0]!
const source: TrafficSource = {
  name: 'shoppers',
  shape: { type: 'CONSTANT', ratePerSecond: 5 },
  routes: { 'GET /orders': 1 },
}
const plan = (changes: Partial<Scenario>) => scenarioPlan(design, { ...rush, backends: {}, ...changes })
const notes = (...sources: Partial<TrafficSource>[]): readonly string[] => {
  const { backends: _, ...rest } = rush
  return scenarioPlan(design, { ...rest, sources: sources.map((one) => ({ ...source, ...one })) }).notes
}

describe('scenarioPlan', () => {
  it('names keys after their variables, with the first the most popular', () => {
    const apiKeys = { names: ['acme-web', 'ACME web', '日本'], distribution: 'ZIPF', exponent: 1 } as const
    const { sources, keys, usesTokens, baseUrl } = plan({ sources: [{ ...source, apiKeys }] })
    expect(keys).toEqual([
      { name: 'acme-web', variable: 'API_KEY_ACME_WEB' },
      { name: 'ACME web', variable: 'API_KEY_ACME_WEB_2' },
      { name: '日本', variable: 'API_KEY_KEY' },
    ])
    expect(sources[0]!.keys.map(({ weight }) => weight)).toEqual([1, 1 / 2, 1 / 3])
    expect([usesTokens, baseUrl]).toEqual([true, `http://127.0.0.1:3000/${ORDERS}/prod`])
  })

  it('leaves the stage out of the address of $default', () => {
    expect(plan({ stage: '$default' }).baseUrl).toBe(`http://127.0.0.1:3000/${ORDERS}`)
  })

  it('sends no keys where authorizers name them', () => {
    const api = { ...(design.apis[0] as RestApi), apiKeySource: 'AUTHORIZER' } as const
    expect(scenarioPlan({ ...design, apis: [api] }, rush).sources[0]!.keys).toEqual([])
  })

  it('fills in what a retry policy and popularities leave out', () => {
    const [planned] = plan({ sources: [{ ...source, retry: { type: 'EXPONENTIAL', delayMs: 100 } }] }).sources
    expect(planned).toMatchObject({
      id: 'shoppers',
      identities: { count: 1 },
      items: { count: 1 },
      shares: { invalidBodies: 0, missingTokens: 0 },
      retry: {
        type: 'EXPONENTIAL',
        delayMs: 100,
        maxDelayMs: 20_000,
        jitter: 'FULL',
        maxAttempts: 3,
        statuses: [429, 500, 502, 503, 504],
        budget: null,
      },
    })
    const [fixed] = plan({ sources: [{ ...source, retry: { type: 'FIXED', delayMs: 5, jitter: 'FULL' } }] }).sources
    expect(fixed!.retry!.jitter).toBe('NONE')
  })

  it('keeps users as users, within the run', () => {
    const thinkTime = { distribution: 'CONSTANT', valueMs: 100 } as const
    const shape = { type: 'CLOSED_LOOP', users: 5, thinkTime, from: 10, to: 500 } as const
    expect(plan({ sources: [{ ...source, shape }] }).sources[0]!.arrival).toEqual({
      kind: 'users',
      users: 5,
      rampUpInSeconds: 0,
      from: 10,
      to: 60,
      thinkTime,
    })
  })

  it('leaves out what sends nothing or to nowhere, and says so', () => {
    const { sources, notes: said } = plan({
      sources: [
        { ...source, name: 'silent', shape: { type: 'CONSTANT', ratePerSecond: 0 } },
        { ...source, name: 'lost', routes: { 'GET /gone': 1 } },
        { ...source, name: 'half', routes: { 'GET /gone': 1, 'GET /orders': 2 } },
      ],
    })
    expect(sources.map(({ name, routes }) => [name, routes.length])).toEqual([['half', 1]])
    expect(said.slice(0, 3)).toEqual([
      '"silent" is left out: it sends nothing, or to no route of the API.',
      '"lost" is left out: it sends nothing, or to no route of the API.',
      '"half": 1 of its routes are left out: the API does not have them.',
    ])
    expect(scenarioPlan(design, { ...rush, apiId: 'gone' }).sources).toEqual([])
  })

  it('says what no tool can carry', () => {
    expect(
      notes({
        shape: { type: 'REPLAY', file: 'monday.log' },
        sourceIp: '203.0.113.1',
        vpcEndpointId: 'vpce-1',
        clientLatency: { distribution: 'CONSTANT', valueMs: 5 },
      }),
    ).toEqual([
      '"shoppers" replays monday.log: it sends 1 request a second to its routes instead. Set a rate.',
      '"shoppers": its requests come from your own address, not from 203.0.113.1.',
      '"shoppers": its requests do not come through vpce-1.',
      '"shoppers": the way there and back is that of your own network.',
    ])
    expect(notes({ shape: { type: 'BURST', count: 5, at: 0 } })).toEqual([
      '"shoppers": a burst comes within one second, not all at once.',
    ])
    const events = [{ type: 'FLUSH_CACHE', at: 1 }] as const
    expect(plan({ sources: [source], events }).notes).toEqual([
      '1 events (changed limits, flushes, revocations, slow backends) are left out: bring them about by hand.',
      'The models of backends, authorizer and overhead are left out: the real ones answer.',
    ])
    expect(notes({})).toEqual([])
  })
})
