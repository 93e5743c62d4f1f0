import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import { integrationIdOf, type V2Api } from '@shared/design/v2-api'
import { setting, throttle, type SweepSetting } from './sweep-setting'

const LIMIT_NAMES = ['throttlingRateLimit', 'throttlingBurstLimit'] as const

/** The limits that a stage of an HTTP or WebSocket API has: its default, and those of single routes. */
export function routeLimitSettings(
  { account }: Design,
  scenario: Scenario,
  api: V2Api,
  apiIndex: number,
): SweepSetting[] {
  const stage = Object.hasOwn(api.stages, scenario.stage) ? api.stages[scenario.stage] : undefined
  const path = ['apis', apiIndex, 'stages', scenario.stage]
  const all = stage?.defaultRouteSettings
  const inherited = {
    rateLimit: all?.throttlingRateLimit ?? account.throttleSettings.rateLimit,
    burstLimit: all?.throttlingBurstLimit ?? account.throttleSettings.burstLimit,
  }
  const ofRoutes = Object.entries(stage?.routeSettings ?? {}).flatMap(([routeKey, own]) =>
    throttle(
      'Throttles',
      [...path, 'routeSettings', routeKey],
      routeKey,
      {
        rateLimit: own.throttlingRateLimit ?? inherited.rateLimit,
        burstLimit: own.throttlingBurstLimit ?? inherited.burstLimit,
      },
      LIMIT_NAMES,
    ),
  )
  const ofStage = throttle(
    'Throttles',
    [...path, 'defaultRouteSettings'],
    'every route of the stage',
    inherited,
    LIMIT_NAMES,
  )
  return [...(all === undefined ? [] : ofStage), ...ofRoutes]
}

/** Only HTTP APIs keep what an authorizer function said. */
export function authorizerTtlSettings(api: V2Api, apiIndex: number): SweepSetting[] {
  if (api.protocolType !== 'HTTP') return []
  return Object.entries(api.authorizers).flatMap(([id, { authorizerType, authorizerResultTtlInSeconds = 0 }]) => {
    if (authorizerType !== 'REQUEST') return []
    const path = ['apis', apiIndex, 'authorizers', id, 'authorizerResultTtlInSeconds']
    const rule = { unit: 's', max: 3600, integer: true }
    return [setting('Authorizers', path, `Result TTL of ${id}`, authorizerResultTtlInSeconds, rule)]
  })
}

export function routeTimeoutSettings(api: V2Api, apiIndex: number, { sources }: Scenario): SweepSetting[] {
  const longest = api.protocolType === 'HTTP' ? 30_000 : 29_000
  const called = new Set(sources.flatMap(({ routes }) => Object.keys(routes)))
  const used = Object.entries(api.routes).flatMap(([routeKey, route]) =>
    sources.length === 0 || called.has(routeKey) ? [integrationIdOf(route)] : [],
  )
  return [...new Set(used)].flatMap((id) => {
    const integration = id !== undefined && Object.hasOwn(api.integrations, id) ? api.integrations[id] : undefined
    if (id === undefined || integration === undefined || integration.integrationType === 'MOCK') return []
    const at = ['apis', apiIndex, 'integrations', id, 'timeoutInMillis']
    const rule = { unit: 'ms', min: 50, max: longest, integer: true }
    return [setting('Timeouts', at, `Timeout of ${id}`, integration.timeoutInMillis ?? longest, rule)]
  })
}
