import { describe, expect, it } from 'vitest'
import { big, byte, decimal, double, float, long, short } from './testing/java-values'
import { numberText } from './number-text'

/** What is expected was asked of JDK 17. */
const DOUBLES: readonly (readonly [value: number, text: string])[] = [
  [0, '0.0'],
  [-0, '-0.0'],
  [1, '1.0'],
  [15, '15.0'],
  [-2.5, '-2.5'],
  [100, '100.0'],
  [1234567.125, '1234567.125'],
  [9_999_999, '9999999.0'],
  [9_999_999.5, '9999999.5'],
  [10_000_000, '1.0E7'],
  [12_345_678, '1.2345678E7'],
  [1e10, '1.0E10'],
  [1e21, '1.0E21'],
  [1e22, '1.0E22'],
  [1e23, '9.999999999999999E22'],
  [2e23, '1.9999999999999998E23'],
  [8.41e21, '8.409999999999999E21'],
  [0.001, '0.001'],
  [0.0009, '9.0E-4'],
  [1e-5, '1.0E-5'],
  [0.1 + 0.2, '0.30000000000000004'],
  [1 / 3, '0.3333333333333333'],
  [2 ** 53, '9.007199254740992E15'],
  [123456789012345680, '1.2345678901234568E17'],
  [2 ** -44, '5.6843418860808015E-14'],
  [5e-324, '4.9E-324'],
  [2.2250738585072014e-308, '2.2250738585072014E-308'],
  [Number.MAX_VALUE, '1.7976931348623157E308'],
  [NaN, 'NaN'],
  [Infinity, 'Infinity'],
  [-Infinity, '-Infinity'],
]

const FLOATS: readonly (readonly [value: number, text: string])[] = [
  [0.1, '0.1'],
  [16_777_216, '1.6777216E7'],
  [3.4028235e38, '3.4028235E38'],
  [1.4e-45, '1.4E-45'],
  [0.001, '0.001'],
  [0.045253575, '0.045253575'],
  [-33_554_430, '-3.355443E7'],
]

describe('numberText', () => {
  for (const [value, text] of DOUBLES) {
    it(`writes the Double ${value} as ${text}`, () => {
      expect(numberText(double(value))).toBe(text)
    })
  }

  for (const [value, text] of FLOATS) {
    it(`writes the Float ${value} as ${text}`, () => {
      expect(numberText(float(value))).toBe(text)
    })
  }

  it('writes whole numbers as they are', () => {
    expect([5, -7, byte(-1), short(300), long(-(2n ** 63n)), big(10n ** 30n)].map(numberText)).toEqual([
      '5',
      '-7',
      '-1',
      '300',
      '-9223372036854775808',
      '1000000000000000000000000000000',
    ])
  })

  it('writes a BigDecimal with its scale', () => {
    const values = [decimal(150n, 2), decimal(5n, 3), decimal(-1n, 7), decimal(15n, -3), decimal(0n, 2), decimal(1n, 7)]
    expect(values.map(numberText)).toEqual(['1.50', '0.005', '-1E-7', '1.5E+4', '0.00', '1E-7'])
  })

  it('writes every number so that it reads back as the same', () => {
    let seed = 1
    const values = Array.from({ length: 500 }, () => {
      seed = (seed * 48_271) % 2_147_483_647
      return (seed - 1e9) * 10 ** ((seed % 40) - 20)
    })
    expect(values.map((value) => Number(numberText(double(value))))).toEqual(values)
  })
})
