import { expect, test } from 'vitest'
import { resultWith, SMALL_LESSON } from '@shared/lessons/lesson.fixture'
import { cureText, verdictText } from './verdict-text'

test('a right answer is said to be right', () => {
  expect(verdictText(SMALL_LESSON, resultWith(10), 'ten')).toBe('Right: 10, the bucket.')
})

test('another answer is said beside the right one, and "about" is made exact', () => {
  expect(verdictText(SMALL_LESSON, resultWith(47), 'none')).toBe(
    'You said: None. The run says: About 50, half of them. Admitted: 47.',
  )
})

test('after the cure the chosen answer may hold, or another one, or none', () => {
  expect([
    cureText(SMALL_LESSON, resultWith(10), 'ten'),
    cureText(SMALL_LESSON, resultWith(0), 'ten'),
    cureText(SMALL_LESSON, resultWith(99), 'ten'),
  ]).toEqual(['Now your answer holds: 10.', 'Now the right answer is: None.', 'Admitted: 99.'])
})
