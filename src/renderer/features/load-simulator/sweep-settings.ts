import type { Design } from '@shared/design/design'
import { effectiveCaching, effectiveThrottle, methodSettingKey, ALL_METHODS } from '@shared/design/method-settings'
import type { RestApi } from '@shared/design/rest-api'
import { restRoutes, type RestRoute } from '@shared/design/route-key'
import type { Scenario } from '@shared/design/scenario'
import type { Stage } from '@shared/design/stage'
import type { V2Api } from '@shared/design/v2-api'
import { connectionSettings } from './connection-sweep-settings'
import { authorizerTtlSettings, routeLimitSettings, routeTimeoutSettings } from './route-sweep-settings'
import { SHAPE_NUMBERS } from './shape-numbers'
import { MOST, setting, throttle, type Path, type SweepSetting } from './sweep-setting'

/** Every setting of the design and of the scenario that a run of it depends on. Empty when the API is not there. */
export function sweepSettings(design: Design, scenario: Scenario): SweepSetting[] {
  const apiIndex = design.apis.findIndex(({ id }) => id === scenario.apiId)
  const api = design.apis[apiIndex]
  if (api === undefined) return []
  if (api.protocolType !== 'REST') return routeSettingsOf(design, scenario, api, apiIndex)
  const stage = api.stages[scenario.stage]
  if (stage === undefined) return []
  const called = new Set(scenario.sources.flatMap(({ routes }) => Object.keys(routes)))
  const routes = restRoutes(api).filter(({ routeKey }) => called.has(routeKey))
  const stagePath = ['apis', apiIndex, 'stages', scenario.stage]
  return [
    ...stageThrottles(design, stage, stagePath),
    ...routes.flatMap((route) => routeThrottles(design, stage, stagePath, route)),
    ...accountThrottles(design),
    ...planSettings(design, scenario),
    ...cacheSettings(stage, stagePath, routes),
    ...authorizerSettings(api, apiIndex, routes),
    ...routes.flatMap((route) => timeoutSetting(apiIndex, route)),
    ...trafficSettings(scenario),
    ...backendSettings(scenario),
  ]
}

/** The same of an HTTP or WebSocket API. */
function routeSettingsOf(design: Design, scenario: Scenario, api: V2Api, apiIndex: number): SweepSetting[] {
  return [
    ...routeLimitSettings(design, scenario, api, apiIndex),
    ...accountThrottles(design),
    ...(api.protocolType === 'WEBSOCKET' ? planSettings(design, scenario) : []),
    ...authorizerTtlSettings(api, apiIndex),
    ...routeTimeoutSettings(api, apiIndex, scenario),
    ...trafficSettings(scenario),
    ...connectionSettings(scenario),
    ...backendSettings(scenario),
  ]
}

const METHOD_NAMES = ['throttlingRateLimit', 'throttlingBurstLimit'] as const

function stageThrottles(design: Design, stage: Stage, path: Path): SweepSetting[] {
  const all = stage.methodSettings[ALL_METHODS]
  if (all === undefined) return []
  const account = design.account.throttleSettings
  const limit = {
    rateLimit: all.throttlingRateLimit ?? account.rateLimit,
    burstLimit: all.throttlingBurstLimit ?? account.burstLimit,
  }
  return throttle(
    'Throttles',
    [...path, 'methodSettings', ALL_METHODS],
    'every method of the stage',
    limit,
    METHOD_NAMES,
  )
}

function routeThrottles(design: Design, stage: Stage, stagePath: Path, route: RestRoute): SweepSetting[] {
  const { routeKey, path, verb } = route
  const methodKey = methodSettingKey(path, verb)
  const { rateLimit, burstLimit } = effectiveThrottle(design, stage, path, verb)
  const hasOwn = stage.methodSettings[methodKey] !== undefined
  return throttle(
    'Throttles',
    [...stagePath, 'methodSettings', methodKey],
    routeKey,
    { rateLimit, burstLimit },
    METHOD_NAMES,
    hasOwn ? undefined : { routeKey, methodKey, rateLimit, burstLimit },
  )
}

function accountThrottles({ account }: Design): SweepSetting[] {
  return throttle('Throttles', ['account', 'throttleSettings'], 'the account', account.throttleSettings)
}

function planSettings(design: Design, scenario: Scenario): SweepSetting[] {
  return design.usagePlans.flatMap((plan, index) => {
    const at = plan.apiStages.findIndex(({ apiId, stage }) => apiId === scenario.apiId && stage === scenario.stage)
    if (at < 0) return []
    const methods = Object.entries(plan.apiStages[at]?.throttle ?? {})
    return [
      ...(plan.throttle
        ? throttle('Usage plans', ['usagePlans', index, 'throttle'], `plan ${plan.name}`, plan.throttle)
        : []),
      ...(plan.quota
        ? [
            setting(
              'Usage plans',
              ['usagePlans', index, 'quota', 'limit'],
              `Quota of plan ${plan.name}`,
              plan.quota.limit,
              {
                unit: `a ${plan.quota.period.toLowerCase()}`,
                max: Number.MAX_SAFE_INTEGER,
                integer: true,
              },
            ),
          ]
        : []),
      ...methods.flatMap(([key, limit]) =>
        throttle(
          'Usage plans',
          ['usagePlans', index, 'apiStages', at, 'throttle', key],
          `${key} of plan ${plan.name}`,
          limit,
        ),
      ),
    ]
  })
}

const TTL = { unit: 's', max: 3600, integer: true }

function cacheSettings(stage: Stage, stagePath: Path, routes: readonly RestRoute[]): SweepSetting[] {
  if (!stage.cacheClusterEnabled) return []
  const ttl = (key: string, of: string, current: number): SweepSetting =>
    setting('Cache', [...stagePath, 'methodSettings', key, 'cacheTtlInSeconds'], `Cache TTL of ${of}`, current, TTL)
  const all = stage.methodSettings[ALL_METHODS]
  return [
    ...(all === undefined ? [] : [ttl(ALL_METHODS, 'the stage', all.cacheTtlInSeconds ?? 300)]),
    ...routes.flatMap(({ routeKey, path, verb }) => {
      const key = methodSettingKey(path, verb)
      const isCached = effectiveCaching(stage, path, verb).enabled && stage.methodSettings[key] !== undefined
      return isCached ? [ttl(key, routeKey, effectiveCaching(stage, path, verb).ttlInSeconds)] : []
    }),
  ]
}

function authorizerSettings(api: RestApi, apiIndex: number, routes: readonly RestRoute[]): SweepSetting[] {
  const used = new Set(routes.flatMap(({ method }) => (method.authorizerId === undefined ? [] : [method.authorizerId])))
  return [...used].flatMap((id) => {
    const authorizer = api.authorizers[id]
    if (authorizer === undefined || authorizer.type === 'COGNITO_USER_POOLS') return []
    const path = ['apis', apiIndex, 'authorizers', id, 'authorizerResultTtlInSeconds']
    return [setting('Authorizers', path, `Result TTL of ${id}`, authorizer.authorizerResultTtlInSeconds ?? 300, TTL)]
  })
}

function timeoutSetting(apiIndex: number, { routeKey, path, verb, method }: RestRoute): SweepSetting[] {
  if (method.integration === undefined || method.integration.type === 'MOCK') return []
  const at = ['apis', apiIndex, 'resources', path, 'methods', verb, 'integration', 'timeoutInMillis']
  const current = method.integration.timeoutInMillis ?? 29_000
  return [
    setting('Timeouts', at, `Timeout of ${routeKey}`, current, { unit: 'ms', min: 50, max: 29_000, integer: true }),
  ]
}

function trafficSettings({ sources }: Scenario): SweepSetting[] {
  return sources.flatMap(({ name, shape, retry }, index) => {
    const members = SHAPE_NUMBERS[shape.type] ?? []
    const path = ['scenario', 'sources', index]
    const isWhole = shape.type === 'BURST' || shape.type === 'CLOSED_LOOP'
    const most = shape.type === 'CLOSED_LOOP' ? 100_000 : MOST
    return [
      ...members.map(([member, label, unit]) =>
        setting('Traffic', [...path, 'shape', member], `${label} of ${name}`, Number(Reflect.get(shape, member)), {
          unit,
          integer: isWhole,
          min: isWhole ? 1 : 0,
          max: most,
        }),
      ),
      ...(retry
        ? [
            setting('Traffic', [...path, 'retry', 'maxAttempts'], `Attempts of ${name}`, retry.maxAttempts ?? 3, {
              min: 1,
              max: 20,
              integer: true,
            }),
            setting('Traffic', [...path, 'retry', 'delayMs'], `Retry delay of ${name}`, retry.delayMs, { unit: 'ms' }),
          ]
        : []),
    ]
  })
}

function backendSettings({ backends = {} }: Scenario): SweepSetting[] {
  return Object.entries(backends).flatMap(([routeKey, model]) => {
    const of = routeKey === '*' ? 'all other backends' : routeKey
    const path = ['scenario', 'backends', routeKey]
    return [
      setting('Backends', [...path, 'concurrencyLimit'], `Calls at a time of ${of}`, model.concurrencyLimit ?? 100, {
        unit: 'calls',
        min: 1,
        integer: true,
      }),
      setting('Backends', [...path, 'errorRate'], `Error share of ${of}`, model.errorRate ?? 0.01, {
        unit: '0 to 1',
        max: 1,
      }),
    ]
  })
}
