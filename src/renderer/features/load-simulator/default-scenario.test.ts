import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import type { Method } from '@shared/design/method'
import { defaultScenario, freeName } from './default-scenario'

const method: Method = { authorizationType: 'NONE', apiKeyRequired: false, methodResponses: [] }
const withMethods = (get: Partial<Method>): Design => ({
  ...emptyDesign('shop'),
  apis: [
    {
      ...newRestApi('Shop'),
      id: 'shop000000',
      resources: { '/orders/{id}': { methods: { GET: { ...method, ...get }, DELETE: method } } },
    },
  ],
})
const scenarioOf = (design: Design) => {
  const [api] = design.apis
  if (api === undefined) throw new Error('The design has no API')
  return defaultScenario(design, api, 'prod')
}

describe('defaultScenario', () => {
  it('sends steady traffic to every route, more to reads, and varies the item of a path parameter', () => {
    expect(scenarioOf(withMethods({}))).toEqual({
      name: 'Steady traffic',
      apiId: 'shop000000',
      stage: 'prod',
      durationInSeconds: 300,
      seed: 42,
      sources: [
        {
          name: 'Clients',
          shape: { type: 'POISSON', ratePerSecond: 200 },
          routes: { 'GET /orders/{id}': 3, 'DELETE /orders/{id}': 1 },
          items: { count: 200, distribution: 'ZIPF', exponent: 1 },
        },
      ],
      backends: { '*': { latency: { distribution: 'LOGNORMAL', medianMs: 80, sigma: 0.4 } } },
      checks: [{ metric: 'errorShare', operator: '<=', value: 0.01 }],
    })
  })

  it('gives requests the enabled keys of the plans that cover the stage when a route asks for one', () => {
    const key = (id: string, name: string, enabled = true) => ({ id, name, enabled, value: 'x'.repeat(20) })
    const design: Design = {
      ...withMethods({ apiKeyRequired: true }),
      apiKeys: [key('a', 'acme'), key('b', 'off', false), key('c', 'elsewhere')],
      usagePlans: [
        { id: 'p', name: 'Premium', apiStages: [{ apiId: 'shop000000', stage: 'prod' }], keyIds: ['a', 'b'] },
        { id: 'q', name: 'Other', apiStages: [{ apiId: 'shop000000', stage: 'beta' }], keyIds: ['c'] },
      ],
    }
    expect(scenarioOf(design).sources[0]?.apiKeys).toEqual({ names: ['acme'], distribution: 'ZIPF', exponent: 1 })
  })

  it('has many callers and a model of the authorizer when a route has one', () => {
    const scenario = scenarioOf(withMethods({ authorizationType: 'CUSTOM', authorizerId: 'auth' }))
    expect([scenario.sources[0]?.identities, scenario.authorizer]).toEqual([
      { count: 500, distribution: 'UNIFORM' },
      { latency: { distribution: 'CONSTANT', valueMs: 40 } },
    ])
  })
})

it('numbers a name that is taken', () => {
  expect(freeName('a', [])).toBe('a')
  expect(freeName('a', [{ name: 'a' }, { name: 'a 2' }])).toBe('a 3')
})
