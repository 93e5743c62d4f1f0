import { expect, it } from 'vitest'
import { designWith, found, foundAfterFixes, httpApi, restApi } from '../review.fixture'
import { accountLimitShared as RULE } from './account-limit-shared'

const limit = (throttlingRateLimit: number, throttlingBurstLimit: number) => ({
  throttlingRateLimit,
  throttlingBurstLimit,
})

it('finds limits of routes and stages above the account, and lowers them', () => {
  const rest = designWith(
    restApi({ 'GET /a': {} }, { stages: { prod: { methodSettings: { '/a/GET': limit(10_001, 9000) } } } }),
  )
  const stage = {
    autoDeploy: true,
    defaultRouteSettings: limit(20_000, 1),
    routeSettings: { 'GET /a': limit(1, 5001) },
  }
  const http = designWith(httpApi({ 'GET /a': {} }, { stages: { $default: stage } }))
  expect([rest, http].map((design) => found(RULE, design))).toEqual([
    [
      'warning /apis/0/stages/prod/methodSettings/~1a~1GET/throttlingRateLimit',
      'warning /apis/0/stages/prod/methodSettings/~1a~1GET/throttlingBurstLimit',
    ],
    [
      'warning /apis/0/stages/$default/defaultRouteSettings/throttlingRateLimit',
      'warning /apis/0/stages/$default/routeSettings/GET ~1a/throttlingBurstLimit',
    ],
  ])
  expect([rest, http].flatMap((design) => foundAfterFixes(RULE, design))).toEqual([])
})

it('finds those of usage plans and of their methods', () => {
  const throttle = { rateLimit: 10_001, burstLimit: 10 }
  const apiStages = [{ apiId: 'x', stage: 'prod', throttle: { '/a/GET': { rateLimit: 1, burstLimit: 6000 } } }]
  const design = designWith(restApi({}), { usagePlans: [{ id: 'p', name: 'P', throttle, apiStages, keyIds: [] }] })
  expect(found(RULE, design)).toEqual([
    'warning /usagePlans/0/throttle/rateLimit',
    'warning /usagePlans/0/apiStages/0/throttle/~1a~1GET/burstLimit',
  ])
  expect(foundAfterFixes(RULE, design)).toEqual([])
})

it('finds nothing up to the account', () => {
  const stages = { prod: { methodSettings: { '*/*': limit(10_000, 5000) } } }
  expect(found(RULE, designWith(restApi({ 'GET /a': {} }, { stages })))).toEqual([])
})
