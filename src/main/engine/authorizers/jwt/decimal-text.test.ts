import { describe, expect, it } from 'vitest'
import { decimalText } from './decimal-text'

describe('decimalText', () => {
  it.each([
    [9_999_999_999, '9999999999'],
    [1e21, '1000000000000000000000'],
    [-5, '-5'],
    [-0, '0'],
    [1.5, '1.5'],
    [1e-7, '0.0000001'],
    [-1.25e-9, '-0.00000000125'],
  ])('writes %d without an exponent', (value, text) => {
    expect(decimalText(value)).toBe(text)
  })
})
