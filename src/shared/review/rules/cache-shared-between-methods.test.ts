import { describe, expect, it } from 'vitest'
import type { Integration } from '../../design/integration'
import type { CanarySettings, Stage } from '../../design/stage'
import { designWith, found, foundAfterFixes, FUNCTION_URI, restApi } from '../review.fixture'
import { cacheSharedBetweenMethods as RULE } from './cache-shared-between-methods'

const CACHED: Stage = { cacheClusterEnabled: true, methodSettings: { '*/*': { cachingEnabled: true } } }
const to = (uri: string, cacheNamespace?: string): { readonly integration: Integration } => ({
  integration: {
    type: 'AWS_PROXY',
    uri,
    integrationResponses: [],
    ...(cacheNamespace !== undefined && { cacheNamespace }),
  },
})
const two = (a: string | undefined, b: string | undefined, otherUri = 'https://b.example.com', stage = CACHED) =>
  designWith(restApi({ 'GET /a': to(FUNCTION_URI, a), 'GET /b': to(otherUri, b) }, { stages: { prod: stage } }))

describe('cache-shared-between-methods', () => {
  it('finds methods with one namespace and two targets, and parts them', () => {
    expect([found(RULE, two('n', 'n')), foundAfterFixes(RULE, two('n', 'n'))]).toEqual([
      ['warning /apis/0/resources/~1b/methods/GET/integration/cacheNamespace'],
      [],
    ])
  })

  it('finds nothing with namespaces of their own, one target, or no cache', () => {
    const designs = [
      two('n', 'm'),
      two('n', undefined),
      two(undefined, undefined),
      two('n', 'n', FUNCTION_URI),
      two('n', 'n', 'https://b.example.com', { methodSettings: {} }),
    ]
    expect(designs.flatMap((design) => found(RULE, design))).toEqual([])
  })

  it('finds a canary with variables of its own in the cache of its stage, and keeps it out', () => {
    const canary = (more: Partial<CanarySettings>) => {
      const canarySettings: CanarySettings = {
        percentTraffic: 10,
        useStageCache: true,
        stageVariableOverrides: { host: 'new' },
        ...more,
      }
      const prod: Stage = { ...CACHED, deploymentId: 'd1', variables: { host: 'old' }, canarySettings }
      return designWith(restApi({ 'GET /a': {} }, { stages: { prod } }))
    }
    expect([found(RULE, canary({})), foundAfterFixes(RULE, canary({}))]).toEqual([
      ['warning /apis/0/stages/prod/canarySettings/useStageCache'],
      [],
    ])
    const harmless = [
      canary({ deploymentId: 'd2' }),
      canary({ percentTraffic: 0 }),
      canary({ useStageCache: false }),
      canary({ stageVariableOverrides: { host: 'old' } }),
    ]
    expect(harmless.flatMap((design) => found(RULE, design))).toEqual([])
  })
})
