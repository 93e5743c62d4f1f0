import { describe, expect, test } from 'vitest'
import { addDecimals, compareDecimals, decimalText, parseDecimal, type Decimal } from './decimal'

const read = (text: string): Decimal => parseDecimal(text) as Decimal
const shown = (decimal: Decimal | string): string => (typeof decimal === 'string' ? decimal : decimalText(decimal))

describe('a number of DynamoDB', () => {
  test.each([
    ['61.50', '61.5'],
    ['-0.0', '0'],
    ['+007', '7'],
    ['1e3', '1000'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-12.34E-3', '-0.01234'],
    ['12345678901234567890123456789012345678', '12345678901234567890123456789012345678'],
    ['0.00000000000000000000000000000000000000000001', '0.00000000000000000000000000000000000000000001'],
  ])('%s is %s', (text, expected) => {
    expect(shown(parseDecimal(text))).toBe(expected)
  })

  test.each([
    ['', 'The parameter cannot be converted to a numeric value: '],
    ['.', 'The parameter cannot be converted to a numeric value: .'],
    ['1,5', 'The parameter cannot be converted to a numeric value: 1,5'],
    ['NaN', 'The parameter cannot be converted to a numeric value: NaN'],
    ['1'.repeat(39), 'Attempting to store more than 38 significant digits in a Number'],
    ['1e126', 'Number overflow. Attempting to store a number with magnitude larger than supported range'],
    ['1e-131', 'Number underflow. Attempting to store a number with magnitude smaller than supported range'],
    ['1e999999', 'Number overflow. Attempting to store a number with magnitude larger than supported range'],
  ])('%s is none', (text, problem) => {
    expect(parseDecimal(text)).toBe(problem)
  })

  test('is added exactly', () => {
    expect(shown(addDecimals(read('0.1'), read('0.2')))).toBe('0.3')
    expect(shown(addDecimals(read('1e30'), read('-1')))).toBe('9'.repeat(30))
    expect(shown(addDecimals(read('5'), read('-5.0')))).toBe('0')
    expect(shown(addDecimals(read('1e100'), read('1')))).toBe(
      'Attempting to store more than 38 significant digits in a Number',
    )
  })

  test('is compared by its value', () => {
    expect(compareDecimals(read('9'), read('10'))).toBe(-1)
    expect(compareDecimals(read('1.50'), read('15e-1'))).toBe(0)
    expect(compareDecimals(read('-1'), read('-2'))).toBe(1)
    expect(compareDecimals(read('1e125'), read('1e-130'))).toBe(1)
  })
})
