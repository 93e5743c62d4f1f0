import { describe, expect, it } from 'vitest'
import { OUTCOMES } from '@shared/outcome'
import { ALL_ROWS, rowsWithSum, sampleRows } from './table-rows'
import { rowWith } from './test-snapshot'

describe('rowsWithSum', () => {
  it('shows the busiest first, leaves out rows without requests and adds the rest up', () => {
    const rows = [
      rowWith('a', { offered: 1, served: 1 }),
      rowWith('b', {}),
      rowWith('c', { offered: 5, throttled: 3, served: 2 }),
    ]
    expect(rowsWithSum(rows)).toEqual([
      rowWith('c', { offered: 5, throttled: 3, served: 2 }),
      rowWith('a', { offered: 1, served: 1 }),
      rowWith(ALL_ROWS, { offered: 6, throttled: 3, served: 3 }),
    ])
  })
  it('needs no sum for a single row', () => {
    expect(rowsWithSum([rowWith('a', { offered: 1 })])).toEqual([rowWith('a', { offered: 1 })])
  })
})

describe('sampleRows', () => {
  const sample = (requestId: number, atMs: number, outcome: string, apiKey: number) => ({
    requestId,
    atMs,
    route: 0,
    apiKey,
    outcome: OUTCOMES.findIndex((name) => name === outcome),
    latencyMs: 12,
  })
  const snapshot = {
    routes: [rowWith('POST /orders', {})],
    apiKeys: [rowWith('', {}), rowWith('acme-web', {})],
    samples: [sample(9, 90, 'THROTTLED_METHOD', 1), sample(4, 40, 'INTEGRATED', 0)],
  }

  it('names route, key and outcome, in the order of time', () => {
    expect(sampleRows(snapshot, 'all')).toEqual([
      {
        requestId: 4,
        atMs: 40,
        routeKey: 'POST /orders',
        apiKey: null,
        outcome: 'INTEGRATED',
        status: 200,
        family: 'served',
        latencyMs: 12,
      },
      {
        requestId: 9,
        atMs: 90,
        routeKey: 'POST /orders',
        apiKey: 'acme-web',
        outcome: 'THROTTLED_METHOD',
        status: 429,
        family: 'throttled',
        latencyMs: 12,
      },
    ])
  })
  it('keeps one family when asked for', () => {
    expect(sampleRows(snapshot, 'throttled').map(({ requestId }) => requestId)).toEqual([9])
  })
})
