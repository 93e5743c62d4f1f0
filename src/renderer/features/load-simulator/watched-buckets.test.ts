import { expect, it } from 'vitest'
import type { WatchedBucket } from '@shared/contract/snapshot'
import { bucketLines, tightestBuckets } from './watched-buckets'

const bucket = (label: string, level: WatchedBucket['level'], burstLimit: number): WatchedBucket => ({
  label,
  level,
  rateLimit: 1,
  burstLimit,
})
const buckets = [
  bucket('GET /a', 'method', 10),
  bucket('POST /a', 'method', 100),
  bucket('k on P', 'plan', 10),
  bucket('us-east-1', 'account', 10),
]

it('shows of each level the bucket that came lowest, a plan before a method before the account', () => {
  const bucketSeries = [
    Float64Array.of(10, 5),
    Float64Array.of(100, 40, NaN),
    Float64Array.of(10, 10),
    Float64Array.of(10, 10),
  ]
  expect(tightestBuckets({ buckets, bucketSeries })).toEqual([2, 1, 3])
})

it('tells two buckets of one level apart by their dashes', () => {
  const lines = bucketLines(buckets, [0, 1])
  expect(lines.map(({ key, label, colour, dash }) => ({ key, label, colour, dash }))).toEqual([
    { key: 'bucket0', label: 'GET /a', colour: 'level-method', dash: '6 3' },
    { key: 'bucket1', label: 'POST /a', colour: 'level-method', dash: '3 4' },
  ])
})

it('passes over buckets that are not there', () => {
  expect(bucketLines(buckets, [7])).toEqual([])
})
