import { expect, it } from 'vitest'
import { calendarRate, startInstant } from './calendar-rate'

const MONDAY = startInstant('2026-01-05T00:00:00Z')
const DAY = 86_400

it('has the mean rate over a day, whatever the hours weigh', () => {
  const shape = { type: 'DAILY', ratePerSecond: 50 } as const
  const rates = Array.from({ length: 24 * 60 }, (_, minute) => calendarRate(shape, MONDAY + minute * 60))
  expect(rates.reduce((sum, rate) => sum + rate, 0) / rates.length).toBeCloseTo(50, 6)
})

it('weighs the days from Monday on, and has the mean rate over a week', () => {
  const hours = Array.from({ length: 24 }, () => 1)
  const shape = { type: 'WEEKLY', ratePerSecond: 7, hours, days: [7, 0, 0, 0, 0, 0, 0] } as const
  const noons = Array.from({ length: 7 }, (_, day) => calendarRate(shape, MONDAY + day * DAY + DAY / 2))
  expect(noons).toEqual([49, 0, 0, 0, 0, 0, 0])
})

it('goes in a straight line from the middle of one hour to the next', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => (hour === 1 ? 24 : 0))
  const at = (minutes: number): number =>
    calendarRate({ type: 'DAILY', ratePerSecond: 1, hours }, MONDAY + minutes * 60)
  expect([30, 60, 90, 120, 150].map(at)).toEqual([0, 12, 24, 12, 0])
})

it('begins on the first day of 2026 when a scenario does not say, or says it wrongly', () => {
  expect([startInstant(undefined), startInstant('tomorrow')]).toEqual([1_767_225_600, 1_767_225_600])
})

it('sends nothing when nothing weighs anything', () => {
  const hours = Array.from({ length: 24 }, () => 0)
  expect(calendarRate({ type: 'DAILY', ratePerSecond: 5, hours }, MONDAY)).toBe(0)
})
