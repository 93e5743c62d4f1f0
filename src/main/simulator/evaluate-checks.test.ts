import { describe, expect, it } from 'vitest'
import type { ScenarioCheck } from '@shared/design/scenario'
import { SCENARIO_METRICS, WEB_SOCKET_METRICS } from '@shared/design/scenario'
import { evaluateChecks } from './evaluate-checks'
import { finished, plainRun, richDesign, richScenario } from './rich-run.fixture'
import { simulationResult } from './simulation-result'

describe('checks', () => {
  const figures = simulationResult(finished(richDesign(), richScenario()), richScenario(), 1)
  const judged = (...checks: ScenarioCheck[]) => evaluateChecks(checks, figures)

  it('compare every metric with what the run showed', () => {
    const { totals, cache, latency, authorizer, answers, cost } = figures
    const expected = {
      requests: totals.requests,
      admitted: totals.admitted,
      throttled: totals.throttled,
      throttledShare: totals.throttled / totals.requests,
      cacheHitRatio: cache.hitRatio,
      errorShare: totals.errors / totals.requests,
      latencyP50: latency.p50,
      latencyP95: latency.p95,
      latencyP99: latency.p99,
      authorizerCalls: authorizer.calls,
      leakedReads: answers.leakedReads,
      staleReads: answers.staleReads,
      allowedAfterRevocation: answers.allowedAfterRevocation,
      retries: answers.retries.attempts,
      quotaExceeded: totals.quotaExceeded,
      monthlyCost: cost.total,
    }
    const asked = SCENARIO_METRICS.filter((metric) => !WEB_SOCKET_METRICS.has(metric))
    const checks = judged(...asked.map((metric) => ({ metric, operator: '>' as const, value: -1 })))
    expect(Object.fromEntries(checks.map(({ metric, actual }) => [metric, actual]))).toEqual(expected)
    expect(checks.every(({ passed }) => passed)).toBe(true)
  })

  it('know five ways to compare', () => {
    const requests = figures.totals.requests
    const outcomes = ([-1, 0, 1] as const).map((off) =>
      judged(
        ...(['<', '<=', '==', '>=', '>'] as const).map((operator) => ({
          metric: 'requests' as const,
          operator,
          value: requests + off,
        })),
      ).map(({ passed }) => passed),
    )
    expect(outcomes).toEqual([
      [false, false, false, true, true],
      [false, true, true, true, false],
      [true, true, false, false, false],
    ])
  })

  it('look at one key or one route where they name it', () => {
    const key = figures.apiKeys.find(({ key: name }) => name === 'acme')!
    const route = figures.routes.find(({ key: name }) => name === 'PUT /orders')!
    const check = { operator: '>=', value: 0 } as const
    expect(
      judged(
        { metric: 'throttledShare', apiKey: 'acme', ...check },
        { metric: 'throttled', route: 'PUT /orders', ...check },
        { metric: 'throttled', apiKey: 'globex', operator: '<', value: 0 },
      ).map(({ actual, passed }) => [actual, passed]),
    ).toEqual([
      [key.throttled / key.requests, true],
      [route.throttled, true],
      [figures.apiKeys.find(({ key: name }) => name === 'globex')!.throttled, false],
    ])
  })

  it('look at the latency of one route, its hit ratio and its errors where they name it', () => {
    const route = 'GET /items/{id}'
    const metrics = ['latencyP50', 'latencyP99', 'cacheHitRatio', 'errorShare', 'quotaExceeded'] as const
    const scenario = richScenario({
      checks: metrics.map((metric) => ({ metric, route, operator: '>=', value: 0 })),
    })
    const simulation = finished(richDesign(), scenario)
    const { checks, routes, answers } = simulationResult(simulation, scenario, 1)
    const row = routes.find(({ key }) => key === route)!
    const [p50, p99] = simulation.routeLatencies!.byRouteKey.get(route)!.percentiles([0.5, 0.99])
    const failed = ['INTEGRATION_SERVER_ERROR', 'INTEGRATION_TIMEOUT', 'AUTHORIZER_CONFIGURATION_ERROR']
    const errors = failed.reduce((sum, name) => sum + (row.outcomes[name] ?? 0), 0)
    expect(checks.map(({ actual }) => actual)).toEqual([
      p50,
      p99,
      answers.hitRatioByRoute[route],
      errors / row.requests,
      row.outcomes['QUOTA_EXCEEDED'],
    ])
    const measured = Object.values(row.outcomes).length > 0 && p50! < p99! && p99 !== figures.latency.p99
    expect(measured).toBe(true)
  })

  it('fail where the run has no value', () => {
    const { design, scenario } = plainRun({ shape: { type: 'CONSTANT', ratePerSecond: 0 } }, { durationInSeconds: 1 })
    const empty = simulationResult(finished(design, scenario), scenario, 1)
    const checks = (['cacheHitRatio', 'throttledShare', 'errorShare'] as const).map((metric) => ({
      metric,
      operator: '<=' as const,
      value: 1,
    }))
    expect(evaluateChecks(checks, empty)).toEqual(checks.map((check) => ({ ...check, actual: 0, passed: false })))
  })
})
