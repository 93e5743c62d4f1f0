import { expect, it } from 'vitest'
import { bucketRows, chartRows } from './chart-rows'
import { snapshotWith } from './test-snapshot'

it('makes one row per step reached, with null where a step has no value', () => {
  const snapshot = snapshotWith(3, {}, { offered: [10, 0, 20], cacheHitRatio: [NaN, 0.5, 0.75] })
  expect(chartRows(snapshot, ['offered', 'cacheHitRatio'])).toEqual([
    { timeMs: 0, offered: 10, cacheHitRatio: null },
    { timeMs: 1000, offered: 0, cacheHitRatio: 0.5 },
    { timeMs: 2000, offered: 20, cacheHitRatio: 0.75 },
  ])
})

it('scales ratios to percent', () => {
  expect(chartRows(snapshotWith(1, {}, { cacheHitRatio: [0.5] }), ['cacheHitRatio'], 100)).toEqual([
    { timeMs: 0, cacheHitRatio: 50 },
  ])
})

it('has all steps when the run is over and none before there is a snapshot', () => {
  expect(chartRows(snapshotWith(4), ['offered']).length).toBe(4)
  expect(chartRows(null, ['offered'])).toEqual([])
})

it('tells the levels of the chosen buckets in percent of their burst limit', () => {
  const snapshot = snapshotWith(2, {
    buckets: [
      { label: 'POST /orders', level: 'method', rateLimit: 100, burstLimit: 50 },
      { label: 'us-east-1', level: 'account', rateLimit: 10_000, burstLimit: 5000 },
    ],
    bucketSeries: [Float64Array.of(50, 5, NaN, NaN), Float64Array.of(5000, 2500, NaN, NaN)],
  })
  expect(bucketRows(snapshot, [1, 0])).toEqual([
    { timeMs: 0, bucket1: 100, bucket0: 100 },
    { timeMs: 1000, bucket1: 50, bucket0: 10 },
  ])
})
