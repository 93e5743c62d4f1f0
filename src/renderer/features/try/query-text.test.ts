import { expect, test } from 'vitest'
import { queryOf, withQuery } from './query-text'

test.each([
  ['/orders', []],
  ['/orders?', []],
  [
    '/orders?a=1&a=2&b=x%20y+z',
    [
      ['a', '1'],
      ['a', '2'],
      ['b', 'x y z'],
    ],
  ],
  [
    '/orders?flag&=x&a=b=c',
    [
      ['flag', ''],
      ['', 'x'],
      ['a', 'b=c'],
    ],
  ],
  ['/orders?a=%zz', [['a', '%zz']]],
])('the query of %s', (path, pairs) => {
  expect(queryOf(path)).toEqual(pairs)
})

test('pairs are written over the old query', () => {
  expect(
    withQuery('/orders?old=1', [
      ['a b', '1&2'],
      ['', ''],
    ]),
  ).toBe('/orders?a%20b=1%262')
  expect(withQuery('/orders?old=1', [])).toBe('/orders')
})

test('pairs read back as they were written', () => {
  const pairs = [
    ['a', 'ü/?=&+ %'],
    ['a', ''],
  ] as const
  expect(queryOf(withQuery('/', pairs))).toEqual(pairs)
})
