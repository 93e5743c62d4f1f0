import { describe, expect, it } from 'vitest'
import type { ChartRow } from './chart-row'
import { downsample } from './downsample'

const rowsOf = (count: number, value: (index: number) => Record<string, number | null>): ChartRow[] =>
  Array.from({ length: count }, (_, index) => ({ ...value(index), timeMs: index * 1000 }))

describe('downsample', () => {
  it('returns the same rows when they are few enough', () => {
    const rows = rowsOf(200, (index) => ({ a: index }))
    expect(downsample(rows, [['a']])).toBe(rows)
  })

  it('keeps a spike and a dip of a single step in every series', () => {
    const rows = rowsOf(3600, (index) => ({ a: index === 1234 ? 900 : 10, b: index === 2345 ? -5 : 10 }))
    const kept = downsample(rows, [['a'], ['b']])
    expect(kept.length).toBe(200)
    expect(Math.max(...kept.map((row) => row.a ?? 0))).toBe(900)
    expect(Math.min(...kept.map((row) => row.b ?? 0))).toBe(-5)
  })

  it('keeps the members of a stack from one and the same row', () => {
    const rows = rowsOf(8, (index) => ({
      a: [1, 9, 1, 1, 1, 1, 1, 1][index] ?? 0,
      b: [5, 0, 5, 5, 6, 5, 5, 5][index] ?? 0,
    }))
    expect(downsample(rows, [['a', 'b']], 4)).toEqual([
      { timeMs: 0, a: 1, b: 5 },
      { timeMs: 2000, a: 9, b: 0 },
      { timeMs: 4000, a: 1, b: 6 },
      { timeMs: 6000, a: 1, b: 5 },
    ])
  })

  it('keeps the order of time and says nothing where nothing is known', () => {
    const rows = rowsOf(1000, (index) => ({ a: index < 500 ? 1 : null }))
    const kept = downsample(rows, [['a']], 10)
    expect(kept.map((row) => row.timeMs)).toEqual([
      0, 100_000, 200_000, 300_000, 400_000, 500_000, 600_000, 700_000, 800_000, 900_000,
    ])
    expect(kept.map((row) => row.a)).toEqual([1, 1, 1, 1, 1, 1, null, null, null, null])
  })
})
