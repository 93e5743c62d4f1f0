import { expect, test } from 'vitest'
import { barRows } from './bar-rows'
import { snapshotOf } from './snapshot.fixture'

test('rates of steps become numbers of calls in bars', () => {
  const offered = [10, 0, 0, 0, 0, 20, NaN, NaN]
  const snapshot = snapshotOf({ durationMs: 12_000, stepMs: 100 }, { offered, served: [10, 0, 0, 30, 0, 20, NaN, NaN] })
  expect(barRows(snapshot, ['served'])).toEqual({
    widthMs: 200,
    rows: [
      { timeMs: 0, served: 1 },
      { timeMs: 200, served: 3 },
      { timeMs: 400, served: 2 },
    ],
  })
})

test('a bar is a number of whole steps, and there are at most 60', () => {
  const widths = [4_000, 12_000, 30_000, 60_000, 400_000, 4_800_000].map((durationMs) => {
    const stepMs = [100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000].find((step) => durationMs / step <= 200)!
    return [stepMs, barRows(snapshotOf({ durationMs, stepMs }, { offered: [] }), []).widthMs]
  })
  expect(widths).toEqual([
    [100, 100],
    [100, 200],
    [200, 1000],
    [500, 1000],
    [2000, 10_000],
    [30_000, 120_000],
  ])
})
