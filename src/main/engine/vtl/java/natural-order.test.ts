import { describe, expect, it } from 'vitest'
import { outcome } from './testing/java-call'
import type { JavaValue } from './java-value'
import { big, char, decimal, double, list, long, short } from './testing/java-values'
import { compareNaturally } from './natural-order'

describe('compareNaturally', () => {
  it('orders values of one class', () => {
    const pairs: readonly (readonly [JavaValue, JavaValue])[] = [
      ['a', 'c'],
      ['ab', 'a'],
      [2, 1],
      [true, false],
      [char('a'), char('d')],
      [long(1n), long(2n)],
      [double(-0), double(0)],
      [double(NaN), double(1)],
      [short(5), short(3)],
      [big(5n), big(5n)],
      [decimal(150n, 2), decimal(15n, 1)],
    ]
    expect(pairs.map(([a, b]) => compareNaturally(a, b))).toEqual([-2, 1, 1, 1, -3, -1, -1, 1, 2, 0, 0])
  })

  it('fails for values of two classes, for null and for lists', () => {
    const pairs: readonly (readonly [JavaValue, JavaValue])[] = [
      [1, 'a'],
      [1, long(1n)],
      [list(), list()],
      ['a', null],
    ]
    expect(pairs.map(([a, b]) => outcome(() => compareNaturally(a, b)))).toEqual([
      'throws java.lang.ClassCastException',
      'throws java.lang.ClassCastException',
      'throws java.lang.ClassCastException',
      'throws java.lang.NullPointerException',
    ])
  })
})
