import { expect, it } from 'vitest'
import { setMethodSetting } from '@shared/design/edits/set-method-setting'
import { findRestApi } from '@shared/design/route-key'
import { ORDERS, orderDesign } from '@shared/design/order-design.fixture'
import { cureLeaks, leaksOf } from './leak-cure'

const design = setMethodSetting(orderDesign(), ORDERS, 'prod', '/orders/GET', { cachingEnabled: true })
const personal = { latency: { distribution: 'CONSTANT', valueMs: 1 }, isPersonal: true } as const
const scenario = { ...design.scenarios[0]!, backends: { '*': personal } }
const LEAK = { routeKey: 'GET /orders', parameter: 'method.request.header.Authorization' }

it('finds cached routes with personal answers whose key does not tell callers apart', () => {
  expect(leaksOf(design, scenario)).toEqual([
    LEAK,
    { routeKey: 'GET /orders/{id}', parameter: 'method.request.header.Authorization' },
  ])
  expect(leaksOf(design, { ...scenario, backends: { 'GET /orders': personal } })).toEqual([LEAK])
  expect(leaksOf(design, { ...scenario, backends: {} })).toEqual([])
  expect(leaksOf(design, { ...scenario, stage: 'dev' })).toEqual([])
})

it('adds the caller to the cache key and to the parameters of the method, and then nothing leaks', () => {
  const cured = cureLeaks(design, ORDERS, leaksOf(design, scenario))
  const method = findRestApi(cured, ORDERS)?.resources['/orders/{id}']?.methods.GET
  expect(method?.integration?.cacheKeyParameters).toEqual([
    'method.request.path.id',
    'integration.request.path.id',
    'method.request.header.Authorization',
  ])
  expect(method?.requestParameters).toEqual({
    'method.request.path.id': true,
    'method.request.querystring.expand': false,
    'method.request.header.Authorization': false,
  })
  expect(leaksOf(cured, scenario)).toEqual([])
})
