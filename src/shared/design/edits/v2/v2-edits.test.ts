import { describe, expect, test } from 'vitest'
import type { Design } from '../../design'
import type { HttpApi } from '../../http-api'
import { emptyDesign } from '../../new-design'
import { newHttpApi } from '../../new-http-api'
import { addV2Route } from './add-v2-route'
import { duplicateV2Route } from './duplicate-v2-route'
import { putV2Authorizer } from './put-v2-authorizer'
import { putV2Stage } from './put-v2-stage'
import { putV2Integration } from './put-v2-integration'
import { removeV2Authorizer } from './remove-v2-authorizer'
import { removeV2Route } from './remove-v2-route'
import { removeV2Stage } from './remove-v2-stage'
import { renameV2Authorizer } from './rename-v2-authorizer'
import { renameV2Route } from './rename-v2-route'
import { renameV2Stage } from './rename-v2-stage'
import { setRouteSettings } from './set-route-settings'
import { updateV2Api } from './update-v2-api'
import { updateV2Integration } from './update-v2-integration'
import { updateV2Route } from './update-v2-route'

const fresh = newHttpApi('Items')
const ID = fresh.id

const items: HttpApi = {
  ...fresh,
  routes: {
    'GET /items': { authorizationType: 'JWT', authorizerId: 'shop', authorizationScopes: ['read'], target: 'list' },
    'POST /items': { authorizationType: 'NONE', target: 'list' },
    'DELETE /items/{id}': { authorizationType: 'AWS_IAM', target: 'remove' },
  },
  integrations: {
    list: { integrationType: 'AWS_PROXY', payloadFormatVersion: '2.0', handler: './list.mjs#handler' },
    remove: { integrationType: 'AWS_PROXY', payloadFormatVersion: '2.0', handler: './remove.mjs#handler' },
  },
  authorizers: {
    shop: {
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: { issuer: 'https://issuer.example.com', audience: ['shop'] },
    },
  },
  stages: {
    $default: { autoDeploy: true, routeSettings: { 'GET /items': { throttlingRateLimit: 5 } } },
    dev: { autoDeploy: false },
  },
}

const design: Design = {
  ...emptyDesign('Shop'),
  apis: [items],
  domainNames: [
    {
      domainName: 'api.example.com',
      basePathMappings: [{ basePath: 'items', apiId: ID, stage: 'dev' }],
    },
  ],
  scenarios: [
    {
      name: 'Monday',
      apiId: ID,
      stage: 'dev',
      durationInSeconds: 10,
      seed: 1,
      sources: [{ name: 'web', shape: { type: 'CONSTANT', ratePerSecond: 1 }, routes: { 'GET /items': 1 } }],
    },
  ],
}

function after(changed: Design): HttpApi {
  return changed.apis[0] as HttpApi
}

describe('routes', () => {
  test('one is added with an integration of its own', () => {
    const route = { authorizationType: 'NONE', target: 'new' } as const
    const integration = { integrationType: 'HTTP_PROXY', integrationUri: 'https://example.com' } as const
    const changed = after(addV2Route(design, ID, { routeKey: '$default', route, integration }))
    expect([changed.routes['$default'], changed.integrations['new']]).toEqual([route, integration])
    expect(addV2Route(design, ID, { routeKey: 'GET /items', route })).toBe(design)
  })

  test('a renamed one keeps its place, its settings in stages and its traffic', () => {
    const changed = renameV2Route(design, ID, 'GET /items', 'GET /things')
    expect(Object.keys(after(changed).routes)).toEqual(['GET /things', 'POST /items', 'DELETE /items/{id}'])
    expect(after(changed).stages['$default']?.routeSettings).toEqual({ 'GET /things': { throttlingRateLimit: 5 } })
    expect(changed.scenarios[0]?.sources[0]?.routes).toEqual({ 'GET /things': 1 })
    expect(renameV2Route(design, ID, 'GET /items', 'POST /items')).toBe(design)
  })

  test('a removed one takes along its settings, its traffic, and an integration that nobody else uses', () => {
    const shared = removeV2Route(design, ID, 'GET /items')
    expect(Object.keys(after(shared).integrations)).toEqual(['list', 'remove'])
    expect(after(shared).stages['$default']?.routeSettings).toEqual({})
    expect(shared.scenarios[0]?.sources[0]?.routes).toEqual({})
    expect(Object.keys(after(removeV2Route(design, ID, 'DELETE /items/{id}')).integrations)).toEqual(['list'])
  })

  test('a copy points to the same integration', () => {
    const changed = after(duplicateV2Route(design, ID, 'POST /items', 'PUT /items'))
    expect(changed.routes['PUT /items']).toEqual(items.routes['POST /items'])
    expect(duplicateV2Route(design, ID, 'POST /items', 'GET /items')).toBe(design)
  })
})

describe('members', () => {
  test('of a route, an integration and the API are set and removed', () => {
    const route = updateV2Route(design, ID, 'GET /items', { operationName: 'List', authorizationScopes: undefined })
    expect(after(route).routes['GET /items']).toEqual({
      authorizationType: 'JWT',
      authorizerId: 'shop',
      target: 'list',
      operationName: 'List',
    })
    const integration = updateV2Integration(design, ID, 'list', { timeoutInMillis: 5000 })
    expect(after(integration).integrations['list']?.timeoutInMillis).toBe(5000)
    const api = updateV2Api<HttpApi>(design, ID, { corsConfiguration: { allowOrigins: ['*'] } })
    expect(after(api).corsConfiguration).toEqual({ allowOrigins: ['*'] })
  })

  test('of settings: a route without any of its own has none', () => {
    const set = setRouteSettings(design, ID, 'dev', 'POST /items', { throttlingRateLimit: 9 })
    expect(after(set).stages['dev']?.routeSettings).toEqual({ 'POST /items': { throttlingRateLimit: 9 } })
    const cleared = setRouteSettings(set, ID, 'dev', 'POST /items', { throttlingRateLimit: undefined })
    expect(after(cleared).stages['dev']).toEqual({ autoDeploy: false })
    const all = setRouteSettings(design, ID, 'dev', null, { throttlingBurstLimit: 3 })
    expect(after(all).stages['dev']?.defaultRouteSettings).toEqual({ throttlingBurstLimit: 3 })
  })

  test('a route points to a new integration', () => {
    const integration = { integrationType: 'HTTP_PROXY', integrationUri: 'https://example.com' } as const
    const changed = after(putV2Integration(design, ID, 'new', integration, 'POST /items'))
    expect([changed.integrations['new'], changed.routes['POST /items']?.target]).toEqual([integration, 'new'])
  })
})

describe('authorizers', () => {
  test('a renamed one is followed by its routes', () => {
    const changed = after(renameV2Authorizer(design, ID, 'shop', 'pool'))
    expect([Object.keys(changed.authorizers), changed.routes['GET /items']?.authorizerId]).toEqual([['pool'], 'pool'])
  })

  test('routes of a removed one are open, others are untouched', () => {
    const changed = after(removeV2Authorizer(design, ID, 'shop'))
    expect(changed.routes['GET /items']).toEqual({ authorizationType: 'NONE', target: 'list' })
    expect(changed.routes['DELETE /items/{id}']).toBe(items.routes['DELETE /items/{id}'])
  })

  test('one is added', () => {
    const authorizer = { authorizerType: 'REQUEST', identitySource: [] } as const
    expect(after(putV2Authorizer(design, ID, 'own', authorizer)).authorizers['own']).toBe(authorizer)
  })
})

describe('stages', () => {
  test('a renamed one is followed by domains and scenarios', () => {
    const changed = renameV2Stage(design, ID, 'dev', 'test')
    expect(Object.keys(after(changed).stages)).toEqual(['$default', 'test'])
    expect([changed.domainNames[0]?.basePathMappings[0]?.stage, changed.scenarios[0]?.stage]).toEqual(['test', 'test'])
  })

  test('scenarios of a removed one call the first that is left', () => {
    const changed = removeV2Stage(design, ID, 'dev')
    expect([changed.domainNames[0]?.basePathMappings, changed.scenarios[0]?.stage]).toEqual([[], '$default'])
  })

  test('one is added', () => {
    expect(after(putV2Stage(design, ID, 'beta', { autoDeploy: true })).stages['beta']).toEqual({ autoDeploy: true })
  })
})

test('a design without such an API stays as it is', () => {
  expect(removeV2Route(design, 'nobody', 'GET /items')).toBe(design)
})
