import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkDesign } from '@shared/design/checks/check-design'
import { effectiveThrottle } from '@shared/design/method-settings'
import { findRestApi, restRoutes } from '@shared/design/route-key'
import type { Scenario, TrafficShape } from '@shared/design/scenario'
import { importDocument } from '../importers/import-document'
import { SAMPLE_TOPICS, type SampleTopic } from './sample-topics'

function sampleOf(topic: SampleTopic) {
  const report = importDocument(new Uint8Array(readFileSync(topic.design)), basename(topic.design))
  const design = report.design!
  const scenario = design.scenarios.find(({ name }) => name === topic.scenario)!
  return { report, design, scenario }
}

const topicOf = (name: string): SampleTopic => SAMPLE_TOPICS.find(({ topic }) => topic === name)!

/** Requests offered in each second by evenly spaced shapes. */
function offered({ sources, durationInSeconds }: Scenario): number[] {
  const inSecond = (shape: TrafficShape, second: number): number => {
    if (shape.type === 'CONSTANT') return second >= (shape.from ?? 0) ? shape.ratePerSecond : 0
    return shape.type === 'BURST' && shape.at === second && (shape.spreadInSeconds ?? 0) <= 1 ? shape.count : 0
  }
  return Array.from({ length: durationInSeconds }, (_, second) =>
    sources.reduce((sum, { shape }) => sum + inSecond(shape, second), 0),
  )
}

describe('the samples that simulate lists', () => {
  it('have a topic each, those that scripts ask for among them', () => {
    const topics = SAMPLE_TOPICS.map(({ topic }) => topic)
    expect(new Set(topics).size).toBe(topics.length)
    expect(topics).toEqual(expect.arrayContaining(['token-bucket', 'loss', 'speed']))
  })

  it.each(SAMPLE_TOPICS.map((topic) => [topic.topic, topic] as const))(
    '%s is a project without errors that has the scenario',
    (_, topic) => {
      const { report, design, scenario } = sampleOf(topic)
      expect(report.diagnostics).toEqual([])
      expect(checkDesign(design).filter(({ severity }) => severity === 'error')).toEqual([])
      expect(scenario.name).toBe(topic.scenario)
    },
  )

  it.each(['token-bucket', 'guide-burst'])('%s has the limit it says, and no other that counts', (name) => {
    const topic = topicOf(name)
    const { design, scenario } = sampleOf(topic)
    const api = findRestApi(design, scenario.apiId)!
    const [route, ...others] = restRoutes(api)
    expect(others).toEqual([])
    expect(effectiveThrottle(design, api.stages[scenario.stage]!, route!.path, route!.verb)).toEqual({
      source: 'method',
      rateLimit: topic['rateLimit'],
      burstLimit: topic['burstLimit'],
    })
    expect([design.account.throttleSettings.burstLimit >= 2000, design.usagePlans]).toEqual([true, []])
    expect([topic['rateLimit'], topic['burstLimit']]).toEqual([1000, 500])
  })

  it('token-bucket offers more than 1,500 in the first second and more than 1,000 in each later one', () => {
    const [first, ...later] = offered(sampleOf(topicOf('token-bucket')).scenario)
    expect([first! > 1500, later.length > 2, later.every((count) => count > 1000)]).toEqual([true, true, true])
  })

  it('guide-burst offers 1,500 in the first second, then 2,000 a second', () => {
    expect(offered(sampleOf(topicOf('guide-burst')).scenario)).toEqual([1500, ...Array.from({ length: 9 }, () => 2000)])
  })

  it('loss has the rate, the mean service time and the servers it says, and one route', () => {
    const topic = topicOf('loss')
    const { scenario } = sampleOf(topic)
    const [source, ...others] = scenario.sources
    expect(others).toEqual([])
    expect({ shape: source!.shape, backends: scenario.backends }).toEqual({
      shape: { type: 'POISSON', ratePerSecond: topic['rate'] },
      backends: {
        [Object.keys(source!.routes)[0]!]: {
          latency: { distribution: 'EXPONENTIAL', meanMs: Number(topic['serviceSeconds']) * 1000 },
          concurrencyLimit: topic['servers'],
        },
      },
    })
  })

  it('speed goes through keys, authorizer and response cache, and every throttle level', () => {
    const { design, scenario } = sampleOf(topicOf('speed'))
    const api = findRestApi(design, scenario.apiId)!
    const stage = api.stages[scenario.stage]!
    const routes = restRoutes(api)
    const sources = routes.map(({ path, verb }) => effectiveThrottle(design, stage, path, verb).source)
    expect({
      keys: routes.some(({ method }) => method.apiKeyRequired),
      authorizer: routes.some(({ method }) => method.authorizationType === 'CUSTOM'),
      cache: stage.cacheClusterEnabled,
      method: sources.includes('method'),
      plan: design.usagePlans.some(({ throttle }) => throttle !== undefined),
    }).toEqual({ keys: true, authorizer: true, cache: true, method: true, plan: true })
  })
})
