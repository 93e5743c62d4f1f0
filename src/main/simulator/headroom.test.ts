import { describe, expect, it } from 'vitest'
import type { Headroom } from '@shared/contract/simulation'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import { finished, plainRun, richDesign, richScenario } from './rich-run.fixture'
import { simulationAnswers } from './simulation-answers'

function headroomOf(design: Design, scenario: Scenario): readonly Headroom[] {
  return simulationAnswers(finished(design, scenario)).headroom
}

describe('headroom', () => {
  it('is the busiest second of each limit, refused requests included, beside the rate', () => {
    const { design, scenario } = plainRun(
      { shape: { type: 'BURST', count: 70, at: 10, everyInSeconds: 20 } },
      {},
      { '/GET': { throttlingRateLimit: 57, throttlingBurstLimit: 40 } },
    )
    const steady = { name: 'steady', routes: { 'GET /': 1 }, shape: { type: 'CONSTANT', ratePerSecond: 10 } } as const
    const both = { ...scenario, sources: [...scenario.sources, steady] }
    // The account is asked for what the method let through: of the burst 40 that were in the bucket, and what it regained in a second.
    expect(
      headroomOf({ ...design, account: { throttleSettings: { rateLimit: 1000, burstLimit: 1000 } } }, both),
    ).toEqual([
      { label: 'GET /', level: 'method', used: 80, limit: 57 },
      { label: 'us-east-1', level: 'account', used: 49, limit: 1000 },
    ])
  })

  it('knows what was used of quotas, and is sorted by how full they are', () => {
    const rows = headroomOf(richDesign(), richScenario())
    const fullness = rows.map(({ used, limit }) => used / limit)
    expect(fullness).toEqual(fullness.toSorted((a, b) => b - a))
    expect(rows.find(({ level }) => level === 'quota')).toEqual({
      label: 'initech on Free, a day',
      level: 'quota',
      used: 100,
      limit: 100,
    })
    const labels = (level: Headroom['level']): string[] =>
      rows.flatMap((row) => (row.level === level ? [row.label] : [])).sort()
    expect([labels('plan'), labels('planMethod'), labels('concurrency')]).toEqual([
      ['acme on Gold', 'globex on Gold'],
      ['acme on Gold, PUT /orders', 'globex on Gold, PUT /orders'],
      ['GET /small'],
    ])
  })

  it('has the fullest day of a quota that began anew', () => {
    const { design, scenario } = plainRun({
      shape: { type: 'CONSTANT', ratePerSecond: 0.01 },
      apiKeys: { names: ['acme'], distribution: 'UNIFORM' },
    })
    const rich = richDesign()
    const [api] = design.apis
    const method = {
      ...(api as Extract<typeof api, { protocolType: 'REST' }>).resources['/']!.methods.GET!,
      apiKeyRequired: true,
    }
    const plan = {
      ...rich.usagePlans[1]!,
      quota: { limit: 5000, period: 'DAY' as const },
      apiStages: [{ apiId: api!.id, stage: 'prod' }],
      keyIds: ['key0'],
    }
    const keyed = {
      ...design,
      apis: [{ ...api!, resources: { '/': { methods: { GET: method } } } } as Design['apis'][number]],
      apiKeys: rich.apiKeys,
      usagePlans: [plan],
    }
    // Two days and a quarter at one request in a hundred seconds.
    const rows = headroomOf(keyed, { ...scenario, durationInSeconds: 2.25 * 86_400 })
    expect(rows.find(({ level }) => level === 'quota')).toEqual({
      label: 'acme on Free, a day',
      level: 'quota',
      used: 864,
      limit: 5000,
    })
  })
})
