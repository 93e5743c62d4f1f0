import { expect, test } from 'vitest'
import { freeName } from './free-name'

test.each([
  ['order.vtl', [], 'order.vtl'],
  ['order.vtl', ['order.vtl', 'order-2.vtl'], 'order-3.vtl'],
  ['Case', ['Case'], 'Case 2'],
])('%s beside %j is %s', (wanted, taken, free) => {
  expect(freeName(wanted, taken)).toBe(free)
})
