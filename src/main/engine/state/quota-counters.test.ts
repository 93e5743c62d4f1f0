import { describe, expect, it } from 'vitest'
import type { QuotaPeriod, QuotaSettings } from '@shared/design/usage-plan'
import { QuotaCounters } from './quota-counters'

const HOUR = 3_600_000
const DAY = 24 * HOUR

function countersFrom(instant: string, quota: QuotaSettings | undefined): QuotaCounters {
  return new QuotaCounters([quota], Date.parse(instant))
}

/** Uses up `requests` at a time and says what is left then. */
function use(counters: QuotaCounters, requests: number, now: number): number {
  for (let k = 0; k < requests; k++) {
    counters.left(0, now)
    counters.count(0)
  }
  return counters.left(0, now)
}

describe('QuotaCounters', () => {
  it('begin anew at midnight, Sunday or the first of the month, UTC, and not a moment before', () => {
    // A Friday.
    const start = '2026-11-20T14:00:00Z'
    const ends: readonly [QuotaPeriod, string][] = [
      ['DAY', '2026-11-21T00:00:00Z'],
      ['WEEK', '2026-11-22T00:00:00Z'],
      ['MONTH', '2026-12-01T00:00:00Z'],
    ]
    for (const [period, end] of ends) {
      const counters = countersFrom(start, { limit: 5, period })
      const untilEnd = Date.parse(end) - Date.parse(start)
      expect([use(counters, 5, 0), counters.resetsIn(0, 0)]).toEqual([0, untilEnd])
      expect([counters.left(0, untilEnd - 0.001), counters.left(0, untilEnd)]).toEqual([0, 5])
    }
  })

  it('subtract the offset in the first period only', () => {
    const counters = countersFrom('2026-11-20T00:00:00Z', { limit: 10, period: 'WEEK', offset: 4 })
    expect(counters.left(0, 0)).toBe(6)
    expect(counters.left(0, 2 * DAY)).toBe(10)
    expect(counters.left(0, 9 * DAY)).toBe(10)
  })

  it('find the period after any number of idle ones', () => {
    const counters = countersFrom('2026-01-31T23:00:00Z', { limit: 3, period: 'MONTH' })
    expect(use(counters, 3, 0)).toBe(0)
    const inMay = Date.parse('2026-05-17T08:00:00Z') - Date.parse('2026-01-31T23:00:00Z')
    expect([counters.left(0, inMay), use(counters, 2, inMay)]).toEqual([3, 1])
    expect(counters.resetsIn(0, inMay)).toBe(Date.parse('2026-06-01T00:00:00Z') - Date.parse('2026-05-17T08:00:00Z'))
  })

  it('count each day of a month apart, whatever the hour the run began', () => {
    const start = Date.parse('2026-02-27T21:30:00Z')
    const counters = new QuotaCounters([{ limit: 100, period: 'DAY' }], start)
    const used = new Map<string, number>()
    for (let now = 0; now < 4 * DAY; now += HOUR) {
      const day = new Date(start + now).toISOString().slice(0, 10)
      used.set(day, (used.get(day) ?? 0) + 1)
      expect(use(counters, 1, now)).toBe(100 - used.get(day)!)
    }
    expect([...used.keys()]).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03'])
  })

  it('never run out without a quota, and keep rows apart', () => {
    const counters = new QuotaCounters([undefined, { limit: 2, period: 'DAY' }], 0)
    for (let k = 0; k < 1000; k++) counters.count(0)
    counters.count(1)
    expect([counters.left(0, 1e12), counters.resetsIn(0, 5), counters.left(1, 0)]).toEqual([Infinity, Infinity, 1])
    expect([counters.quotaOf(0), counters.quotaOf(1)]).toEqual([undefined, { limit: 2, period: 'DAY' }])
  })
})
