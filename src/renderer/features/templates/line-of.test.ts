import { expect, test } from 'vitest'
import { lineOf, offsetOfLine } from './line-of'

const TEXT = 'one\ntwo\n\nfour'

test('a line break belongs to the line it ends', () => {
  expect([0, 3, 4, 8, 9, 13].map((offset) => lineOf(TEXT, offset))).toEqual([1, 1, 2, 3, 4, 4])
})

test('a line begins behind the break before it', () => {
  expect([1, 2, 3, 4, 9].map((line) => offsetOfLine(TEXT, line))).toEqual([0, 4, 8, 9, 13])
})
