import { expect, test } from 'vitest'
import { firstDifferentLine } from './first-different-line'

test.each([
  ['a\nb', 'a\nc', 2],
  ['a', 'b', 1],
  ['a\nb', 'a', 1],
  ['a\nb\n', 'a\nb\nc', 3],
])('%j and %j differ first in line %i or end there', (a, b, line) => {
  expect(firstDifferentLine(a, b)).toBe(line)
})
