import { expect, it } from 'vitest'
import { timeLabel } from './time-label'

it('shows minutes and seconds that have begun, and fractions only in short runs', () => {
  expect([timeLabel(90_900, 300_000), timeLabel(500, 5000), timeLabel(3_725_000, 7_200_000)]).toEqual([
    '1:30',
    '0.5 s',
    '1:02:05',
  ])
})
