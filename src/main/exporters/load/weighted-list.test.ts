import { expect, it } from 'vitest'
import { weightedList } from './weighted-list'

const list = (weights: Record<string, number>, size: number): string =>
  weightedList(
    Object.entries(weights).map(([value, weight]) => ({ value, weight })),
    size,
  ).join('')

it('has each value as often as its weight says', () => {
  expect(list({ a: 3, b: 1 }, 4)).toBe('aaab')
  expect(list({ a: 2, b: 1 }, 10)).toBe('aaaaaaabbb')
  expect(list({ a: 1, b: 1, c: 1 }, 4)).toBe('aabc')
})

it('leaves out what would come up less than once, and is empty without weights', () => {
  expect(list({ a: 999, b: 1 }, 10)).toBe('aaaaaaaaaa')
  expect(list({ a: 0 }, 10)).toBe('')
  expect(list({}, 10)).toBe('')
})
