import { expect, it } from 'vitest'
import { sourcePattern } from './source-pattern'

it.each([
  ['one method', ['GET/orders'], '*/GET/orders'],
  ['path parameters', ['GET/orders/{id}/lines/{proxy+}'], '*/GET/orders/*/lines/*'],
  ['the root', ['POST/'], '*/POST/'],
  ['every verb', ['*/orders'], '*/*/orders'],
  ['a route of a WebSocket API', ['$connect'], '*/$connect'],
  ['two verbs of a path', ['GET/orders', 'POST/orders'], '*/*/orders'],
  ['two paths of a verb', ['GET/orders', 'GET/orders/{id}'], '*/GET/orders*'],
  ['paths with nothing in common', ['GET/orders', 'GET/items'], '*/GET/*'],
  ['a parameter where another path goes on', ['GET/orders/{id}', 'GET/orders/{id}/lines'], '*/GET/orders/*'],
  ['a method beside the default route', ['GET/orders', '$default'], '*'],
  ['two routes of a WebSocket API', ['$connect', 'say'], '*'],
])('covers %s', (_, calls, pattern) => {
  expect(sourcePattern(calls)).toBe(pattern)
})
