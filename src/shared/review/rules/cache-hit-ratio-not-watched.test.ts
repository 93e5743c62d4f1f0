import { expect, it } from 'vitest'
import type { Stage } from '../../design/stage'
import { designWith, found, foundAfterFixes, restApi } from '../review.fixture'
import { cacheHitRatioNotWatched as RULE } from './cache-hit-ratio-not-watched'

const design = (prod: Stage) => designWith(restApi({ 'GET /a': {}, 'GET /b': {} }, { stages: { prod } }))
const cluster = { cacheClusterEnabled: true, cacheClusterSize: '0.5' } as const

it('finds a cache that no method uses, and switches it off', () => {
  const idle = design({ ...cluster, methodSettings: {} })
  expect([found(RULE, idle), foundAfterFixes(RULE, idle)]).toEqual([
    ['warning /apis/0/stages/prod/cacheClusterEnabled'],
    [],
  ])
})

it('finds cached methods whose hits are in one sum, and measures each', () => {
  const summed = design({ ...cluster, methodSettings: { '*/*': { cachingEnabled: true } } })
  expect([found(RULE, summed), foundAfterFixes(RULE, summed)]).toEqual([
    ['info /apis/0/stages/prod/methodSettings'],
    [],
  ])
})

it('finds nothing without a cache, with one cached method, or with metrics', () => {
  const stages: Stage[] = [
    { methodSettings: { '*/*': { cachingEnabled: true } } },
    { ...cluster, methodSettings: { '/a/GET': { cachingEnabled: true } } },
    { ...cluster, methodSettings: { '*/*': { cachingEnabled: true, metricsEnabled: true } } },
  ]
  expect(stages.flatMap((stage) => found(RULE, design(stage)))).toEqual([])
})
