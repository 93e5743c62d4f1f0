import type { Design } from '@shared/design/design'
import { ALL_METHODS, effectiveThrottle, methodSettingKey, type MethodSetting } from '@shared/design/method-settings'
import { restRoutes } from '@shared/design/route-key'
import type { Scenario } from '@shared/design/scenario'
import { UNLIMITED } from '../engine/state/token-buckets'
import { withRouteLimits } from './with-route-limits'

const NO_LIMIT: MethodSetting = {
  throttlingRateLimit: UNLIMITED.rateLimit,
  throttlingBurstLimit: UNLIMITED.burstLimit,
}

/** The design with a bucket, which refuses nothing, wherever an event of the scenario will set a limit that is not there yet. */
export function withChangedLimits(design: Design, scenario: Scenario): Design {
  const changes = (scenario.events ?? []).filter((event) => event.type === 'SET_LIMIT')
  if (changes.length === 0) return design
  const isForStage = changes.some(({ level }) => level === 'stage')
  const routeKeys = new Set(changes.flatMap(({ level, route }) => (level === 'method' ? [route] : [])))
  const apis = design.apis.map((api) => {
    const stage = api.protocolType === 'REST' && api.id === scenario.apiId ? api.stages[scenario.stage] : undefined
    if (api.id === scenario.apiId && api.protocolType !== 'REST')
      return withRouteLimits(api, scenario.stage, isForStage, routeKeys)
    if (stage === undefined || api.protocolType !== 'REST') return api
    const withoutLimit = [api, ...api.deployments.map(({ definition }) => definition)]
      .flatMap(restRoutes)
      .filter(({ routeKey, path, verb }) => {
        return routeKeys.has(routeKey) && effectiveThrottle(design, stage, path, verb).source === 'account'
      })
    const all = stage.methodSettings[ALL_METHODS]
    const hasStageLimit = all?.throttlingRateLimit !== undefined || all?.throttlingBurstLimit !== undefined
    const keys = withoutLimit.map(({ path, verb }) => methodSettingKey(path, verb))
    const added = isForStage && !hasStageLimit ? [...keys, ALL_METHODS] : keys
    const settings = Object.fromEntries(added.map((key) => [key, { ...stage.methodSettings[key], ...NO_LIMIT }]))
    const methodSettings = { ...stage.methodSettings, ...settings }
    return { ...api, stages: { ...api.stages, [scenario.stage]: { ...stage, methodSettings } } }
  })
  return { ...design, apis }
}
