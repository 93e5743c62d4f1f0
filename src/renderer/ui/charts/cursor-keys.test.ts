import { expect, it } from 'vitest'
import { timeAfterKey } from './cursor-keys'

it('moves the cursor by one step and to the ends', () => {
  expect(['ArrowLeft', 'ArrowRight', 'Home', 'End'].map((key) => timeAfterKey(key, 5000, 1000, 9000))).toEqual([
    4000, 6000, 0, 9000,
  ])
})

it('starts at the end that the key moves away from', () => {
  expect([timeAfterKey('ArrowLeft', null, 1000, 9000), timeAfterKey('ArrowRight', null, 1000, 9000)]).toEqual([9000, 0])
})

it('takes the cursor away with Escape, once, and leaves other keys alone', () => {
  expect([
    timeAfterKey('Escape', 5000, 1000, 9000),
    timeAfterKey('Escape', null, 1000, 9000),
    timeAfterKey('a', 0, 1, 2),
  ]).toEqual([null, undefined, undefined])
})
