import { describe, expect, it } from 'vitest'
import { JavaClass } from './java-class'
import { javaEquals } from './java-equals'
import { JavaException } from './java-exception'
import { JavaMapView } from './java-map-view'
import type { JavaValue } from './java-value'
import { big, byte, char, decimal, double, float, json, list, long, map, short, strings } from './testing/java-values'

describe('javaEquals', () => {
  it('tells classes of numbers apart', () => {
    const ones = [1, long(1n), double(1), float(1), short(1), byte(1), big(1n), decimal(1n, 0), '1', char('1'), true]
    const pairs = ones.flatMap((a, row) => ones.map((b, column) => javaEquals(a, b) === (row === column)))
    expect(pairs.every(Boolean)).toBe(true)
  })

  it('finds equal values equal', () => {
    const pairs: (readonly [JavaValue, JavaValue])[] = [
      [long(5n), long(5n)],
      [double(NaN), double(NaN)],
      [decimal(15n, 1), decimal(15n, 1)],
      [char('a'), char('a')],
      [null, null],
      [list(1, list('a')), list(1, list('a'))],
      [list(1), json(1)],
      [map({ a: 1, b: 2 }), map({ b: 2, a: 1 })],
      [new JavaClass('a'), new JavaClass('a')],
      [new JavaMapView(map({ a: 1 }), 'keys'), new JavaMapView(map({ a: 2 }), 'keys')],
      [new JavaMapView(map({ a: 1 }), 'entries'), new JavaMapView(map({ a: 1 }), 'entries')],
    ]
    expect(pairs.map(([a, b]) => javaEquals(a, b))).toEqual(pairs.map(() => true))
  })

  it('finds different values different', () => {
    const pairs: (readonly [JavaValue, JavaValue])[] = [
      [double(0), double(-0)],
      [decimal(15n, 1), decimal(150n, 2)],
      [null, ''],
      [list(1, 2), list(1)],
      [list(1, 2), list(2, 1)],
      [list(1), list(long(1n))],
      [map({ a: null }), map({ b: null })],
      [map({ a: 1 }), map({ a: 1, b: 2 })],
      [list(), map({})],
      [strings('a'), strings('a')],
      [new JavaMapView(map({ a: 1 }), 'values'), new JavaMapView(map({ a: 1 }), 'values')],
      [new JavaMapView(map({ a: 1 }), 'keys'), list('a')],
    ]
    expect(pairs.map(([a, b]) => javaEquals(a, b))).toEqual(pairs.map(() => false))
  })

  it('ends with an error for lists that hold themselves', () => {
    const [one, other] = [list(), list()]
    one.splice(0, 0, [one])
    other.splice(0, 0, [other])
    expect(() => javaEquals(one, other)).toThrow(JavaException)
  })
})
