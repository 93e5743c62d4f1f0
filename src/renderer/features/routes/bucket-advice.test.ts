import { expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { setMethodSetting } from '@shared/design/edits/set-method-setting'
import { bucketAdvice } from './bucket-advice'
import { bucketsOfRoute } from './buckets-of-route'
import { orderDesign } from './fixtures/order-design'
import { routeContext } from './route-context'

function advice(routeKey: string, stage: string, design: Design = orderDesign()): string {
  const route = routeContext(design, 'a1b2c3d4e5', stage, routeKey)
  return route === null ? 'no route' : bucketAdvice(route, bucketsOfRoute(route))
}

it('warns that one key can use up what all callers share', () => {
  expect(advice('POST /orders', 'prod')).toBe(
    'The plan allows 1,000 requests/s per key, yet all callers together get 100 here. One busy key can starve the others.',
  )
})

it('says that a method without a limit shares the account with everything else', () => {
  expect(advice('GET /', 'dev')).toBe(
    'No tighter limit is set: this method shares 10,000 requests/s with every API of the account.',
  )
})

it('says that callers without keys cannot be told apart', () => {
  expect(advice('GET /products', 'prod')).toBe(
    'All callers together get 1,000 requests/s: nothing tells one caller from another.',
  )
})

it('says what a limit of 0 does', () => {
  const blocked = setMethodSetting(orderDesign(), 'a1b2c3d4e5', 'prod', '/orders/POST', { throttlingRateLimit: 0 })
  expect(advice('POST /orders', 'prod', blocked)).toBe('A limit of 0 refuses every request.')
})
