import { expect, test } from 'vitest'
import { shownLines } from './shown-lines'

test('a file of up to 20,000 lines is shown whole', () => {
  const text = 'a\n'.repeat(19_999)
  expect(shownLines(text)).toEqual({ text, note: null })
})

test('of a longer one the first 5,000 lines are, with a word about the others', () => {
  expect(shownLines('a\n'.repeat(20_001))).toEqual({
    text: Array(5_000).fill('a').join('\n'),
    note: 'The first 5,000 of 20,001 lines. Save and Copy take all of them.',
  })
})
