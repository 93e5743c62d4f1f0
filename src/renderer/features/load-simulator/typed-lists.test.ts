import { describe, expect, it } from 'vitest'
import { numbersOf, problemOfNumbers } from './number-list'
import { startProblem } from './start-time'
import { problemOfStatuses, statusesOf } from './status-list'
import { weightAfterKey, weightAtPointer } from './weight-steps'

describe('lists of numbers', () => {
  it('take what a person pastes', () => {
    expect(numbersOf('12, 15\n18;20.5\t7')).toEqual({ numbers: [12, 15, 18, 20.5, 7] })
  })
  it('say what is not a number', () => {
    expect([problemOfNumbers('12, fast'), problemOfNumbers(' '), problemOfNumbers('-3')]).toEqual([
      'fast is not a number, 0 or more',
      'At least one number is needed',
      '-3 is not a number, 0 or more',
    ])
    expect(problemOfNumbers('1 '.repeat(10_001))).toBe('At most 10,000 numbers')
  })
})

describe('lists of statuses', () => {
  it('are absent when empty and have each status once', () => {
    expect([statusesOf(''), statusesOf('429, 503 429')]).toEqual([undefined, [429, 503]])
  })
  it('hold failures only', () => {
    expect([problemOfStatuses('429, 200'), problemOfStatuses('429')]).toEqual([
      '200 is not a status from 400 to 599',
      undefined,
    ])
  })
})

describe('weights', () => {
  it('move by keys and never below 0', () => {
    expect(['ArrowUp', 'ArrowDown', 'PageDown', 'End', 'a'].map((key) => weightAfterKey(key, 0.5, 9))).toEqual([
      1.5,
      0,
      0,
      9,
      undefined,
    ])
  })
  it('follow the pointer in halves, and grow by a tenth at the top', () => {
    expect([weightAtPointer(0.33, 10), weightAtPointer(-1, 10), weightAtPointer(1, 10)]).toEqual([3.5, 0, 11])
  })
})

it('takes a full instant for the start of a run, and nothing else', () => {
  expect(['', '2026-01-05T08:00:00Z', '2026-01-05T08:00+01:00'].map(startProblem)).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(['2026-01-05', '2026-13-05T08:00:00Z'].map(startProblem)).toEqual(
    Array.from({ length: 2 }, () => 'An instant such as 2026-01-05T08:00:00Z'),
  )
})
