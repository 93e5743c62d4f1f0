import { expect, it } from 'vitest'
import { uniqueIds } from './unique-id'

it('makes identifiers of names, and never the same twice', () => {
  const idOf = uniqueIds('route')
  expect(
    ['POST /orders/{id}', 'post orders id', 'POST /orders-id_2', '日本', '', '__proto__', '1 more'].map(idOf),
  ).toEqual(['post_orders_id', 'post_orders_id_2', 'post_orders_id_2_2', 'route', 'route_2', 'proto', '1_more'])
})
