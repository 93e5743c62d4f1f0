import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { orderDesign } from '@shared/design/order-design.fixture'
import type { Scenario } from '@shared/design/scenario'
import { runCost } from './run-cost'
import type { RunUsage } from './run-usage'
import { runVolumes } from './run-volumes'

const design: Design = {
  ...orderDesign(),
  functions: { 'create-order': { memorySize: 1024 }, session: { memorySize: 256 } },
}
const [rush] = design.scenarios as [Scenario]
const scenario: Scenario = { ...rush, sources: [{ ...rush.sources[0]!, routes: { 'POST /orders': 1 } }] }

/** An hour: a month is 730 of it. */
const usage: RunUsage = {
  durationInSeconds: 3600,
  requests: 1_000_000,
  refusedRequests: 200_000,
  cacheHits: 300_000,
  integrationCalls: 500_000,
  integrationMs: 50_000_000,
  authorizerCalls: 1000,
  authorizerMs: 25_000,
  responseBytes: 2 ** 31,
}

describe('runCost', () => {
  it('takes a run for a month of 730 hours, with the settings of its stage', () => {
    const { total, lines, assumptions } = runCost(design, scenario, usage)
    expect(lines.map(({ id, quantity, usd }) => [id, quantity, usd])).toEqual([
      ['requests', 584_000_000, 1868.3],
      ['data-transfer', 1460, 122.4],
      ['lambda-requests', 365_000_000, 73],
      ['lambda-duration', 36_500_000, 608.33455],
      ['authorizer-requests', 730_000, 0.146],
      ['authorizer-duration', 4562.5, 0.076042],
      ['cache', 730, 14.6],
    ])
    expect(total).toBe(2686.856592)
    expect(assumptions).toEqual([
      'The 3,600 seconds of the run stand for all 730 hours of a month.',
      'A month has 730 hours. No free tier of new accounts is taken off.',
      'Requests refused with 401, 403 or 429 are not charged.',
      'The 100 GB a month that every account may send for free are not used elsewhere.',
      'Not counted: metrics, alarms, traces, log storage, and services other than Lambda behind the API.',
    ])
  })

  it('says when the calls had to be shared out among functions', () => {
    expect(runCost(design, rush, usage).assumptions).toContain(
      'Calls of backends are shared out among functions as the traffic is among routes.',
    )
  })

  it('has no line for functions that were not called', () => {
    const idle = {
      ...usage,
      integrationCalls: 0,
      integrationMs: 0,
      authorizerCalls: 0,
      authorizerMs: 0,
      responseBytes: 0,
    }
    expect(runCost(design, scenario, idle).lines.map(({ id }) => id)).toEqual(['requests', 'cache'])
  })

  it('costs nothing for an API that is not there, and for a run without an end', () => {
    expect(runCost(design, { ...scenario, apiId: 'gone' }, usage)).toEqual({
      total: 0,
      lines: [],
      pricesAsOf: '2026-08-01',
      region: 'us-east-1',
      assumptions: [],
    })
    expect(runCost(design, scenario, { ...usage, durationInSeconds: 0 }).total).toBe(14.6)
  })

  it('gives the same for the same', () => {
    expect(runCost(design, rush, usage)).toEqual(runCost(design, rush, usage))
  })
})

describe('runVolumes', () => {
  it('can stand for a number of requests instead of a month', () => {
    const { volumes, assumptions } = runVolumes(design, design.apis[0]!, scenario, usage, 10_000_000)
    expect([volumes.requests, volumes.refusedRequests, volumes.lambda?.calls, assumptions[0]]).toEqual([
      10_000_000,
      2_000_000,
      5_000_000,
      'The 3,600 seconds of the run stand for all requests of a month.',
    ])
    expect(runVolumes(design, design.apis[0]!, scenario, { ...usage, requests: 0 }, 5).volumes.requests).toBe(0)
  })

  it('counts what a WebSocket API sends back as messages', () => {
    const api = {
      protocolType: 'WEBSOCKET',
      id: 'w',
      name: 'w',
      routeSelectionExpression: '$request.body.action',
      routes: {},
      integrations: {},
      authorizers: {},
      stages: {},
    } as const
    const { volumes } = runVolumes(design, api, scenario, usage)
    expect(volumes.requests).toBe(1_500_000 * 730)
    expect(runVolumes(design, api, scenario, { ...usage, responseBytes: 0 }).volumes.requests).toBe(1_000_000 * 730)
  })
})
