import type { Design } from './design'
import type { Verb } from './method'
import type { Stage } from './stage'

/** The key of a stage's setting for all of its methods. */
export const ALL_METHODS = '*/*'

/** What happens when a caller may not invalidate a cache entry and asks for it. Source: service model, MethodSetting. */
export const CACHE_CONTROL_STRATEGIES = [
  'FAIL_WITH_403',
  'SUCCEED_WITH_RESPONSE_HEADER',
  'SUCCEED_WITHOUT_RESPONSE_HEADER',
] as const
export type CacheControlStrategy = (typeof CACHE_CONTROL_STRATEGIES)[number]

/**
 * Settings of one method in one stage, or of all of them. A member left out is inherited from `ALL_METHODS`, then from the service.
 * Departure: the service copies the inherited members when an entry is created; here they stay inherited until set.
 */
export interface MethodSetting {
  /** Requests per second. */
  readonly throttlingRateLimit?: number
  /** Requests. */
  readonly throttlingBurstLimit?: number
  readonly cachingEnabled?: boolean
  /** 0 to 3,600; 0 turns caching off. */
  readonly cacheTtlInSeconds?: number
  readonly cacheDataEncrypted?: boolean
  readonly requireAuthorizationForCacheControl?: boolean
  readonly unauthorizedCacheControlHeaderStrategy?: CacheControlStrategy
  readonly loggingLevel?: 'OFF' | 'ERROR' | 'INFO'
  readonly dataTraceEnabled?: boolean
  readonly metricsEnabled?: boolean
}

/** "/orders", "POST" -> "/orders/POST"; the root is "/GET". */
export function methodSettingKey(resourcePath: string, verb: Verb | string): string {
  return resourcePath === '/' ? `/${verb}` : `${resourcePath}/${verb}`
}

/** Where a method's throttle comes from and what it is; null when no limit but the account's applies. */
export interface EffectiveThrottle {
  readonly source: 'method' | 'stage' | 'account'
  readonly rateLimit: number
  readonly burstLimit: number
}

/** The throttle of one method in one stage: its own, else the stage's, else the account's. */
export function effectiveThrottle(design: Design, stage: Stage, resourcePath: string, verb: string): EffectiveThrottle {
  const account = design.account.throttleSettings
  const own = stage.methodSettings[methodSettingKey(resourcePath, verb)]
  const all = stage.methodSettings[ALL_METHODS]
  const rateLimit = own?.throttlingRateLimit ?? all?.throttlingRateLimit
  const burstLimit = own?.throttlingBurstLimit ?? all?.throttlingBurstLimit
  const isOwn = own?.throttlingRateLimit !== undefined || own?.throttlingBurstLimit !== undefined
  const source = isOwn ? 'method' : rateLimit === undefined && burstLimit === undefined ? 'account' : 'stage'
  return { source, rateLimit: rateLimit ?? account.rateLimit, burstLimit: burstLimit ?? account.burstLimit }
}

/** Defaults of a method setting. Source: rest-api.md 6.1 (recorded), service model. */
export const METHOD_SETTING_DEFAULTS = {
  cachingEnabled: false,
  cacheTtlInSeconds: 300,
  cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
  loggingLevel: 'OFF',
  dataTraceEnabled: false,
  metricsEnabled: false,
} as const satisfies MethodSetting

/** The caching of one method in one stage, every inheritance and switch applied. */
export interface EffectiveCaching {
  readonly enabled: boolean
  readonly ttlInSeconds: number
  readonly requireAuthorizationForCacheControl: boolean
  readonly unauthorizedCacheControlHeaderStrategy: CacheControlStrategy
  /** Why caching is off, as a code the window has words for; null when it is on. */
  readonly offBecause: 'cluster' | 'setting' | 'verb' | 'ttl' | null
}

/**
 * A stage-wide setting caches GET only; another verb needs a setting of its own; a TTL of 0 is off.
 * Source: rest-api.md 6.1, "Enable API caching to enhance responsiveness".
 */
export function effectiveCaching(stage: Stage, resourcePath: string, verb: string): EffectiveCaching {
  const own = stage.methodSettings[methodSettingKey(resourcePath, verb)]
  const all = stage.methodSettings[ALL_METHODS]
  const setting = <Name extends keyof typeof METHOD_SETTING_DEFAULTS>(name: Name) =>
    own?.[name] ?? all?.[name] ?? METHOD_SETTING_DEFAULTS[name]
  const readsOnly = own?.cachingEnabled !== true && verb !== 'GET' && verb !== 'ANY'
  const offBecause = !stage.cacheClusterEnabled
    ? 'cluster'
    : !setting('cachingEnabled')
      ? 'setting'
      : readsOnly
        ? 'verb'
        : setting('cacheTtlInSeconds') === 0
          ? 'ttl'
          : null
  return {
    enabled: offBecause === null,
    ttlInSeconds: setting('cacheTtlInSeconds'),
    requireAuthorizationForCacheControl: setting('requireAuthorizationForCacheControl'),
    unauthorizedCacheControlHeaderStrategy: setting('unauthorizedCacheControlHeaderStrategy'),
    offBecause,
  }
}
