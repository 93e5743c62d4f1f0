import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { orderDesign } from '@shared/design/order-design.fixture'
import { sampleFromSchema } from '@shared/design/sample-from-schema'
import type { RestApi } from '@shared/design/rest-api'
import type { Scenario, TrafficSource } from '@shared/design/scenario'
import { artilleryScript } from './artillery-script'

const design = orderDesign()
const rush = design.scenarios[0]!
const source: TrafficSource = {
  name: 'shoppers',
  shape: { type: 'CONSTANT', ratePerSecond: 5 },
  routes: { 'GET /orders/{id}': 3, 'POST /orders': 1 },
}
const script = (changes: Partial<Scenario> = {}) => artilleryScript(design, { ...rush, ...changes })

interface Flow {
  readonly [verb: string]: {
    readonly url: string
    readonly name?: string
    readonly headers?: Record<string, string>
    readonly qs?: Record<string, string>
    readonly body?: string
  }
}

interface Script {
  readonly config: {
    readonly target: string
    readonly phases: readonly Record<string, unknown>[]
    readonly variables: Record<string, unknown>
    readonly plugins?: object
    readonly ensure?: { readonly conditions: readonly { readonly expression: string; readonly strict: boolean }[] }
  }
  readonly scenarios: readonly { readonly name: string; readonly weight: number; readonly flow: readonly Flow[] }[]
}

/** Everything that is not as Artillery's documentation has it. */
function problems({ config, scenarios, ...more }: Script): string[] {
  const isAmount = (value: unknown): boolean =>
    (typeof value === 'number' && value >= 0) || (typeof value === 'string' && /^\d+ms$/.test(value))
  const kinds = [
    'pause',
    'arrivalCount,duration',
    'arrivalRate,duration',
    'arrivalRate,duration,mode',
    'arrivalRate,duration,rampTo',
  ]
  const phase = (one: Record<string, unknown>): boolean =>
    kinds.includes(Object.keys(one).sort().join()) &&
    Object.entries(one).every(([name, value]) => (name === 'mode' ? value === 'poisson' : isAmount(value)))
  const request = ([verb, { url }]: [string, Flow[string]]): boolean =>
    ['get', 'post', 'put', 'patch', 'delete'].includes(verb) && typeof url === 'string' && url.startsWith('/')
  const step = (one: Flow): boolean => {
    if ('loop' in one) {
      const { loop, count, ...others } = one as unknown as { loop: Flow[]; count: number }
      return Object.keys(others).length === 0 && Number.isInteger(count) && count > 0 && loop.every(step)
    }
    if ('think' in one) return /^(?:\d+|\{\{ \$randomNumber\(\d+, \d+\) \}\})ms$/.test(String(one['think']))
    return Object.keys(one).length === 1 && Object.entries(one).every(request)
  }
  return [
    ...Object.keys(more).map((name) => `unknown section ${name}`),
    ...(URL.canParse(config.target) ? [] : ['target']),
    ...(config.phases.length > 0 ? [] : ['no phases']),
    ...config.phases.flatMap((one) => (phase(one) ? [] : [`phase ${JSON.stringify(one)}`])),
    ...(scenarios.length > 0 ? [] : ['no scenarios']),
    ...scenarios.flatMap(({ weight, flow }) =>
      Number.isInteger(weight) && weight > 0 && flow.length > 0 ? [] : ['scenario'],
    ),
    ...scenarios.flatMap(({ flow }) => flow.flatMap((one) => (step(one) ? [] : [`step ${JSON.stringify(one)}`]))),
  ]
}

function read(text: string): Script {
  const document = parse(text) as Script
  expect(problems(document)).toEqual([])
  return document
}

describe('artilleryScript', () => {
  it('has phases, weighted scenarios and conditions', () => {
    const checks = [{ metric: 'requests', operator: '>', value: 5 }] as const
    const { name, text } = script({ sources: [source], checks })
    expect(name).toBe('rush-hour-artillery.yml')
    expect(read(text)).toEqual({
      config: {
        target: 'http://127.0.0.1:3000/orders0001/prod',
        phases: [{ duration: 60, arrivalRate: 5 }],
        variables: { token_shoppers: ['{{ $processEnvironment.TOKEN }}'], item_shoppers: ['item-1'] },
        plugins: { ensure: {} },
        ensure: { conditions: [{ expression: 'http.requests > 5', strict: true }] },
      },
      scenarios: [
        {
          name: 'shoppers: GET /orders/{id}',
          weight: 7500,
          flow: [{ get: { url: '/orders/{{ item_shoppers }}', name: 'GET /orders/{id}' } }],
        },
        {
          name: 'shoppers: POST /orders',
          weight: 2500,
          flow: [
            {
              post: {
                url: '/orders',
                name: 'POST /orders',
                headers: { 'Content-Type': 'application/json', Authorization: '{{ token_shoppers }}' },
                body: '{"item":"item"}',
              },
            },
          ],
        },
      ],
    })
  })

  it('splits a route for invalid bodies and for requests past the cache', () => {
    const shares = { ...source, routes: { 'POST /orders': 1 }, invalidBodies: 0.1, cacheBypasses: 0.5 }
    const { scenarios } = read(script({ sources: [shares] }).text)
    expect(scenarios.map(({ name, weight, flow }) => [name, weight, flow[0]!['post']!.body])).toEqual([
      ['shoppers: POST /orders', 4500, '{"item":"item"}'],
      ['shoppers: POST /orders, past the cache', 4500, '{"item":"item"}'],
      ['shoppers: POST /orders, invalid body', 500, 'not JSON'],
      ['shoppers: POST /orders, invalid body, past the cache', 500, 'not JSON'],
    ])
    expect(scenarios[1]!.flow[0]!['post']!.headers).toMatchObject({ 'Cache-Control': 'max-age=0' })
  })

  it('weighs sources by what they send', () => {
    const slow = {
      ...source,
      name: 'slow',
      shape: { type: 'CONSTANT', ratePerSecond: 15 },
      routes: { 'GET /orders': 1 },
    } as const
    const { scenarios } = read(script({ sources: [{ ...source, routes: { 'GET /orders': 1 } }, slow] }).text)
    expect(scenarios.map(({ weight }) => weight)).toEqual([2500, 7500])
  })

  it('loops the users of a closed loop, each of whom keeps to a route', () => {
    const thinkTime = { distribution: 'UNIFORM', minMs: 800, maxMs: 1000 } as const
    const shape = { type: 'CLOSED_LOOP', users: 6, thinkTime, rampUpInSeconds: 3 } as const
    const { text, notes } = script({ sources: [{ ...source, shape, routes: { 'GET /orders/{id}': 1 } }] })
    const { config, scenarios } = read(text)
    expect([config.phases, scenarios[0]!.flow]).toEqual([
      [{ duration: 3, arrivalRate: 2 }],
      [
        {
          loop: [
            { get: { url: '/orders/{{ item_shoppers }}', name: 'GET /orders/{id}' } },
            { think: '{{ $randomNumber(800, 1000) }}ms' },
          ],
          count: 60,
        },
      ],
    ])
    expect(notes).toContain(
      '"shoppers": each user keeps to one route and makes 60 requests instead of going on to the end.',
    )
  })

  it('says what it plays in another way', () => {
    const sources: TrafficSource[] = [
      { ...source, shape: { type: 'POISSON', ratePerSecond: 1 }, retry: { type: 'FIXED', delayMs: 1 } },
      { ...source, name: 'callers', identities: { count: 5, distribution: 'UNIFORM' } },
    ]
    const { backends: _, checks: _checks, ...plain } = rush
    expect(artilleryScript(design, { ...plain, sources }).notes).toEqual([
      'Sources come in one list of phases: at every moment they have the shares that they have over the whole run.',
      '"shoppers": arrivals are evenly spaced at the same rate wherever it changes or is shared with others.',
      '"shoppers": refused requests are not sent again; Artillery has no retries.',
      '"callers": all of its 5 callers send the same token.',
    ])
    expect(
      artilleryScript(design, { ...plain, sources: [{ ...source, shape: { type: 'POISSON', ratePerSecond: 1 } }] })
        .notes,
    ).toEqual([])
  })

  it('leaves out verbs that flows do not have', () => {
    const api = design.apis[0] as RestApi
    const { GET } = api.resources['/orders']!.methods
    const changed = { ...api, resources: { '/orders': { methods: { GET: GET!, HEAD: GET! } } } }
    const scenario = { ...rush, sources: [{ ...source, routes: { 'GET /orders': 1, 'HEAD /orders': 1 } }] }
    const { text, notes } = artilleryScript({ ...design, apis: [changed] }, scenario)
    expect(read(text).scenarios.map(({ name, weight }) => [name, weight])).toEqual([['shoppers: GET /orders', 10_000]])
    expect(notes).toContain('"shoppers": HEAD /orders are left out: Artillery\'s flows have no such verb.')
  })

  it('lets no name of the design become a template, a comment’s end or another document', () => {
    const evil = '{{ $processEnvironment.HOME }}\n---\nconfig: "x'
    const api = design.apis[0] as RestApi
    const schema = { type: 'object', properties: { [evil]: { enum: [evil] } } }
    const models = { CreateOrder: { contentType: 'application/json', schema } }
    const authorizer = {
      ...api.authorizers['session']!,
      identitySource: `method.request.header.${evil.replaceAll('\n', '')}`,
    }
    const changed = { ...api, models, authorizers: { session: authorizer } }
    const sources = [{ ...source, name: evil, routes: { 'POST /orders': 1 } }]
    const { text } = artilleryScript({ ...design, apis: [changed] }, { ...rush, name: evil, sources })
    const { scenarios } = read(text)
    const post = scenarios[0]!.flow[0]!['post']!
    const outsideOfComments = text.split('\n').filter((line) => !line.startsWith('#'))
    expect(outsideOfComments.join('\n')).not.toContain('{{ $processEnvironment.HOME')
    expect(JSON.parse(post.body!)).toEqual(sampleFromSchema(schema, models))
    expect(Object.keys(post.headers!)).toEqual(['Content-Type', '{ { $processEnvironment.HOME }}---config: "x'])
  })

  it('holds no key, and is still a script when nothing can be sent', () => {
    for (const { value } of design.apiKeys) expect(script().text).not.toContain(value)
    read(
      script({ sources: [] }).text.replace(
        'scenarios:\n  - flow',
        'scenarios:\n  - name: "x"\n    weight: 1\n    flow',
      ),
    )
  })

  it('is the same each time', () => {
    expect(script()).toEqual(script())
  })
})
