import { describe, expect, it } from 'vitest'
import { firstDifference } from './first-difference'

describe('firstDifference', () => {
  it('gives null for equal texts', () => {
    expect(firstDifference('a\nb', 'a\nb')).toBe(null)
  })

  it.each([
    ['a\nb\nc', 'a\nx\ny', { line: 2, expected: 'b', actual: 'x' }],
    ['a\nb', 'a', { line: 2, expected: 'b', actual: null }],
    ['a', 'a\nb', { line: 2, expected: null, actual: 'b' }],
    ['a\n', 'a', { line: 2, expected: '', actual: null }],
    ['a', 'a\n', { line: 2, expected: null, actual: '' }],
    ['', 'x', { line: 1, expected: '', actual: 'x' }],
    ['a\r\nb', 'a\nb', { line: 1, expected: 'a\r', actual: 'a' }],
  ])('of %j and %j is %j', (expected, actual, difference) => {
    expect(firstDifference(expected, actual)).toEqual(difference)
  })
})
