import { describe, expect, it } from 'vitest'
import { add, divide, modulo, multiply, numberCompare, subtract } from './arithmetic'
import { outcome } from './testing/java-call'
import type { JavaValue } from './java-value'
import { big, byte, decimal, double, float, list, long, short } from './testing/java-values'

const OPERATIONS = { '+': add, '-': subtract, '*': multiply, '/': divide, '%': modulo }

/** What is expected was asked of Velocity 1.7. */
const CASES: readonly (readonly [a: JavaValue, operation: keyof typeof OPERATIONS, b: JavaValue, result: string])[] = [
  [7, '+', 2, 'Integer 9'],
  [2_147_483_647, '+', 1, 'Long 2147483648'],
  [-2_147_483_648, '-', 1, 'Long -2147483649'],
  [1_000_000, '*', 1_000_000, 'Long 1000000000000'],
  [2_147_483_647, '*', 2_147_483_647, 'Long 4611686014132420609'],
  [-7, '/', 2, 'Integer -3'],
  [-7, '%', 2, 'Integer -1'],
  [0, '*', -5, 'Integer 0'],
  [0, '/', -5, 'Integer 0'],
  [-4, '%', 2, 'Integer 0'],
  [-2_147_483_648, '/', -1, 'Long 2147483648'],
  [7, '/', 0, 'null'],
  [7, '%', 0, 'null'],
  [7, '/', double(0), 'null'],
  [long(5n), '+', 1, 'Long 6'],
  [long(9_223_372_036_854_775_807n), '+', 1, 'BigInteger 9223372036854775808'],
  [long(9_223_372_036_854_775_807n), '*', 2, 'BigInteger 18446744073709551614'],
  [long(-9_223_372_036_854_775_808n), '*', -1, 'Long -9223372036854775808'],
  [-1, '*', long(-9_223_372_036_854_775_808n), 'BigInteger 9223372036854775808'],
  [long(-9_223_372_036_854_775_808n), '/', -1, 'Long -9223372036854775808'],
  [long(7n), '/', 2, 'Long 3'],
  [byte(100), '+', byte(1), 'Byte 101'],
  [byte(100), '+', byte(100), 'Short 200'],
  [short(32_767), '+', byte(1), 'Integer 32768'],
  [double(7.5), '*', 2, 'Double 15.0'],
  [double(0.1), '+', double(0.2), 'Double 0.30000000000000004'],
  [double(7.5), '%', 2, 'Double 1.5'],
  [double(1), '/', 3, 'Double 0.3333333333333333'],
  [float(1.5), '+', 1, 'Float 2.5'],
  [float(0.1), '+', double(0.2), 'Double 0.30000000149011613'],
  [big(2n), '*', 3, 'BigInteger 6'],
  [big(7n), '/', -2, 'BigInteger -3'],
  [big(-7n), '%', 2, 'BigInteger 1'],
  [big(7n), '%', -2, 'throws java.lang.ArithmeticException'],
  [big(2n), '+', double(0.5), 'BigDecimal 2.5'],
  [decimal(150n, 2), '+', 1, 'BigDecimal 2.50'],
  [decimal(150n, 2), '-', double(0.25), 'BigDecimal 1.25'],
  [decimal(150n, 2), '*', 2, 'BigDecimal 3.00'],
  [decimal(100n, 2), '/', 3, 'BigDecimal 0.33'],
  [decimal(100n, 2), '%', 3, 'throws java.lang.ArithmeticException'],
  [decimal(100n, 2), '+', double(NaN), 'throws java.lang.NumberFormatException'],
  ['3', '+', 4, '"34"'],
  [4, '+', '3', '"43"'],
  ['a', '+', double(1), '"a1.0"'],
  ['a', '+', list(1, 2), '"a[1, 2]"'],
  ['3', '-', 4, 'null'],
  ['3', '*', 4, 'null'],
  [null, '+', 1, 'null'],
  [1, '-', null, 'null'],
  [true, '+', 1, 'null'],
  [list(1), '+', list(2), 'null'],
]

describe('arithmetic', () => {
  it('gives numbers of the class that Velocity gives', () => {
    expect(CASES.map(([a, operation, b]) => outcome(() => OPERATIONS[operation](a, b)))).toEqual(
      CASES.map(([, , , result]) => result),
    )
  })

  it('joins the text of the template in place of null with a string', () => {
    expect([add('a', null, '"a"', '$nope'), add(null, 'a', '$nope', '"a"')]).toEqual(['a$nope', '$nopea'])
  })

  it('ends with an error before a number or a text gets out of hand', () => {
    const squared = (): JavaValue => {
      let value: JavaValue = big(10n)
      for (let round = 0; round < 40; round++) value = multiply(value, value)
      return value
    }
    const long = 'x'.repeat(15_000_000)
    expect([outcome(squared), outcome(() => add(long, long))]).toEqual([
      'throws java.lang.OutOfMemoryError',
      'throws java.lang.OutOfMemoryError',
    ])
  })
})

describe('numberCompare', () => {
  it('compares numbers of all classes by their value', () => {
    const pairs: readonly (readonly [JavaValue, JavaValue])[] = [
      [1, 2],
      [2, long(2n)],
      [double(2.5), 2],
      [long(9_007_199_254_740_993n), double(9_007_199_254_740_992)],
      [big(10n ** 30n), 1],
      [big(1n), double(1.5)],
      [decimal(150n, 2), double(1.5)],
      [decimal(1n, -2_000_000_000), decimal(1n, 0)],
      [float(0.1), double(0.1)],
      [byte(1), short(2)],
      [double(NaN), 1],
    ]
    expect(pairs.map(([a, b]) => numberCompare(a, b))).toEqual([-1, 0, 1, 0, 1, -1, 0, 1, 1, -1, 0])
  })

  it('compares nothing but numbers', () => {
    expect([numberCompare('1', 2), numberCompare(null, 2), numberCompare(1, true)]).toEqual([null, null, null])
  })
})
