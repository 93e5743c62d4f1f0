import { describe, expect, it } from 'vitest'
import type { JavaValue } from './java-value'
import { char, decimal, double, json, list, long, map, strings } from './testing/java-values'
import { velocityEquals } from './velocity-equals'

describe('== of a template', () => {
  it('holds for these', () => {
    const array = strings('a')
    const pairs: readonly (readonly [JavaValue, JavaValue])[] = [
      [1, double(1)],
      [1, long(1n)],
      [decimal(150n, 2), double(1.5)],
      [5, '5'],
      ['true', true],
      ['a', char('a')],
      [list(1, 2), '[1, 2]'],
      [list(1, 2), json(1, 2)],
      [map({ a: 1 }), map({ a: 1 })],
      [map({ a: 1 }), '{a=1}'],
      [array, array],
      [null, null],
      [double(NaN), 1],
    ]
    expect(pairs.map(([a, b]) => velocityEquals(a, b))).toEqual(pairs.map(() => true))
  })

  it('does not hold for these', () => {
    const pairs: readonly (readonly [JavaValue, JavaValue])[] = [
      [1, 2],
      ['5', double(5)],
      ['a', 'A'],
      ['', null],
      [null, 'null'],
      [false, 0],
      [list(1), list(long(1n))],
      [map({}), list()],
    ]
    expect(pairs.map(([a, b]) => velocityEquals(a, b))).toEqual(pairs.map(() => false))
  })
})
