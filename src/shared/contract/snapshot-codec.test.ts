import { describe, expect, it } from 'vitest'
import { SERIES_NAMES, type SeriesName, type Snapshot, type SnapshotRow, type SnapshotTotals } from './snapshot'
import { decodeSnapshot, encodeSnapshot } from './snapshot-codec'

const series = (steps: number): Snapshot['series'] =>
  Object.fromEntries(
    SERIES_NAMES.map((name, at) => [
      name,
      Float64Array.from({ length: steps }, (_, i) => (i === 1 ? NaN : at + i / 7)),
    ]),
  ) as Record<SeriesName, Float64Array>

const row = (key: string, first: number): SnapshotRow => ({
  key,
  offered: first,
  served: first + 1,
  cacheHit: first + 2,
  throttled: first + 3,
  quotaExceeded: first + 4,
  denied: first + 5,
  rejected: first + 6,
  error: first + 7,
})

const totals: SnapshotTotals = {
  offered: 1,
  served: 2,
  cacheHit: 3,
  cacheMiss: 4,
  rejected: 5,
  denied: 6,
  throttled: 7,
  quotaExceeded: 8,
  blocked: 9,
  error: 10,
  authorizerCalls: 11,
  authorizerHits: 12,
  throttledByLevel: { planMethod: 13, plan: 14, method: 15, stage: 16, account: 2 ** 40 },
  latencyP50: NaN,
  latencyP95: 0.125,
  latencyP99: 29_000.5,
}

function snapshot(names: readonly string[] = ['GET /a', 'POST /b']): Snapshot {
  return {
    runId: 'run-1',
    sequence: 3,
    nowMs: 1234.5,
    durationMs: 60_000,
    isFinal: false,
    requestsPerSecondOfWallClock: 1e6 / 3,
    stepMs: 500,
    series: series(5),
    bucketSeries: [Float64Array.of(1, 2, 3, NaN, NaN), Float64Array.of(0.1, -0, 5, NaN, NaN)],
    buckets: [
      { label: names[0]!, level: 'method', rateLimit: 100, burstLimit: 50 },
      { label: 'us-east-1', level: 'account', rateLimit: 10_000, burstLimit: 5000 },
    ],
    totals,
    routes: names.map((name, at) => row(name, at * 100)),
    apiKeys: [row('', 1000), row(names[0]!, 2000)],
    samples: [
      { requestId: 2 ** 31 + 5, atMs: 0.001, route: 1, apiKey: 0, outcome: 9, latencyMs: 0 },
      { requestId: 7, atMs: 59_999.9, route: 0, apiKey: -1, outcome: 0, latencyMs: 1.5 },
    ],
  }
}

describe('the snapshot codec', () => {
  it('gives back every member, gaps included', () => {
    const one = snapshot()
    expect(decodeSnapshot(encodeSnapshot(one))).toEqual(one)
  })

  it('carries names in any language, and any length of them', () => {
    for (let length = 0; length < 20; length++) {
      const names = [`GET /ünïcode/${'x'.repeat(length)}`, `ключ 日本 🚀 "\\ \u2028\u0000${'é'.repeat(length)}`]
      const one = snapshot(names)
      expect(decodeSnapshot(encodeSnapshot(one))).toEqual(one)
    }
  })

  it('carries a run of nothing', () => {
    const one: Snapshot = {
      ...snapshot(),
      series: series(0),
      bucketSeries: [],
      buckets: [],
      routes: [],
      apiKeys: [],
      samples: [],
    }
    expect(decodeSnapshot(encodeSnapshot(one))).toEqual(one)
  })

  it('copies the series into its frame, and reads them without a copy', () => {
    const one = snapshot()
    const frame = encodeSnapshot(one)
    one.series.offered[0] = 99
    const decoded = decodeSnapshot(frame)
    expect([decoded.series.offered[0], decoded.series.offered.buffer === frame]).toEqual([0, true])
  })

  it('takes eight bytes a number and little more', () => {
    const numbers = SERIES_NAMES.length * 5 + 2 * 5 + 20 + 4 * 8 + 2 * 6
    const { byteLength } = encodeSnapshot(snapshot())
    expect([byteLength >= numbers * 8, byteLength < numbers * 8 + 600]).toEqual([true, true])
  })
})
