import { expect, it } from 'vitest'
import { timeOfX, xOfTime } from './plot-area'

it('finds the time under the pixel of a time', () => {
  expect(timeOfX(xOfTime(75_000, 300_000, 400), 300_000, 400)).toBeCloseTo(75_000)
})

it('stays within the run outside of the plotted area', () => {
  expect([timeOfX(0, 1000, 400), timeOfX(400, 1000, 400)]).toEqual([0, 1000])
})
