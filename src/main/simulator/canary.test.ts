import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { deploy } from '@shared/design/edits/deploy'
import { updateMethod } from '@shared/design/edits/update-method'
import { addRoute } from '@shared/design/edits/add-route'
import { updateStage } from '@shared/design/edits/update-stage'
import type { CanarySettings } from '@shared/design/stage'
import { explain } from './explain'
import { endedRun, WITHOUT_BREAK } from './played-run.fixture'
import { finished, plainRun } from './rich-run.fixture'
import { simulationResult } from './simulation-result'
import { takeSnapshot } from './take-snapshot'

const REQUESTS = 60_000
const { design: plain, scenario } = plainRun({ shape: { type: 'CONSTANT', ratePerSecond: 1000 } })
const API = plain.apis[0]!.id

/** GET / as it was deployed, and as it stands: with a key that nobody sends. */
function withCanary(canarySettings: CanarySettings): Design {
  const deployed = deploy(plain, API, 'prod', { id: 'dep001', createdDate: '2026-01-01T00:00:00Z' })
  const edited = updateMethod(deployed, API, '/', 'GET', { apiKeyRequired: true })
  return updateStage(edited, API, 'prod', { canarySettings })
}

const resultOf = (design: Design) => simulationResult(finished(design, scenario), scenario, 1)

describe('a stage with a canary', () => {
  it('sends its share of the requests there, at random', () => {
    const { totals, canary, byOutcome } = resultOf(withCanary({ percentTraffic: 10 }))
    const spread = 4 * Math.sqrt(REQUESTS * 0.1 * 0.9)
    expect(totals.requests).toBe(REQUESTS)
    expect(Math.abs(canary!.requests - REQUESTS / 10)).toBeLessThan(spread)
    expect([byOutcome['INVALID_API_KEY'], byOutcome['INTEGRATED']]).toEqual([
      canary!.requests,
      REQUESTS - canary!.requests,
    ])
  })

  it.each([
    [0, 0],
    [100, REQUESTS],
  ])('sends none or all with a share of %i percent', (percentTraffic, requests) => {
    expect(resultOf(withCanary({ percentTraffic })).canary?.requests).toBe(requests)
  })

  it('has one row for a route, whoever answered it', () => {
    const simulation = finished(withCanary({ percentTraffic: 50 }), scenario)
    const { routes } = takeSnapshot(simulation, { runId: 'r', sequence: 0, isFinal: true, elapsedMs: 1 })
    expect(routes.map(({ key, offered }) => [key, offered])).toEqual([['GET /', REQUESTS]])
    expect(simulationResult(simulation, scenario, 1).routes.map(({ key, requests }) => [key, requests])).toEqual([
      ['GET /', REQUESTS],
    ])
  })

  it('answers a route that only one of the two has from the one that has it', () => {
    const more = addRoute(withCanary({ percentTraffic: 50 }), API, '/new', 'GET')
    const asked = { ...scenario, sources: [{ ...scenario.sources[0]!, routes: { 'GET /new': 1 } }] }
    const result = simulationResult(finished(more, asked), asked, 1)
    expect([result.canary?.requests, result.byOutcome]).toEqual([REQUESTS, { INTEGRATED: REQUESTS }])
  })

  it('says of a sampled request who answered it', async () => {
    const design = withCanary({ percentTraffic: 50 })
    const snapshot = takeSnapshot(finished(design, scenario), {
      runId: 'r',
      sequence: 0,
      isFinal: true,
      elapsedMs: 1,
    })
    const asked = snapshot.samples.filter((_, at) => at % 20 === 0)
    const told = await Promise.all(
      asked.map(async ({ requestId }) => {
        const run = endedRun({ design, scenario })
        const { isCanary, routeKey, trace } = (await explain(run, requestId, WITHOUT_BREAK))!
        return [routeKey, isCanary, trace.some(({ step }) => step === 'api-key')] as const
      }),
    )
    expect(told.every(([routeKey, isCanary, isKeyed]) => routeKey === 'GET /' && isCanary === isKeyed)).toBe(true)
    expect(new Set(told.map(([, isCanary]) => isCanary))).toEqual(new Set([true, false]))
  })

  it('changes nothing about who comes when', () => {
    const seconds = (design: Design): readonly number[] => resultOf(design).timeSeries.requests
    expect(seconds(withCanary({ percentTraffic: 30 }))).toEqual(seconds(plain))
  })
})

it('a stage without a canary has no part for it in its result', () => {
  expect(resultOf(plain)).not.toHaveProperty('canary')
})
