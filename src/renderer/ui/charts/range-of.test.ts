import { expect, it } from 'vitest'
import { rangeOf } from './range-of'

it('takes whole steps between two instants, in either direction', () => {
  expect(rangeOf(1400, 3200, 1000)).toEqual({ fromMs: 1000, toMs: 4000 })
  expect(rangeOf(3200, 1400, 1000)).toEqual({ fromMs: 1000, toMs: 4000 })
})

it('takes a click for no stretch', () => {
  expect(rangeOf(1400, 1450, 1000)).toBe(null)
})
