import { describe, expect, it } from 'vitest'
import type { ChartRow, ChartSeries } from './chart-row'
import { chartSentence, seriesSentence } from './chart-sentence'
import { readoutText } from './readout-text'

const throttled: ChartSeries = { key: 'throttled', label: 'throttled', draw: 'area', colour: 'outcome-throttled' }
const served: ChartSeries = { key: 'served', label: 'backend', draw: 'area', colour: 'outcome-served' }
const denied: ChartSeries = { key: 'denied', label: 'denied', draw: 'area', colour: 'outcome-denied' }
const rows: ChartRow[] = [
  { timeMs: 0, throttled: 0, served: 100, denied: 0 },
  { timeMs: 90_000, throttled: 178, served: 100.2, denied: 0 },
  { timeMs: 180_000, throttled: 12, served: null, denied: 0 },
]
const format = (value: number): string => value.toFixed(0)

describe('seriesSentence', () => {
  it('tells the rise to the peak and when it came', () => {
    expect(seriesSentence(rows, throttled, 300_000, format)).toBe('throttled rose from 0 to 178 at 1:30')
  })
  it('tells a fall when the low is farther from the start than the high', () => {
    const level = [100, 3, 100].map((value, index) => ({ timeMs: index * 1000, level: value }))
    const series = { key: 'level', label: 'POST /orders' }
    expect(seriesSentence(level, series, 300_000, (value) => `${value} %`)).toBe(
      'POST /orders fell from 100 % to 3 % at 0:01',
    )
  })
  it('says that nothing changed when the shown figures are the same', () => {
    expect(seriesSentence(rows, served, 300_000, format)).toBe('backend stayed at 100')
  })
  it('says when a series has no values', () => {
    expect(seriesSentence([{ timeMs: 0, x: null }], { key: 'x', label: 'p50' }, 1000, format)).toBe('p50 has no values')
  })
})

describe('chartSentence', () => {
  it('leaves out series that were always 0', () => {
    expect(chartSentence('Requests a second', rows, [served, throttled, denied], 300_000, format)).toBe(
      'Requests a second. Backend stayed at 100. Throttled rose from 0 to 178 at 1:30',
    )
  })
  it('leaves names as they are', () => {
    const bucket: ChartSeries = { key: 'served', label: 'us-east-1', draw: 'line', colour: 'level-account' }
    expect(chartSentence('Bucket level', rows, [bucket], 300_000, format)).toBe('Bucket level. us-east-1 stayed at 100')
  })
  it('says when there is nothing yet, and when all is 0', () => {
    expect(chartSentence('Latency', [], [served], 1000, format)).toBe('Latency. No values yet')
    expect(chartSentence('Cache hit ratio', [{ timeMs: 0, served: null }], [served], 1000, format)).toBe(
      'Cache hit ratio. No values yet',
    )
    expect(chartSentence('Denied', rows, [denied], 1000, format)).toBe('Denied. Everything stayed at 0')
  })
})

describe('readoutText', () => {
  it('reads the row nearest to the cursor and passes over what has no value', () => {
    expect(readoutText(rows, [served, throttled], 100_000, 300_000, format)).toBe('1:30  backend 100, throttled 178')
    expect(readoutText(rows, [served, throttled], 299_000, 300_000, format)).toBe('3:00  throttled 12')
    expect(readoutText([], [served], 0, 1000, format)).toBe(null)
  })
})
