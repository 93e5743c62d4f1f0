import { describe, expect, it } from 'vitest'
import { chartRows } from './chart-rows'
import { OTHER_REQUESTS, withOtherBuckets, withOtherRun, withOtherSeries } from './other-run'
import { snapshotWith } from './test-snapshot'
import { OUTCOME_SERIES } from './chart-series'

const rows = chartRows(snapshotWith(4, {}, { offered: [1, 2, 3, 4] }), ['offered'])

describe('withOtherRun', () => {
  it('puts the other run’s values beside those of the same time, sums of series included', () => {
    const other = snapshotWith(4, {}, { offered: [9, 8, 7, 6], served: [5, 4, 3, 2], cacheHit: [1, 1, 1, 1] })
    expect(withOtherRun(rows, other, OTHER_REQUESTS)[1]).toEqual({
      timeMs: 1000,
      offered: 2,
      'other:served+cacheHit': 5,
      'other:offered': 8,
    })
  })
  it('has nothing where the other run was over or had longer steps', () => {
    const short = snapshotWith(2, { stepMs: 2000 }, { offered: [9, 8] })
    const values = withOtherRun(rows, short, OTHER_REQUESTS).map((row) => row['other:offered'])
    expect(values).toEqual([9, 9, 8, 8])
    expect(withOtherRun(rows, snapshotWith(1, {}, { offered: [9] }), OTHER_REQUESTS).at(-1)?.['other:offered']).toBe(
      null,
    )
  })
  it('leaves the rows as they are without another run', () => {
    expect(withOtherRun(rows, null, OTHER_REQUESTS)).toBe(rows)
  })
})

it('draws the other run over the areas and below the lines', () => {
  expect(withOtherSeries(OUTCOME_SERIES, OTHER_REQUESTS).map(({ key }) => key)).toEqual([
    'served',
    'cacheHit',
    'rejected',
    'denied',
    'throttled',
    'error',
    'other:served+cacheHit',
    'other:offered',
    'offered',
  ])
})

it('compares buckets by name and level, in percent of their own size', () => {
  const bucket = { label: 'POST /orders', level: 'method', rateLimit: 1, burstLimit: 50 } as const
  const mine = snapshotWith(2, { buckets: [bucket], bucketSeries: [Float64Array.of(50, 50)] })
  const other = snapshotWith(2, {
    buckets: [
      { ...bucket, level: 'account' },
      { ...bucket, burstLimit: 200 },
    ],
    bucketSeries: [Float64Array.of(1, 1), Float64Array.of(100, NaN)],
  })
  const { rows: compared, series } = withOtherBuckets([{ timeMs: 0 }, { timeMs: 1000 }], mine, other, [0])
  expect(compared).toEqual([
    { timeMs: 0, otherBucket0: 50 },
    { timeMs: 1000, otherBucket0: null },
  ])
  expect(series.map(({ key, label, colour }) => [key, label, colour])).toEqual([
    ['otherBucket0', 'other POST /orders', 'axis'],
  ])
})
