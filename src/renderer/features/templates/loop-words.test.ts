import { expect, test } from 'vitest'
import { loopWords, ordinal, placeWords } from './loop-words'
import { STEPS, stepAt } from './recording.fixture'

test.each([
  [1, 'first'],
  [10, 'tenth'],
  [11, '11th'],
  [13, '13th'],
  [21, '21st'],
  [102, '102nd'],
  [113, '113th'],
])('%i is the %s', (count, word) => {
  expect(ordinal(count)).toBe(word)
})

test('the innermost loop comes first', () => {
  const loops = [
    { name: 'order', round: 1 },
    { name: '$item', round: 2 },
  ]
  expect([loopWords(loops), loopWords([])]).toEqual(['second turn of $item, first turn of $order', ''])
})

test('a place is a line with its loops, or the text that was evaluated', () => {
  const evaluated = stepAt('$n', { source: { start: 0, end: 1, line: 0, column: 0, endLine: 0, endColumn: 0 } })
  expect([STEPS[9], STEPS[0], evaluated].map((step) => step && placeWords(step))).toEqual([
    'line 4, second turn of $i',
    'line 1',
    'inside of #evaluate',
  ])
})
