import { expect, it } from 'vitest'
import { problemOfRoute } from './route-rule'

const api = {
  resources: { '/orders': { methods: {} }, '/orders/{id}': { methods: {} }, '/files/{proxy+}': { methods: {} } },
}
const problemOf = (path: string): string | undefined => problemOfRoute(api, path, 'GET')

it('takes paths as the service does', () => {
  expect(['/', '/orders', '/orders/{id}/lines', '/a-b_c.d,e:f', '/x/{all+}'].map(problemOf)).toEqual(
    Array.from({ length: 5 }, () => undefined),
  )
})

it('says what is wrong with a path', () => {
  expect(['orders', '/orders/', '/orders/a{id}', '/x/{all+}/y'].map(problemOf)).toEqual([
    'A path begins with /',
    'A path has no empty segments',
    '"a{id}" must be letters, digits and _ - . , : or one whole {name}',
    'Nothing can be below {all+}',
  ])
})

it('allows one variable in a place', () => {
  expect(['/orders/{orderId}', '/files/{proxy+}'].map(problemOf)).toEqual([
    '/orders/{id} already has {id} in this place; use {id}',
    undefined,
  ])
})
