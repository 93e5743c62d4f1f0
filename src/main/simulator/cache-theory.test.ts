import { describe, expect, it } from 'vitest'
import type { RestApi } from '@shared/design/rest-api'
import type { Popularity } from '@shared/design/scenario'
import { popularityWeights } from './alias-table'
import { finished, plainRun } from './rich-run.fixture'
import { simulationResult } from './simulation-result'

/** The smallest cluster holds 512 answers of this size, the largest that is kept. */
const LARGEST = 1_048_576
const CAPACITY = 512

/** Che, Tung and Wang: an item stays for the time in which as many different ones are asked for as the cache holds. */
function cheHitRatio(popularity: readonly number[], capacity: number): number {
  const held = (time: number): number => popularity.reduce((sum, share) => sum + (1 - Math.exp(-share * time)), 0)
  let [low, high] = [0, 1]
  while (held(high) < capacity) high *= 2
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (held(middle) < capacity) low = middle
    else high = middle
  }
  return popularity.reduce((sum, share) => sum + share * (1 - Math.exp(-share * low)), 0)
}

function cachedRun(items: Popularity, requests: number) {
  const ratePerSecond = 200
  const { design, scenario } = plainRun(
    { shape: { type: 'POISSON', ratePerSecond }, items },
    {
      durationInSeconds: requests / ratePerSecond,
      backends: { '*': { latency: { distribution: 'CONSTANT', valueMs: 0 }, responseBytes: LARGEST } },
    },
    { '/GET': { cachingEnabled: true, cacheTtlInSeconds: 3600 } },
  )
  const api = design.apis[0] as RestApi
  const get = api.resources['/']!.methods.GET!
  const integration = { ...get.integration!, cacheKeyParameters: ['method.request.querystring.id'] }
  const prod = { ...api.stages['prod']!, cacheClusterEnabled: true, cacheClusterSize: '0.5' as const }
  const cached = { ...api, resources: { '/': { methods: { GET: { ...get, integration } } } }, stages: { prod } }
  return { design: { ...design, apis: [cached] }, scenario }
}

describe('the response cache, when it is full', () => {
  it.each<[string, Popularity]>([
    ['items that are all alike', { count: 2000, distribution: 'UNIFORM' }],
    ['items by Zipf’s law', { count: 5000, distribution: 'ZIPF', exponent: 0.9 }],
    ['a few hot items', { count: 3000, distribution: 'HOT_SET', hotCount: 300, hotShare: 0.6 }],
  ])('is hit as often as Che’s approximation says, with %s', (_, items) => {
    const { design, scenario } = cachedRun(items, 300_000)
    const { cache, answers } = simulationResult(finished(design, scenario), scenario, 1)
    const weights = weightsOf(items)
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const expected = cheHitRatio(
      weights.map((weight) => weight / total),
      CAPACITY,
    )
    // The first of each item misses in an empty cache: 512 of 300,000.
    expect(Math.abs(cache.hitRatio! - expected)).toBeLessThan(0.01)
    expect([answers.hitRatioByRoute['GET /'], answers.cacheEvictions]).toEqual([
      cache.hitRatio,
      cache.misses - CAPACITY,
    ])
  })
})

function weightsOf({ count, distribution, exponent, hotCount = 1, hotShare = 1 }: Popularity): number[] {
  if (distribution !== 'HOT_SET') return [...popularityWeights(count, distribution, exponent)]
  return Array.from({ length: count }, (_, at) =>
    at < hotCount ? hotShare / hotCount : (1 - hotShare) / (count - hotCount),
  )
}
