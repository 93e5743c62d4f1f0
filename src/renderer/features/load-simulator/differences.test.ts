import { describe, expect, it } from 'vitest'
import { differenceRows, differenceText } from './differences'
import { kpiDifference } from './kpi-difference'
import { EMPTY_TILES, tilesOf } from './kpi-text'
import { kpiValues } from './kpi-values'
import { resultWith } from './test-result'
import { totalsWith } from './test-snapshot'

const mine = resultWith()
const theirs = resultWith({
  totals: { ...mine.totals, throttled: 250, admitted: 750 },
  latency: { ...mine.latency, p95: 120 },
})

describe('differenceRows', () => {
  it('has every figure that either run has, and says which run is better where that can be said', () => {
    const rows = differenceRows(mine, theirs).map(({ id, mine: a, theirs: b, verdict }) => [id, a, b, verdict])
    expect(rows.filter(([, a, b]) => a !== b)).toEqual([
      ['admitted', 900, 750, 'better'],
      ['throttled', 100, 250, 'better'],
      ['throttledShare', 0.1, 0.25, 'better'],
      ['p95', 180, 120, 'worse'],
    ])
    expect(rows.filter(([, , , verdict]) => verdict === 'same').map(([id]) => id)).toEqual([
      'requests',
      'p50',
      'p99',
      'max',
      'clientP95',
      'integrationCalls',
      'inFlight',
      'amplification',
      'cost',
    ])
  })
})

describe('differenceText', () => {
  it('tells by how much, in the unit and relatively', () => {
    expect([
      differenceText(1200, 1000, 'count'),
      differenceText(0.1, 0.25, 'share'),
      differenceText(180, 120, 'ms'),
      differenceText(100, 2500, 'usd'),
      differenceText(5, 0, 'count'),
      differenceText(7, 7, 'count'),
      differenceText(NaN, 7, 'share'),
    ]).toEqual(['+200 (+20 %)', '−15 points', '+60 ms (+50 %)', '−$2,400 (−96 %)', '+5', 'same', 'only one run has it'])
  })
})

describe('tiles', () => {
  const totals = totalsWith({ offered: 1000, served: 900, throttled: 100, latencyP95: 180 })
  const tiles = tilesOf(kpiValues(totals), mine.cost)
  const others = tilesOf(kpiValues({ ...totals, throttled: 250, latencyP95: 120 }), null)
  it('are seven, and none has a figure before the first run', () => {
    expect(tiles.map(({ name }) => name)).toEqual(EMPTY_TILES.map(({ name }) => name))
    expect(EMPTY_TILES.map(({ text }) => text)).toEqual(Array.from({ length: 7 }, () => '–'))
  })
  it('tell what they were in the other run', () => {
    expect(tiles.map((tile, index) => kpiDifference(tile, others[index]!))).toEqual([
      { text: 'the same', verdict: 'same' },
      { text: 'the same', verdict: 'same' },
      { text: 'vs 25.0 %, −15.0 pt', verdict: 'better' },
      { text: 'vs off', verdict: 'other' },
      { text: 'vs 120 ms, +60 ms', verdict: 'worse' },
      { text: 'the same', verdict: 'same' },
      { text: 'vs –', verdict: 'other' },
    ])
  })
})
