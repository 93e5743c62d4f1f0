import { describe, expect, it } from 'vitest'
import { JavaList } from '../java/java-list'
import { JavaMap } from '../java/java-map'
import { JavaBigDecimal, JavaBigInteger, JavaDouble, JavaFloat, JavaLong } from '../java/java-number'
import type { JavaValue } from '../java/java-value'
import { typedText } from '../json/typed-text.fixture'
import { compareValues } from './compare-values'

const LIST = new JavaList([1])
const MAP = new JavaMap()

const PAIRS: readonly (readonly [expected: JavaValue, actual: JavaValue, order: -1 | 0 | 1 | null])[] = [
  [null, null, 0],
  ['null', null, 0],
  [null, 'null', 0],
  [null, 0, -1],
  ['x', null, 1],
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['Z', 'a', -1],
  ['\u{ffff}', '\u{1f600}', 1],
  ["it\\'s", "it's", 0],
  ["'\\n'", "'\\n'", 0],
  [1, 2, -1],
  [1, new JavaDouble(1), 0],
  [new JavaLong(5_000_000_000n), new JavaDouble(5e9), 0],
  [new JavaLong(9_007_199_254_740_993n), new JavaLong(9_007_199_254_740_992n), 1],
  [new JavaBigInteger(10n ** 400n), new JavaBigInteger(10n ** 400n + 1n), -1],
  [new JavaBigDecimal(1n, -1_000_000_000), new JavaDouble(1e300), 1],
  [new JavaDouble(-0), 0, 0],
  [new JavaFloat(Math.fround(0.1)), new JavaDouble(0.1), 0],
  ['10', 10, 0],
  ['+1e1', 10, 0],
  ['.5', new JavaDouble(0.5), 0],
  ['5.', 5, 0],
  ['0.1000000000000000000001', new JavaDouble(0.1), 1],
  ['9', 10, -1],
  ['true', true, 0],
  ['TRUE', true, 0],
  ['yes', true, -1],
  ['yes', false, 0],
  [true, false, 1],
  [false, true, -1],
  [10, '10', null],
  [true, 'true', null],
  [1, true, null],
  ['[1]', LIST, null],
  ['{}', MAP, null],
  [LIST, LIST, 0],
  [LIST, new JavaList([1]), null],
  [MAP, LIST, null],
]

describe('compareValues', () => {
  const named = PAIRS.map(([expected, actual, order]) => ({
    name: `${typedText(expected)} and ${typedText(actual)}`,
    expected,
    actual,
    order,
  }))

  it.each(named)('of $name', ({ expected, actual, order }) => {
    expect(compareValues(expected, actual)).toBe(order)
  })

  it.each([
    ['abc', 1],
    ['', 1],
    [' 1', 1],
    ['0x10', 16],
    ['1e99999999999', 1],
    ['9'.repeat(10_001), 1],
    ['1', new JavaDouble(NaN)],
    [1, new JavaDouble(Infinity)],
  ])('fails for %s and %s, as one is no number', (expected, actual) => {
    expect(() => compareValues(expected, actual)).toThrow(
      expect.objectContaining({ className: 'java.lang.NumberFormatException' }),
    )
  })

  it('remembers numbers without mixing them up', () => {
    const results = Array.from({ length: 300 }, (_, index) => compareValues(`${index}.0`, index))
    expect(results).toEqual(results.map(() => 0))
  })
})
