import { expect, test } from 'vitest'
import { answerOf } from './answer-of'
import { shareOf, sumOfSeconds } from './figures'
import { resultWith, SMALL_LESSON } from './lesson.fixture'

test('the answer is the one whose range the figure falls in, its ends included', () => {
  const ids = [0, 9, 10, 39, 40, 60, 61].map((admitted) => answerOf(SMALL_LESSON, resultWith(admitted))?.id ?? null)
  expect(ids).toEqual(['none', null, 'ten', null, 'most', 'most', null])
})

test('a sum over seconds follows the step of the series', () => {
  expect([sumOfSeconds(resultWith(0), 'requests', 0, 6), sumOfSeconds(resultWith(0), 'throttled', 2, 4)]).toEqual([
    6, 1,
  ])
})

test('a share of nothing is 0', () => {
  expect([shareOf(1, 4), shareOf(0, 0)]).toEqual([0.25, 0])
})
