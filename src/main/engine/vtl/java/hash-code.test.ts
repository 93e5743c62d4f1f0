import { describe, expect, it } from 'vitest'
import { hashCode } from './hash-code'
import { JavaException } from './java-exception'
import { JavaMapView } from './java-map-view'
import type { JavaValue } from './java-value'
import { big, char, decimal, double, float, list, long, map } from './testing/java-values'

/** What is expected was asked of JDK 17. */
const CASES: readonly (readonly [value: JavaValue, hash: number])[] = [
  [null, 0],
  ['', 0],
  ['hello', 99162322],
  ['Aa', 2112],
  ['BB', 2112],
  [5, 5],
  [-1, -1],
  [true, 1231],
  [false, 1237],
  [char('a'), 97],
  [long(12345678901n), -539222985],
  [long(-1n), 0],
  [double(2.5), 1074003968],
  [double(0), 0],
  [double(-0), -2147483648],
  [double(NaN), 2146959360],
  [float(1.5), 1069547520],
  [big(255n), 255],
  [big(-255n), -255],
  [big(123456789012345678901234567890n), 1915528825],
  [decimal(150n, 2), 4652],
  [list(), 1],
  [list(1, 2), 994],
  [list('a', null), 3968],
  [map({ k: 'v' }), 29],
  [new JavaMapView(map({ a: 1, b: 2 }), 'keys'), 195],
]

describe('hashCode', () => {
  it('is what Java gives', () => {
    expect(CASES.map(([value]) => hashCode(value))).toEqual(CASES.map(([, hash]) => hash))
  })

  it('ends with an error for a list inside itself', () => {
    const items = list()
    items.splice(0, 0, [items])
    expect(() => hashCode(items)).toThrow(JavaException)
  })
})
