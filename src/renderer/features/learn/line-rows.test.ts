import { expect, test } from 'vitest'
import type { WatchedBucket } from '@shared/contract/snapshot'
import { lineRows, tokenLines } from './line-rows'
import { snapshotOf } from './snapshot.fixture'

const METHOD: WatchedBucket = { label: 'GET /orders', level: 'method', rateLimit: 5, burstLimit: 50 }
const ACCOUNT: WatchedBucket = { label: 'us-east-1', level: 'account', rateLimit: 10_000, burstLimit: 5000 }
const offered = [1, 1, NaN]

test('a step without a value has none in its row', () => {
  const snapshot = snapshotOf({}, { offered, latencyP50: [NaN, 40, NaN] })
  expect(lineRows(snapshot, ['latencyP50'])).toEqual([
    { timeMs: 0, latencyP50: null },
    { timeMs: 100, latencyP50: 40 },
  ])
})

test('one bucket that ran dry is shown in tokens', () => {
  const bucketSeries = [Float64Array.of(50, 2, NaN), Float64Array.of(5000, 4900, NaN)]
  const lines = tokenLines(snapshotOf({ buckets: [METHOD, ACCOUNT], bucketSeries }, { offered }))
  expect([lines.title, lines.isPercent, lines.rows]).toEqual([
    'Tokens of GET /orders',
    false,
    [
      { timeMs: 0, bucket0: 50 },
      { timeMs: 100, bucket0: 2 },
    ],
  ])
})

test('several are shown in percent of their sizes, the emptiest first', () => {
  const bucketSeries = [Float64Array.of(50, 10, NaN), Float64Array.of(5000, 0, NaN)]
  const lines = tokenLines(snapshotOf({ buckets: [METHOD, ACCOUNT], bucketSeries }, { offered }))
  expect([lines.isPercent, lines.series.map(({ label }) => label), lines.rows[1]]).toEqual([
    true,
    ['the account in us-east-1', 'GET /orders'],
    { timeMs: 100, bucket1: 0, bucket0: 20 },
  ])
})
