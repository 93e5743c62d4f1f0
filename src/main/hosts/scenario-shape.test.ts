import { describe, expect, it } from 'vitest'
import { orderDesign } from '@shared/design/order-design.fixture'
import type { Scenario } from '@shared/design/scenario'
import { Random } from '../project-format/testing/random'
import { randomDesign } from '../project-format/testing/random-design'
import { validateArgs } from './validate-args'

const RUSH = orderDesign().scenarios[0]!
const SOURCE = RUSH.sources[0]!

/** What is wrong with it, or "fits". */
function problemOf(scenario: unknown): string {
  try {
    validateArgs('simulator.start', { scenario })
    return 'fits'
  } catch (error) {
    return (error as Error).message.replace('The arguments of "simulator.start" do not fit: ', '')
  }
}

/** Scenarios with any of everything that a project file may hold. */
function randomScenarios(): Scenario[] {
  const random = new Random(5)
  return Array.from({ length: 150 }, () => randomDesign(random).scenarios).flat()
}

describe('a scenario at the edge', () => {
  it('may hold whatever a project file may', () => {
    const scenarios = randomScenarios()
    const shapes = new Set(scenarios.flatMap(({ sources }) => sources.map(({ shape }) => shape.type)))
    const latencies = new Set(scenarios.map(({ overhead }) => overhead?.distribution))
    const events = new Set(scenarios.flatMap((scenario) => (scenario.events ?? []).map(({ type }) => type)))
    // Every shape, every distribution and none, every event: chance left nothing out.
    expect([shapes.size, latencies.size, events.size]).toEqual([10, 7, 7])
    expect(scenarios.map(problemOf).filter((problem) => problem !== 'fits')).toEqual([])
  })

  it.each<[string, unknown, string]>([
    ['a scenario without a seed', { ...RUSH, seed: undefined }, "/scenario must have required property 'seed'."],
    [
      'an unknown shape',
      { ...RUSH, sources: [{ ...SOURCE, shape: { type: 'SINE', ratePerSecond: 1 } }] },
      '/scenario/sources/0/shape/type must be equal to one of the allowed values.',
    ],
    [
      'steps that are no list',
      { ...RUSH, sources: [{ ...SOURCE, shape: { type: 'STEPS', steps: 5 } }] },
      '/scenario/sources/0/shape/steps must be array.',
    ],
    [
      'a level that there is not',
      { ...RUSH, events: [{ type: 'SET_LIMIT', at: 1, level: '__proto__', rateLimit: 1, burstLimit: 1 }] },
      '/scenario/events/0/level must be equal to one of the allowed values.',
    ],
    [
      'an overhead without a value',
      { ...RUSH, overhead: { distribution: 'CONSTANT' } },
      "/scenario/overhead must have required property 'valueMs'.",
    ],
    [
      'a mark that is a text',
      { ...RUSH, backends: { '*': { latency: { distribution: 'CONSTANT', valueMs: 1 }, isPersonal: 'yes' } } },
      '/scenario/backends/*/isPersonal must be boolean.',
    ],
  ])('is refused with %s', (_, scenario, problem) => {
    expect(problemOf(scenario)).toBe(problem)
  })
})
