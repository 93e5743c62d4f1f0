import { describe, expect, it } from 'vitest'
import { parseLogTime } from './parse-log-time'

const NOON = Date.UTC(2026, 3, 9, 12, 0, 0)

describe('the time of a logged request', () => {
  it.each([
    ['09/Apr/2026:12:00:00 +0000', NOON],
    ['[9/apr/2026:14:30:00 +0230]', NOON],
    ['09/Apr/2026:07:00:00 -0500', NOON],
    ['09/Apr/2026:12:00:00', NOON],
    ['2026-04-09T12:00:00Z', NOON],
    ['2026-04-09 12:00', NOON],
    ['2026-04-09T14:00:00+02:00', NOON],
    ['2026-04-09 04:30:00 -0730', NOON],
    [String(NOON / 1000), NOON],
    ['0', 0],
  ])('is known to the second from %j', (text, at) => {
    expect(parseLogTime(text)).toEqual({ at, isWholeSecond: true })
  })

  it.each([
    ['2026-04-09T12:00:00.125Z', NOON + 125],
    ['2026-04-09T12:00:00,5+00:00', NOON + 500],
    [String(NOON + 7), NOON + 7],
    [`${NOON / 1000}.25`, NOON + 250],
    [`${NOON}.5`, NOON + 0.5],
  ])('is known exactly from %j', (text, at) => {
    expect(parseLogTime(text)).toEqual({ at, isWholeSecond: false })
  })

  it.each([
    '',
    'yesterday',
    '09/Foo/2026:12:00:00 +0000',
    '2026-13-09T12:00:00Z',
    '2026-04-32T12:00:00Z',
    '2026-04-09T12:60:00Z',
    '2026-04-09T12:00:61Z',
    '2026-04-09',
    '-5',
    '123456789012345',
    '1e9',
  ])('is not there in %j', (text) => {
    expect(parseLogTime(text)).toBeNull()
  })

  it('is on the right day of every year, leap years too', () => {
    for (let year = 1970; year < 2110; year++) {
      for (const [month, day] of [
        [1, 1],
        [2, 28],
        [3, 1],
        [12, 31],
      ] as const) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T00:00:00Z`
        expect(parseLogTime(text)?.at).toBe(Date.UTC(year, month - 1, day))
      }
    }
    expect(parseLogTime('2028-02-29T00:00:00Z')?.at).toBe(Date.UTC(2028, 1, 29))
  })
})
