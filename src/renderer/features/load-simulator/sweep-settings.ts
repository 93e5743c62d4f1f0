import type { Design } from '@shared/design/design'
import { effectiveCaching, effectiveThrottle, methodSettingKey, ALL_METHODS } from '@shared/design/method-settings'
import type { RestApi } from '@shared/design/rest-api'
import { restRoutes, type RestRoute } from '@shared/design/route-key'
import type { Scenario, TrafficShape } from '@shared/design/scenario'
import type { Stage } from '@shared/design/stage'
import { pointerTo } from '@shared/diagnostic'

/** A number that a sweep can try values of. */
export interface SweepSetting {
  /** JSON pointer into the design, or into the scenario when it begins with "/scenario/". */
  readonly pointer: string
  /** "Burst limit of POST /orders". */
  readonly label: string
  readonly group: (typeof SETTING_GROUPS)[number]
  readonly unit: string
  /** What holds now, be it inherited. */
  readonly current: number
  readonly min: number
  readonly max: number
  readonly integer: boolean
  /** The method whose limit this is has none of its own: it must get one before anything can be tried. */
  readonly missing?: MissingLimit
}

export interface MissingLimit {
  readonly routeKey: string
  readonly methodKey: string
  readonly rateLimit: number
  readonly burstLimit: number
}

export const SETTING_GROUPS = [
  'Throttles',
  'Usage plans',
  'Cache',
  'Authorizers',
  'Timeouts',
  'Traffic',
  'Backends',
] as const

const MOST = 1_000_000

/** Every setting of the design and of the scenario that a run of it depends on. Empty when the API is not there. */
export function sweepSettings(design: Design, scenario: Scenario): SweepSetting[] {
  const apiIndex = design.apis.findIndex(({ id }) => id === scenario.apiId)
  const api = design.apis[apiIndex]
  if (api?.protocolType !== 'REST') return []
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

type Path = readonly (string | number)[]

function setting(
  group: SweepSetting['group'],
  path: Path,
  label: string,
  current: number,
  rule: Partial<Pick<SweepSetting, 'unit' | 'min' | 'max' | 'integer' | 'missing'>> = {},
): SweepSetting {
  return { pointer: pointerTo(path), label, group, current, unit: '', min: 0, max: MOST, integer: false, ...rule }
}

/** A rate and a burst beside each other. */
function throttle(
  group: SweepSetting['group'],
  path: Path,
  of: string,
  limit: { readonly rateLimit: number; readonly burstLimit: number },
  names: readonly [string, string] = ['rateLimit', 'burstLimit'],
  missing?: MissingLimit,
): SweepSetting[] {
  const rule = missing === undefined ? {} : { missing }
  return [
    setting(group, [...path, names[0]], `Rate limit of ${of}`, limit.rateLimit, { unit: 'requests/s', ...rule }),
    setting(group, [...path, names[1]], `Burst limit of ${of}`, limit.burstLimit, {
      unit: 'requests',
      integer: true,
      ...rule,
    }),
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

const SHAPE_NUMBERS: { readonly [type in TrafficShape['type']]?: readonly (readonly [string, string, string])[] } = {
  CONSTANT: [['ratePerSecond', 'Rate', 'requests/s']],
  POISSON: [['ratePerSecond', 'Rate', 'requests/s']],
  DAILY: [['ratePerSecond', 'Mean rate', 'requests/s']],
  WEEKLY: [['ratePerSecond', 'Mean rate', 'requests/s']],
  SPIKE: [['peakRatePerSecond', 'Peak rate', 'requests/s']],
  RAMP: [['toRatePerSecond', 'Rate at end', 'requests/s']],
  BURST: [['count', 'Requests at once', 'requests']],
  CLOSED_LOOP: [['users', 'Users', '']],
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
