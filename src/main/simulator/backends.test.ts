import { describe, expect, it } from 'vitest'
import type { Scenario } from '@shared/design/scenario'
import { OUTCOMES, type OutcomeName } from '@shared/outcome'
import { finished, plainRun, richDesign, richScenario } from './rich-run.fixture'
import { meanRate } from './mean-rate'

function outcomesOf(
  backends: Scenario['backends'],
  ratePerSecond = 1000,
  timeoutInMillis?: number,
): (name: OutcomeName) => number {
  const { design, scenario } = plainRun(
    { shape: { type: 'CONSTANT', ratePerSecond } },
    { durationInSeconds: 20, backends },
  )
  const api = design.apis[0]! as Extract<(typeof design.apis)[0], { protocolType: 'REST' }>
  const get = api.resources['/']!.methods.GET!
  const integration = { ...get.integration!, ...(timeoutInMillis === undefined ? {} : { timeoutInMillis }) }
  const apis = [{ ...api, resources: { '/': { methods: { GET: { ...get, integration } } } } }]
  const totals = finished({ ...design, apis }, scenario).recorder.totals()
  return (name) => totals[OUTCOMES.indexOf(name)]!
}

/** Within four standard errors of a share of 20,000. */
function expectShare(count: number, share: number): void {
  expect(Math.abs(count / 20_000 - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 20_000))
}

describe('backends', () => {
  it('fail as often as the scenario says, and a late answer is a timeout whatever it would have been', () => {
    const exponential = { distribution: 'EXPONENTIAL', meanMs: 100 } as const
    const outcomes = outcomesOf({ '*': { latency: exponential, errorRate: 0.2 } }, 1000, 150)
    const late = Math.exp(-1.5)
    expectShare(outcomes('INTEGRATION_TIMEOUT'), late)
    expectShare(outcomes('INTEGRATION_SERVER_ERROR'), 0.2 * (1 - late))
    expectShare(outcomes('INTEGRATED'), 0.8 * (1 - late))
  })

  it('answer in time when they take exactly the timeout', () => {
    const outcomes = outcomesOf({ '*': { latency: { distribution: 'CONSTANT', valueMs: 150 } } }, 100, 150)
    expect([outcomes('INTEGRATED'), outcomes('INTEGRATION_TIMEOUT')]).toEqual([2000, 0])
  })

  it('work on as many calls as their limit allows, and take the next as one is done', () => {
    // One call every 10 ms, each 100 ms of work: with 5 places, 5 of 10 are taken.
    const outcomes = outcomesOf(
      { 'GET /': { latency: { distribution: 'CONSTANT', valueMs: 100 }, concurrencyLimit: 5 } },
      100,
    )
    expect([outcomes('INTEGRATED'), outcomes('BLOCKED')]).toEqual([1000, 1000])
    const enough = outcomesOf(
      { 'GET /': { latency: { distribution: 'CONSTANT', valueMs: 100 }, concurrencyLimit: 10 } },
      100,
    )
    expect([enough('INTEGRATED'), enough('BLOCKED')]).toEqual([2000, 0])
  })

  it('are those of the route, else those of all routes', () => {
    const latency = { distribution: 'CONSTANT', valueMs: 1 } as const
    const own = outcomesOf({ 'GET /': { latency }, '*': { latency, errorRate: 1 } })
    const all = outcomesOf({ 'GET /other': { latency }, '*': { latency, errorRate: 1 } })
    expect([own('INTEGRATED'), all('INTEGRATION_SERVER_ERROR')]).toEqual([20_000, 20_000])
  })
})

describe('the authorizer of a simulation', () => {
  it('denies the share of callers that the source says, each always alike', () => {
    const source = {
      ...richScenario().sources[0]!,
      missingTokens: 0,
      identities: { count: 2000, distribution: 'UNIFORM' as const },
    }
    const shape = { type: 'CONSTANT', ratePerSecond: 100 } as const
    const sources = [{ ...source, shape, routes: { 'GET /items/{id}': 1 }, deniedIdentities: 0.25 }]
    const authorizer = { latency: { distribution: 'CONSTANT', valueMs: 0 }, errorRate: 0 } as const
    const { recorder, requests } = finished(richDesign(), richScenario({ durationInSeconds: 200, sources, authorizer }))
    const denied = recorder.totals()[OUTCOMES.indexOf('ACCESS_DENIED_EXPLICIT')]!
    // 2,000 callers are drawn, so their share is off by up to four times 0.0097.
    expect(Math.abs(denied / requests - 0.25)).toBeLessThan(0.04)
  })

  it('fails as often as the scenario says, and is asked again', () => {
    const sources = [
      {
        ...richScenario().sources[0]!,
        missingTokens: 0,
        shape: { type: 'CONSTANT' as const, ratePerSecond: 100 },
        routes: { 'GET /items/{id}': 1 },
      },
    ]
    const authorizer = { latency: { distribution: 'CONSTANT', valueMs: 0 }, errorRate: 0.5 } as const
    const { recorder, runtime } = finished(richDesign(), richScenario({ durationInSeconds: 200, sources, authorizer }))
    const failed = recorder.totals()[OUTCOMES.indexOf('AUTHORIZER_CONFIGURATION_ERROR')]!
    const calls = runtime.counters.authorizerCalls
    expect(Math.abs(failed / calls - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / calls))
  })
})

describe('the mean rate of a scenario', () => {
  it('adds up its sources over the run', () => {
    const shapes = [
      { type: 'CONSTANT', ratePerSecond: 10 },
      { type: 'POISSON', ratePerSecond: 20, from: 10, to: 60 },
      { type: 'RAMP', fromRatePerSecond: 0, toRatePerSecond: 8 },
      { type: 'BURST', count: 50, at: 20 },
      { type: 'BURST', count: 10, at: 0, everyInSeconds: 25 },
    ] as const
    const sources = shapes.map((shape, at) => ({ name: `${at}`, routes: { 'GET /orders': 1 }, shape }))
    expect(meanRate(richScenario({ durationInSeconds: 100, sources }))).toBeCloseTo(10 + 10 + 4 + 0.5 + 0.4, 9)
  })
})
