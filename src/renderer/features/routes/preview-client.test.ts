import { expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { setMethodSetting } from '@shared/design/edits/set-method-setting'
import { orderDesign } from './fixtures/order-design'
import { previewClient, previewRate } from './preview-client'
import { routeContext, type RouteContext } from './route-context'

function routeOf(routeKey: string, design: Design = orderDesign()): RouteContext {
  const route = routeContext(design, 'a1b2c3d4e5', 'prod', routeKey)
  if (route === null) throw new Error(`no route ${routeKey}`)
  return route
}

function limited(throttlingRateLimit: number | undefined, throttlingBurstLimit?: number): RouteContext {
  const setting = { throttlingRateLimit, throttlingBurstLimit }
  return routeOf('POST /orders', setMethodSetting(orderDesign(), 'a1b2c3d4e5', 'prod', '/orders/POST', setting))
}

it('calls with the first enabled key of a plan that covers the stage', () => {
  const design = orderDesign()
  const [first, ...others] = design.apiKeys
  const disabled: Design = { ...design, apiKeys: [{ ...(first ?? others[0]!), enabled: false }, ...others] }
  expect(
    [routeOf('POST /orders'), routeOf('POST /orders', disabled), routeOf('GET /products')].map(
      (route) => previewClient(route)?.name,
    ),
  ).toEqual(['acme-web', 'partner-batch', undefined])
})

it('asks for half as much again as the tightest bucket of that client', () => {
  expect(
    [limited(100, 50), limited(undefined, undefined), limited(0.5, 1)].map((route) => previewRate(route, 10)),
  ).toEqual([150, 1500, 1])
})

it('asks for more where a large bucket would hide the limit', () => {
  expect(previewRate(limited(100, 2000), 10)).toBe(400)
})

it('asks for a few requests where the limit refuses all of them', () => {
  expect(previewRate(limited(0, 50), 10)).toBe(10)
})
