import type { Authorizer } from '@shared/design/authorizer'
import type { Design } from '@shared/design/design'
import type { Method } from '@shared/design/method'
import type { RestApi } from '@shared/design/rest-api'
import type { Scenario, TrafficSource } from '@shared/design/scenario'
import { plainRun } from './rich-run.fixture'

export const AT_ONCE = { distribution: 'CONSTANT', valueMs: 0 } as const

/** What the one method of a guarded run has. */
export interface Guard {
  readonly authorizer?: Authorizer
  readonly authorizationType?: Method['authorizationType']
  /** Cached for so many seconds. */
  readonly cacheTtlInSeconds?: number
  readonly cacheKeyParameters?: readonly string[]
}

/** GET / behind an authorizer, a cache or both, where nothing takes any time: 10 requests a second for a minute unless said otherwise. */
export function guardedRun(
  guard: Guard,
  source: Partial<TrafficSource> = {},
  more: Partial<Scenario> = {},
): { design: Design; scenario: Scenario } {
  const { design, scenario } = plainRun(
    { shape: { type: 'CONSTANT', ratePerSecond: 10 }, ...source },
    { overhead: AT_ONCE, authorizer: { latency: AT_ONCE }, backends: { '*': { latency: AT_ONCE } }, ...more },
    guard.cacheTtlInSeconds === undefined
      ? {}
      : { '/GET': { cachingEnabled: true, cacheTtlInSeconds: guard.cacheTtlInSeconds } },
  )
  const api = design.apis[0] as RestApi
  const get = api.resources['/']!.methods.GET!
  const method: Method = {
    ...get,
    ...(guard.authorizer && { authorizerId: 'guard' }),
    authorizationType: guard.authorizationType ?? (guard.authorizer ? 'CUSTOM' : 'NONE'),
    integration: { ...get.integration!, cacheKeyParameters: guard.cacheKeyParameters ?? [] },
  }
  const guarded: RestApi = {
    ...api,
    authorizers: guard.authorizer ? { guard: guard.authorizer } : {},
    resources: { '/': { methods: { GET: method } } },
    stages: { prod: { ...api.stages['prod']!, cacheClusterEnabled: true, cacheClusterSize: '0.5' } },
  }
  return { design: { ...design, apis: [guarded] }, scenario }
}
