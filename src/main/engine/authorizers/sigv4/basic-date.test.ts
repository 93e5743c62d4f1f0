import { describe, expect, it } from 'vitest'
import { basicDate, parseBasicDate, parseHttpDate } from './basic-date'

const MS_PER_DAY = 86_400_000

describe('basicDate', () => {
  it('agrees with the calendar on every day from 1968 to 2104', () => {
    const days = Array.from({ length: 50_000 }, (_, index) => index - 731)
    const expected = (day: number) => new Date(day * MS_PER_DAY).toISOString().slice(0, 10).replaceAll('-', '')
    expect(days.filter((day) => basicDate(day * MS_PER_DAY) !== `${expected(day)}T000000Z`)).toEqual([])
  })

  it('cuts off parts of a second', () => {
    expect(basicDate(Date.UTC(2026, 0, 31, 23, 59, 59, 999))).toBe('20260131T235959Z')
  })
})

describe('parseBasicDate', () => {
  it('is the inverse of basicDate', () => {
    expect(parseBasicDate('20240229T010203Z')).toBe(Date.UTC(2024, 1, 29, 1, 2, 3))
  })

  it.each([
    '',
    '20240229',
    '2024-02-29T01:02:03Z',
    '20240229T010203',
    '20240229T010203Z ',
    '20241329T010203Z',
    '20240229T250203Z',
  ])('gives NaN for %j', (text) => {
    expect(parseBasicDate(text)).toBeNaN()
  })
})

describe('parseHttpDate', () => {
  it('reads the date of HTTP, and nothing else', () => {
    const dates = ['Thu, 29 Feb 2024 01:02:03 GMT', 'Thu, 29 Foo 2024 01:02:03 GMT', '29 Feb 2024 01:02:03 GMT', '']
    expect(dates.map(parseHttpDate)).toEqual([Date.UTC(2024, 1, 29, 1, 2, 3), Number.NaN, Number.NaN, Number.NaN])
  })
})
