import { describe, expect, it } from 'vitest'
import { quotaPeriodEnd } from './calendar'

const end = (instant: string, period: 'DAY' | 'WEEK' | 'MONTH'): string =>
  new Date(quotaPeriodEnd(Date.parse(instant), period)).toISOString()

describe('quota periods', () => {
  it('end at midnight UTC, and an instant at midnight belongs to the period it begins', () => {
    expect(end('2026-11-20T14:02:11Z', 'DAY')).toBe('2026-11-21T00:00:00.000Z')
    expect(end('2026-11-20T00:00:00Z', 'DAY')).toBe('2026-11-21T00:00:00.000Z')
  })

  it('roll on Sunday by the week', () => {
    expect(end('2026-11-20T14:02:11Z', 'WEEK')).toBe('2026-11-22T00:00:00.000Z')
    expect(end('2026-11-22T00:00:00Z', 'WEEK')).toBe('2026-11-29T00:00:00.000Z')
  })

  it('know every month of four centuries', () => {
    for (let month = 0; month < 4800; month++) {
      const inMonth = Date.UTC(1970, month, 15, 12)
      expect(quotaPeriodEnd(inMonth, 'MONTH')).toBe(Date.UTC(1970, month + 1, 1))
    }
  })
})
