import { describe, expect, it } from 'vitest'
import type { SimulationResult } from '@shared/contract/simulation'
import { finished, plainRun } from '../simulator/rich-run.fixture'
import { simulationResult } from '../simulator/simulation-result'
import { simulationText } from './simulation-text'

const { design, scenario } = plainRun({ shape: { type: 'CONSTANT', ratePerSecond: 10 } }, { durationInSeconds: 5 })
const plain = simulationResult(finished(design, scenario), scenario, 1)

function linesOf(result: SimulationResult): string[] {
  return simulationText(result).split('\n')
}

describe('simulationText', () => {
  it('says nothing of what there was none of', () => {
    const result = { ...plain, cost: { ...plain.cost, total: 0, lines: [] } }
    expect(linesOf(result).slice(1)).toEqual([
      '',
      '  admitted   50 (100.0 %)',
      '  throttled  0 (0.0 %)',
      expect.stringMatching(/^ {2}latency {4}p50 \d+ ms, p95 \d+ ms, p99 \d+ ms$/),
      '',
      '  Route      requests      admitted     throttled',
      '  GET /            50            50             0',
    ])
  })

  it('says what charts do not show', () => {
    const lines = linesOf({
      ...plain,
      answers: {
        leakedReads: 12,
        staleReads: 3400,
        allowedAfterRevocation: 5,
        revocationDelayInSeconds: 299.6,
        cacheEvictions: 7,
        hitRatioByRoute: {},
        retries: { attempts: 1500, amplification: 2.5, givenUp: 20 },
        clientLatency: { p50: 100, p95: 2000, p99: 61_000 },
        backend: { queued: 1000, meanWaitMs: 1250, coldStarts: 8 },
        headroom: [
          { label: 'GET /', level: 'method', used: 120, limit: 100 },
          { label: 'acme on Free, a day', level: 'quota', used: 90, limit: 100 },
          { label: 'us-east-1', level: 'account', used: 79, limit: 100 },
        ],
      },
    })
    expect(lines.slice(5, 16)).toEqual([
      '  clients    waited p50 100 ms, p95 2.00 s, p99 61.00 s',
      '  retries    1,500, 2.50 requests for each first attempt, 20 given up',
      '  queued     1,000 calls, 1.25 s on average',
      '  cold       8 starts of functions',
      '  LEAKED     12 cached answers went to another caller',
      '  stale      3,400 cached answers were out of date',
      '  revoked    5 requests let through after it, the last 300 s later',
      '  evicted    7 entries of the cache',
      '  limit      GET /: 120 of 100 a second in its busiest',
      '  limit      acme on Free, a day: 90 of 100',
      '',
    ])
  })

  it('ends with what a month costs, the amounts one below the other', () => {
    const line = (label: string, usd: number) => ({
      id: label,
      label,
      quantity: 1,
      unit: 'requests',
      usd,
      detail: 'so',
    })
    const lines = linesOf({
      ...plain,
      cost: {
        total: 1234.5,
        lines: [line('Requests', 1200), line('Cache', 34.5), line('Nothing', 0)],
        pricesAsOf: '2026-08-01',
        region: 'us-east-1',
        assumptions: [],
      },
    })
    expect(lines.slice(-3)).toEqual([
      '  A month of this traffic costs $1,234.50 (us-east-1, prices of 2026-08-01):',
      '  $1,200.00  Requests, so',
      '     $34.50  Cache, so',
    ])
  })
})
