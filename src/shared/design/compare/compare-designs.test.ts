import { describe, expect, it } from 'vitest'
import type { Design } from '../design'
import { addRoute } from '../edits/add-route'
import { removeApi } from '../edits/remove-api'
import { setMethodSetting } from '../edits/set-method-setting'
import { updateIntegration } from '../edits/update-integration'
import { updateMethod } from '../edits/update-method'
import type { HttpApi } from '../http-api'
import { emptyDesign } from '../new-design'
import { orderDesign, ORDERS } from '../order-design.fixture'
import type { RestApi } from '../rest-api'
import type { WebSocketApi } from '../websocket-api'
import { compareDesigns } from './compare-designs'
import { isLocalChange } from './local-parts'

const design = orderDesign()

function withApi(change: (api: RestApi) => RestApi, of: Design = design): Design {
  return { ...of, apis: of.apis.map((api) => (api.protocolType === 'REST' ? change(api) : api)) }
}

/** The same design with every id another one. */
function withOtherIds(text = JSON.stringify(design)): Design {
  return JSON.parse(
    text.replaceAll(ORDERS, 'zzzzzzzzzz').replaceAll('plan01', 'planzz').replaceAll('key000000', 'key9'),
  ) as Design
}

function linesOf(after: Design, before: Design = design): string[] {
  return compareDesigns(before, after).map(
    ({ kind, api, subject, setting, before: old, after: now }) =>
      `${kind} ${[api, subject, setting].filter(Boolean).join(' | ')}: ${old ?? '-'} -> ${now ?? '-'}`,
  )
}

describe('what is the same', () => {
  it('a copy, and a copy with other ids', () => {
    expect(compareDesigns(design, structuredClone(design))).toEqual([])
    expect(linesOf(withOtherIds())).toEqual([])
  })

  it('an API as the service would tell it, with every default written out', () => {
    const opened = updateIntegration(design, ORDERS, '/orders', 'GET', {
      timeoutInMillis: 29_000,
      passthroughBehavior: 'WHEN_NO_MATCH',
      connectionType: 'INTERNET',
      requestTemplates: {},
      cacheKeyParameters: [],
    })
    const told = withApi(
      (api) => ({ ...api, description: '', tags: {}, binaryMediaTypes: [], disableExecuteApiEndpoint: false }),
      updateMethod(opened, ORDERS, '/orders', 'GET', { authorizationScopes: [], requestModels: {} }),
    )
    const deployed = withApi(
      (api) => ({ ...api, deployments: api.deployments.map((each) => ({ ...each, definition: api })) }),
      told,
    )
    expect(linesOf(deployed)).toEqual([])
  })

  it('lists and records in another order', () => {
    const turned = withApi((api) => ({
      ...api,
      resources: Object.fromEntries(Object.entries(api.resources).reverse()),
      models: Object.fromEntries(Object.entries(api.models).reverse()),
    }))
    const { apiKeys, usagePlans } = design
    const plans = usagePlans.map((plan) => ({ ...plan, keyIds: [...plan.keyIds].reverse() }))
    expect(linesOf({ ...turned, apiKeys: [...apiKeys].reverse(), usagePlans: plans })).toEqual([])
  })

  it('a method setting that says what is inherited anyway', () => {
    const said = setMethodSetting(design, ORDERS, 'prod', '/orders/{id}/GET', {
      cachingEnabled: true,
      cacheTtlInSeconds: 60,
      throttlingRateLimit: 1000,
      throttlingBurstLimit: 500,
      metricsEnabled: false,
    })
    expect(linesOf(said)).toEqual([])
  })

  it('a policy with the ARN of its API written out', () => {
    const policy = (Resource: string | string[], Principal: unknown = '*') =>
      withApi((api) => ({
        ...api,
        policy: { Statement: [{ Effect: 'Allow', Principal, Action: 'execute-api:Invoke', Resource }] },
      }))
    const arn = `arn:aws:execute-api:us-east-1:123456789012:${ORDERS}/prod/*`
    expect(linesOf(policy([arn], { AWS: '*' }), policy('execute-api:/prod/*'))).toEqual([])
  })

  it('the models that every REST API has', () => {
    const Empty = { contentType: 'application/json', schema: { title: 'Empty Schema', type: 'object' } }
    const listed = withApi((api) => ({ ...api, models: { ...api.models, Empty } }))
    const deployed = withApi(
      (api) => ({ ...api, deployments: api.deployments.map((each) => ({ ...each, definition: api })) }),
      listed,
    )
    expect(linesOf(deployed)).toEqual([])
  })

  it('a model that names the only dialect there is', () => {
    const models = (more: object) => ({
      Item: { contentType: 'application/json', schema: { ...more, type: 'string' } },
    })
    const bare = withApi((api) => ({ ...api, models: models({}) }))
    expect(
      linesOf(
        withApi((api) => ({ ...api, models: models({ $schema: 'http://json-schema.org/draft-04/schema#' }) })),
        bare,
      ),
    ).toEqual([])
  })

  it('older deployments that no stage shows', () => {
    const more = withApi((api) => {
      const [first] = api.deployments
      return first
        ? { ...api, deployments: [first, { ...first, id: 'dep000', definition: { ...first.definition, models: {} } }] }
        : api
    })
    expect(linesOf(more)).toEqual([])
  })
})

describe('a change of a REST API', () => {
  it('is told by route and setting, with its place in both designs', () => {
    const changed = setMethodSetting(design, ORDERS, 'prod', '/orders/POST', {
      throttlingRateLimit: 20,
      throttlingBurstLimit: 50,
    })
    const pointer = '/apis/0/stages/prod/methodSettings/~1orders~1POST/throttlingRateLimit'
    expect(compareDesigns(design, changed)).toEqual([
      {
        kind: 'changed',
        api: 'Orders',
        subject: 'Stage prod, POST /orders',
        setting: 'throttlingRateLimit',
        before: '100',
        after: '20',
        beforePointer: pointer,
        afterPointer: pointer,
      },
    ])
  })

  it('of all methods of a stage belongs to the stage', () => {
    const changed = setMethodSetting(design, ORDERS, 'prod', '*/*', {
      throttlingRateLimit: 900,
      throttlingBurstLimit: 500,
    })
    expect(linesOf(changed)).toEqual(['changed Orders | Stage prod | throttlingRateLimit: 1000 -> 900'])
  })

  it('that is not deployed shows in the stage too', () => {
    expect(linesOf(updateIntegration(design, ORDERS, '/orders/{id}', 'GET', { timeoutInMillis: 3000 }))).toEqual([
      'changed Orders | GET /orders/{id} | integration.timeoutInMillis: 5000 -> 3000',
      'changed Orders | Stage prod | deployment: the API as it stands -> an older one, GET /orders/{id} integration.timeoutInMillis 5000',
    ])
  })

  it('of a route that came is one change', () => {
    const [first] = compareDesigns(design, addRoute(design, ORDERS, '/carts', 'PUT'))
    expect(first).toEqual({
      kind: 'added',
      api: 'Orders',
      subject: 'PUT /carts',
      setting: '',
      after: 'MOCK',
      afterPointer: '/apis/0/resources/~1carts/methods/PUT',
    })
  })

  it('of an authorizer’s name is one, not one for each of its methods', () => {
    const renamed = withOtherIds(
      JSON.stringify(design)
        .replaceAll('"session":{', '"doorman":{')
        .replaceAll('"authorizerId":"session"', '"authorizerId":"doorman"'),
    )
    expect(linesOf(renamed)).toEqual(['changed Orders | Authorizer doorman | name: session -> doorman'])
  })

  it('of its name leaves it the same API', () => {
    expect(linesOf(withApi((api) => ({ ...api, name: 'Orders 2' })))).toEqual([
      'changed Orders 2 | API | name: Orders -> Orders 2',
    ])
  })
})

describe('HTTP and WebSocket APIs', () => {
  const http: HttpApi = {
    protocolType: 'HTTP',
    id: 'http000001',
    name: 'Shop',
    routes: {
      'GET /items': { authorizationType: 'NONE', target: 'a' },
      'PUT /items': { authorizationType: 'NONE', target: 'a' },
    },
    integrations: {
      a: { integrationType: 'HTTP_PROXY', integrationUri: 'https://example.com', integrationMethod: 'GET' },
    },
    authorizers: {},
    stages: { $default: { autoDeploy: true, routeSettings: { 'GET /items': { throttlingRateLimit: 5 } } } },
  }
  const shop: Design = { ...emptyDesign('shop'), apis: [http] }

  it('an integration that two routes share is the same as one for each', () => {
    const integration = {
      integrationType: 'HTTP_PROXY',
      integrationUri: 'https://example.com',
      integrationMethod: 'GET',
      timeoutInMillis: 30_000,
    } as const
    const routes = {
      'PUT /items': { authorizationType: 'NONE', target: 'integrations/y' },
      'GET /items': { authorizationType: 'NONE', target: 'x' },
    } as const
    const split: Design = { ...shop, apis: [{ ...http, routes, integrations: { x: integration, y: integration } }] }
    expect(linesOf(split, shop)).toEqual([])
  })

  it('an integration that no route has counts by what it is', () => {
    const integrations = {
      ...http.integrations,
      z: { integrationType: 'HTTP_PROXY', integrationUri: 'https://z.example.com' } as const,
    }
    expect(linesOf({ ...shop, apis: [{ ...http, integrations }] }, shop)).toEqual([
      'added Shop | Integration without a route: - -> HTTP_PROXY https://z.example.com',
    ])
  })

  it('limits of a route belong to its stage', () => {
    const stages = { $default: { autoDeploy: true, routeSettings: { 'GET /items': { throttlingRateLimit: 6 } } } }
    expect(linesOf({ ...shop, apis: [{ ...http, stages }] }, shop)).toEqual([
      'changed Shop | Stage $default, GET /items | throttlingRateLimit: 5 -> 6',
    ])
  })

  it('a route response that comes turns replies on', () => {
    const chat: WebSocketApi = {
      protocolType: 'WEBSOCKET',
      id: 'chat000001',
      name: 'Chat',
      routeSelectionExpression: '$request.body.action',
      routes: { ping: {} },
      integrations: {},
      authorizers: {},
      stages: {},
    }
    const replies: WebSocketApi = { ...chat, routes: { ping: { routeResponses: { $default: {} } } } }
    expect(linesOf({ ...shop, apis: [replies] }, { ...shop, apis: [chat] })).toEqual([
      'added Chat | Route ping | routeResponses["$default"]: - -> {}',
    ])
  })
})

describe('what is not an API', () => {
  it('plans by name, their stages by the API’s name, keys without their values', () => {
    const [plan] = design.usagePlans
    const [key] = design.apiKeys
    if (!plan || !key) throw new Error('the fixture has a plan and a key')
    const usagePlans = [
      { ...plan, quota: { limit: 500, period: 'MONTH' as const, offset: 0 }, keyIds: plan.keyIds.slice(1) },
    ]
    const apiKeys = design.apiKeys.map((each) => (each === key ? { ...each, value: 'another0value0of0a0key' } : each))
    expect(linesOf({ ...design, usagePlans, apiKeys })).toEqual([
      'changed Usage plan Premium | quota.limit: 1000000 -> 500',
      'changed Usage plan Premium | keyIds: acme-app, acme-web -> acme-app',
      'changed API key acme-web | value: …c9d0 -> …0key',
    ])
  })

  it('local parts are told apart', () => {
    const changed: Design = {
      ...design,
      name: 'other',
      scenarios: [],
      assumptions: { refundOnReject: true },
      domainNames: [],
    }
    const changes = compareDesigns(design, changed)
    expect(changes.map((change) => [change.subject, change.setting, isLocalChange(change)])).toEqual([
      ['Domain name api.example.com', '', false],
      ['Project', 'name', true],
      ['Assumptions', 'refundOnReject', true],
      ['Scenario rush hour', '', true],
    ])
  })

  it('an API that is gone is one change', () => {
    expect(linesOf(removeApi(design, ORDERS))).toEqual([
      'removed Orders | API: REST -> -',
      'removed Usage plan Premium | apiStages["Orders prod"]: {"throttle":{"/orders/POST":{"rateLimit":50,"burstLimit":10}}} -> -',
      'removed Domain name api.example.com | basePathMappings.orders: {"api":"Orders","stage":"prod"} -> -',
      'removed Scenario rush hour: - -> -',
    ])
  })
})
