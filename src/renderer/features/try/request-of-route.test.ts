import { describe, expect, test } from 'vitest'
import type { Design } from '@shared/design/design'
import { putIamUser } from '@shared/design/edits/put-iam-user'
import { putUserPool } from '@shared/design/edits/put-user-pool'
import { updateMethod } from '@shared/design/edits/update-method'
import type { Verb } from '@shared/design/method'
import { orderDesign, ORDERS } from '@shared/design/order-design.fixture'
import { findRestApi, restRoutes } from '@shared/design/route-key'
import { requestOfRoute, samplePath } from './request-of-route'
import { keyOfToken, tokenChoices, tokenForRoute } from './token-choices'

const pool = {
  id: 'us-east-1_Shop',
  name: 'Shoppers',
  clients: [{ clientId: 'web', name: 'Web shop', scopes: ['orders/read'] }],
  users: [{ username: 'ada', sub: '1', groups: [], attributes: {} }],
}
const design = putUserPool(orderDesign(), pool)

function requestOf(from: Design, path: string, verb: Verb) {
  const api = findRestApi(from, ORDERS)!
  const route = restRoutes(api).find((each) => each.path === path && each.verb === verb)!
  return requestOfRoute(from, api, 'prod', route)
}

test('a route with a model, a key and a Lambda authorizer gets all three', () => {
  const withModel = updateMethod(design, ORDERS, '/orders', 'POST', {
    requestModels: { 'application/json': 'Item' },
    requestParameters: { 'method.request.header.X-Trace': true, 'method.request.querystring.dry run': true },
  })
  expect(requestOf(withModel, '/orders', 'POST')).toEqual({
    apiId: ORDERS,
    stage: 'prod',
    method: 'POST',
    path: '/orders?dry%20run=dry%20run-1',
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Trace', 'X-Trace-1'],
      ['Authorization', 'user-1'],
    ],
    body: '"text"',
    apiKeyId: 'key0000001',
    token: null,
    iamUser: null,
    caller: {},
  })
})

test('a route with parameters gets values for those of its path', () => {
  expect(requestOf(design, '/orders/{id}', 'GET')).toMatchObject({ method: 'GET', path: '/orders/id-1', body: null })
  expect(samplePath('/a/{b}/{c+}')).toBe('/a/b-1/c-1')
})

test('a route with IAM is signed by the first user', () => {
  const user = { name: 'batch', accessKeyId: 'A', secretAccessKey: 'S', policies: [] }
  const signed = updateMethod(putIamUser(design, user), ORDERS, '/orders/{id}', 'GET', { authorizationType: 'AWS_IAM' })
  expect(requestOf(signed, '/orders/{id}', 'GET').iamUser).toBe('batch')
})

describe('a route with a user pool authorizer', () => {
  const arn = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Shop'
  const api = findRestApi(design, ORDERS)!
  const protectedApi = {
    ...api,
    authorizers: {
      pool: { type: 'COGNITO_USER_POOLS', providerARNs: [arn], identitySource: 'method.request.header.X-Auth' },
    },
  } as const
  const route = (scopes?: readonly string[]) => ({
    routeKey: 'GET /orders/{id}',
    path: '/orders/{id}',
    verb: 'GET' as const,
    method: {
      authorizationType: 'COGNITO_USER_POOLS' as const,
      authorizerId: 'pool',
      apiKeyRequired: false,
      methodResponses: [],
      ...(scopes && { authorizationScopes: scopes }),
    },
  })

  test('gets a token of its pool, in the header it reads', () => {
    expect(tokenForRoute(design, protectedApi, route())).toEqual({
      userPoolId: 'us-east-1_Shop',
      username: 'ada',
      clientId: 'web',
      state: 'valid',
      use: 'id',
      scopes: [],
      header: 'X-Auth',
    })
  })

  test('gets an access token where it asks for scopes', () => {
    expect(tokenForRoute(design, protectedApi, route(['orders/read']))).toMatchObject({
      use: 'access',
      scopes: ['orders/read'],
    })
  })

  test('gets none of another pool', () => {
    expect(tokenForRoute({ ...design, region: 'eu-west-1' }, protectedApi, route())).toBeNull()
  })
})

describe('the token menu', () => {
  const api = findRestApi(design, ORDERS)!
  const choicesIn = (from: Design) => tokenChoices({ design: from, api, route: null })

  test('offers each user through each client, and what a gateway must refuse', () => {
    expect(choicesIn(design).map(({ label }) => label)).toEqual([
      'ada via Web shop',
      'ada via Web shop, expired',
      'ada via Web shop, wrong audience',
      'ada via Web shop, wrong signature',
    ])
    expect(choicesIn(orderDesign())).toEqual([])
  })

  test('offers valid ones alone where there are many', () => {
    const users = Array.from({ length: 9 }, (_, index) => ({ ...pool.users[0]!, username: `u${index}` }))
    const choices = choicesIn(putUserPool(orderDesign(), { ...pool, users }))
    const keys = new Set(choices.map(({ token, lacksScope }) => keyOfToken(token, lacksScope)))
    expect([choices.length, keys.size]).toEqual([9, 9])
  })
})
