import { describe, expect, it } from 'vitest'
import { emptyDesign } from './new-design'
import type { Stage } from './stage'
import { effectiveCaching, effectiveThrottle, methodSettingKey, type MethodSetting } from './method-settings'

const design = { ...emptyDesign('d'), account: { throttleSettings: { rateLimit: 10_000, burstLimit: 5000 } } }

function stage(methodSettings: Stage['methodSettings'], more: Partial<Stage> = {}): Stage {
  return { methodSettings, ...more }
}

describe('the key of a method’s settings', () => {
  it('is its path and verb, and one slash at the root', () => {
    expect([methodSettingKey('/orders/{id}', 'GET'), methodSettingKey('/', 'POST')]).toEqual([
      '/orders/{id}/GET',
      '/POST',
    ])
  })
})

describe('the throttle of a method', () => {
  const limit = (throttlingRateLimit?: number, throttlingBurstLimit?: number): MethodSetting => ({
    ...(throttlingRateLimit === undefined ? {} : { throttlingRateLimit }),
    ...(throttlingBurstLimit === undefined ? {} : { throttlingBurstLimit }),
  })

  it('is its own, else the stage’s, else the account’s, member by member', () => {
    const of = (own: MethodSetting | undefined, all: MethodSetting | undefined) =>
      effectiveThrottle(design, stage({ ...(own && { '/a/GET': own }), ...(all && { '*/*': all }) }), '/a', 'GET')
    expect([
      of(undefined, undefined),
      of(limit(1, 2), undefined),
      of(limit(1, 2), limit(3, 4)),
      of(undefined, limit(3, 4)),
      of(limit(1), limit(3, 4)),
      of(limit(undefined, 2), undefined),
      of(undefined, limit(3)),
      of({ cachingEnabled: true }, limit(3, 4)),
      of({ cachingEnabled: true }, { metricsEnabled: true }),
      of(limit(0, 0), limit(3, 4)),
    ]).toEqual([
      { source: 'account', rateLimit: 10_000, burstLimit: 5000 },
      { source: 'method', rateLimit: 1, burstLimit: 2 },
      { source: 'method', rateLimit: 1, burstLimit: 2 },
      { source: 'stage', rateLimit: 3, burstLimit: 4 },
      { source: 'method', rateLimit: 1, burstLimit: 4 },
      { source: 'method', rateLimit: 10_000, burstLimit: 2 },
      { source: 'stage', rateLimit: 3, burstLimit: 5000 },
      { source: 'stage', rateLimit: 3, burstLimit: 4 },
      { source: 'account', rateLimit: 10_000, burstLimit: 5000 },
      { source: 'method', rateLimit: 0, burstLimit: 0 },
    ])
  })

  it('is not that of another method of the path', () => {
    const settings = stage({ '/a/POST': limit(1, 1), '/a/b/GET': limit(2, 2), '/GET': limit(3, 3) })
    expect(effectiveThrottle(design, settings, '/a', 'GET').source).toBe('account')
    expect(effectiveThrottle(design, settings, '/', 'GET')).toEqual({ source: 'method', rateLimit: 3, burstLimit: 3 })
  })
})

describe('the caching of a method', () => {
  const on = { cacheClusterEnabled: true } as const
  const off = (settings: Stage['methodSettings'], verb = 'GET', more: Partial<Stage> = on) =>
    effectiveCaching(stage(settings, more), '/a', verb).offBecause

  it('needs a cluster, the setting, a verb that is cached and a time to live', () => {
    const all = { '*/*': { cachingEnabled: true } }
    expect([
      off(all, 'GET', {}),
      off({}),
      off(all, 'POST'),
      off({ '*/*': { cachingEnabled: true, cacheTtlInSeconds: 0 } }),
      off(all),
      off(all, 'ANY'),
      off({ ...all, '/a/POST': { cachingEnabled: true } }, 'POST'),
      off({ ...all, '/a/POST': { cacheTtlInSeconds: 60 } }, 'POST'),
      off({ ...all, '/a/GET': { cachingEnabled: false } }),
    ]).toEqual(['cluster', 'setting', 'verb', 'ttl', null, null, null, 'verb', 'setting'])
  })

  it('inherits every member from the stage, then from the service', () => {
    const settings = {
      '*/*': { cachingEnabled: true, requireAuthorizationForCacheControl: false },
      '/a/GET': { cacheTtlInSeconds: 60, unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' as const },
    }
    expect(effectiveCaching(stage(settings, on), '/a', 'GET')).toEqual({
      enabled: true,
      ttlInSeconds: 60,
      requireAuthorizationForCacheControl: false,
      unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403',
      offBecause: null,
    })
    expect(effectiveCaching(stage({}, on), '/b', 'GET')).toEqual({
      enabled: false,
      ttlInSeconds: 300,
      requireAuthorizationForCacheControl: true,
      unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
      offBecause: 'setting',
    })
  })

  it('is not changed by a member that is there without a value', () => {
    const settings = {
      '*/*': { cachingEnabled: true, cacheTtlInSeconds: 60 },
      '/a/GET': { cacheTtlInSeconds: undefined },
    }
    const caching = effectiveCaching(stage(settings, on), '/a', 'GET')
    expect([caching.enabled, caching.ttlInSeconds]).toEqual([true, 60])
  })
})
