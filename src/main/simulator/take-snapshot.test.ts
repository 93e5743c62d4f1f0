import { describe, expect, it } from 'vitest'
import { decodeSnapshot, encodeSnapshot } from '@shared/contract/snapshot-codec'
import type { SnapshotRow, SnapshotTotals } from '@shared/contract/snapshot'
import { finished, plainRun, richDesign, richScenario } from './rich-run.fixture'
import { Simulation } from './simulation'
import { simulationResult } from './simulation-result'
import { takeSnapshot } from './take-snapshot'

const CONTEXT = { runId: 'run-9', sequence: 2, isFinal: true, elapsedMs: 500 }
const FAMILIES = ['served', 'cacheHit', 'rejected', 'denied', 'throttled', 'quotaExceeded', 'error'] as const

const addUp = (rows: readonly SnapshotRow[]) =>
  Object.fromEntries(FAMILIES.map((family) => [family, rows.reduce((sum, row) => sum + row[family], 0)]))
const families = (totals: SnapshotTotals) => Object.fromEntries(FAMILIES.map((family) => [family, totals[family]]))

describe('a snapshot', () => {
  const simulation = finished(richDesign(), richScenario())
  const snapshot = takeSnapshot(simulation, CONTEXT)
  const result = simulationResult(simulation, richScenario(), 500)

  it('says the same as the result', () => {
    const { totals, byOutcome, cache, authorizer, latency, throttledByLevel } = result
    expect(snapshot.totals).toEqual({
      offered: totals.requests,
      served: byOutcome['INTEGRATED'],
      cacheHit: cache.hits,
      cacheMiss: cache.misses,
      rejected: totals.rejected,
      denied: totals.denied,
      throttled: totals.throttled,
      quotaExceeded: totals.quotaExceeded,
      blocked: totals.blocked,
      error: totals.errors,
      authorizerCalls: authorizer.calls,
      authorizerHits: authorizer.hits,
      throttledByLevel,
      latencyP50: latency.p50,
      latencyP95: latency.p95,
      latencyP99: latency.p99,
    })
    const { runId, sequence, isFinal, nowMs, durationMs, requestsPerSecondOfWallClock } = snapshot
    expect({ runId, sequence, isFinal, nowMs, durationMs, requestsPerSecondOfWallClock }).toEqual({
      runId: 'run-9',
      sequence: 2,
      isFinal: true,
      nowMs: 30_000,
      durationMs: 30_000,
      requestsPerSecondOfWallClock: totals.requests * 2,
    })
  })

  it('has tables by route and by key that add up to the totals', () => {
    expect(addUp(snapshot.routes)).toEqual(families(snapshot.totals))
    expect(addUp(snapshot.apiKeys)).toEqual(families(snapshot.totals))
    for (const row of [...snapshot.routes, ...snapshot.apiKeys]) {
      expect(FAMILIES.reduce((sum, family) => sum + row[family], 0)).toBe(row.offered)
    }
  })

  it('lists requests without a key first, then those with a wrong one, then keys by their traffic', () => {
    expect(snapshot.apiKeys.map(({ key }) => key)).toEqual(['', 'unknown key', 'acme', 'globex', 'initech', 'nobody'])
    const [, , ...keys] = snapshot.apiKeys.map(({ offered }) => offered)
    expect(keys).toEqual(keys.toSorted((a, b) => b - a))
  })

  it('has samples in order that name their row of the key table', () => {
    const ids = snapshot.samples.map(({ requestId }) => requestId)
    expect(ids).toEqual(ids.toSorted((a, b) => a - b))
    const names = new Set(snapshot.samples.map(({ apiKey }) => snapshot.apiKeys[apiKey]?.key))
    expect(names).toEqual(new Set(['', 'unknown key', 'acme', 'globex', 'initech', 'nobody']))
    const unkeyed = snapshot.samples.filter(({ route }) => snapshot.routes[route]?.key === 'GET /orders')
    expect(unkeyed.every(({ apiKey }) => apiKey === 0)).toBe(true)
  })

  it('is not changed by what the simulation does next', () => {
    const running = new Simulation(richDesign(), richScenario())
    running.run(2000)
    const early = takeSnapshot(running, CONTEXT)
    const copy = decodeSnapshot(encodeSnapshot(early))
    while (running.run(10_000));
    expect(early).toEqual(copy)
    expect([early.nowMs > 0, early.nowMs < 30_000]).toEqual([true, true])
  })

  it('of a run that nobody calls is all zeros and gaps', () => {
    const { design, scenario } = plainRun({ shape: { type: 'CONSTANT', ratePerSecond: 0 } }, { durationInSeconds: 1 })
    const { totals, series, samples } = takeSnapshot(finished(design, scenario), { ...CONTEXT, elapsedMs: 0 })
    expect({ totals, samples, offered: [...series.offered] }).toEqual({
      totals: {
        ...Object.fromEntries(
          [...FAMILIES, 'offered', 'cacheMiss', 'blocked', 'authorizerCalls', 'authorizerHits'].map((one) => [one, 0]),
        ),
        throttledByLevel: { planMethod: 0, plan: 0, method: 0, stage: 0, account: 0 },
        latencyP50: NaN,
        latencyP95: NaN,
        latencyP99: NaN,
      },
      samples: [],
      offered: Array.from({ length: 10 }, () => 0),
    })
  })
})
