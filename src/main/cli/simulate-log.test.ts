import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SimulationResult } from '@shared/contract/simulation'
import { orderDesign } from '@shared/design/order-design.fixture'
import type { Scenario } from '@shared/design/scenario'
import { writeProject } from '../project-format/write-project'
import { temporaryFolder } from '../storage/testing/temporary-folder'
import { runMain, type MainRun } from './testing/run-main'

const LOG = [
  '203.0.113.7 - ada [02/Mar/2026:08:00:00 +0000] "GET /prod/orders/7 HTTP/1.1" 200 512',
  '203.0.113.7 - bob [02/Mar/2026:08:00:00 +0000] "GET /prod/orders/8 HTTP/1.1" 200 512',
  'not a line of this log',
  '203.0.113.7 - ada [02/Mar/2026:08:00:02 +0000] "GET /prod/orders/7 HTTP/1.1" 200 512',
  '203.0.113.7 - ada [02/Mar/2026:08:00:03 +0000] "DELETE /prod/orders/7 HTTP/1.1" 403 512',
  '203.0.113.7 - ada [02/Mar/2026:08:09:00 +0000] "GET /prod/orders/7 HTTP/1.1" 200 512',
]

/** A project that plays a log, and the log beside it. */
function projectWith(file: string): string {
  const folder = temporaryFolder()
  const [rush] = orderDesign().scenarios
  const scenario: Scenario = {
    ...rush!,
    checks: [],
    sources: [
      {
        name: 'monday',
        shape: { type: 'REPLAY', file },
        routes: {},
        items: { count: 10, distribution: 'UNIFORM' },
      },
    ],
  }
  mkdirSync(join(folder, 'logs'))
  writeFileSync(join(folder, 'logs/monday.log'), LOG.join('\n'))
  const path = join(folder, 'orders.gatewright.yaml')
  writeFileSync(path, writeProject({ ...orderDesign(), scenarios: [scenario] }))
  return path
}

function simulated(...args: string[]): Promise<MainRun> {
  return runMain(['simulate', ...args], '9.8.7')
}

describe('simulate with a log', () => {
  it('plays its requests at their times, up to the end of the run, and says what it left out', async () => {
    const { code, out } = await simulated(projectWith('logs/monday.log'), '--json')
    const { routes, timeSeries, cache, replays } = JSON.parse(out) as SimulationResult
    expect(code).toBe(0)
    expect(routes.filter(({ requests }) => requests > 0)).toMatchObject([{ key: 'GET /orders/{id}', requests: 3 }])
    expect(timeSeries.requests.slice(0, 4)).toEqual([2, 0, 1, 0])
    // The third request is the first one again.
    expect([cache.hits, cache.misses]).toEqual([1, 2])
    expect(replays).toEqual([
      {
        source: 'monday',
        lines: 6,
        unreadable: 1,
        unknownRoutes: 1,
        otherRoutes: 0,
        late: 0,
        problems: [
          { line: 3, reason: 'is not in the common log format' },
          { line: 5, reason: 'calls DELETE /prod/orders/7, which the API does not have' },
        ],
      },
    ])
  })

  it('prints what it left out', async () => {
    const { out } = await simulated(projectWith('logs/monday.log'))
    expect(out).toContain('  monday played 4 lines of its log; left out: 1 line that cannot be read, 1 line of routes')
    expect(out).toContain('    line 3 is not in the common log format')
  })

  it.each(['logs/gone.log', 'logs', '../other.log'])('refuses %s, once, with its place', async (file) => {
    const { code, out, err } = await simulated(projectWith(file), '--json')
    expect([code, out]).toEqual([2, ''])
    expect(err.match(/ at \/sources\/0\/shape\/file: Traffic source monday: /g)?.length).toBe(1)
  })
})
