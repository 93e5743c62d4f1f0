import type { Design } from '../design'
import { effectiveThrottle, methodSettingKey } from '../method-settings'
import { findApi, restRoutes } from '../route-key'
import type { Scenario } from '../scenario'
import { changeableRouteLimits } from './changeable-route-limits'
import { limitName } from './limit-name'

/** The limits that a scenario's requests can meet, by name: what has none cannot be given another one while the run goes on. */
export function changeableLimits(design: Design, scenario: Scenario): ReadonlySet<string> {
  const api = findApi(design, scenario.apiId)
  if (api !== undefined && api.protocolType !== 'REST') return changeableRouteLimits(design, api, scenario)
  const stage = api && Object.hasOwn(api.stages, scenario.stage) ? api.stages[scenario.stage] : undefined
  if (!api || !stage) return new Set()
  const routes = restRoutes(api)
  const limited = routes.flatMap(({ routeKey, path, verb }) => {
    const { source } = effectiveThrottle(design, stage, path, verb)
    if (source === 'account') return []
    return [limitName({ level: 'method', route: routeKey }), ...(source === 'stage' ? ['stage'] : [])]
  })
  const ofPlans = design.usagePlans.flatMap(({ id, apiStages }) => {
    const covered = apiStages.find((one) => one.apiId === scenario.apiId && one.stage === scenario.stage)
    if (!covered) return []
    const methods = routes.filter(({ path, verb }) =>
      Object.hasOwn(covered.throttle ?? {}, methodSettingKey(path, verb)),
    )
    return [
      limitName({ level: 'plan', usagePlanId: id }),
      ...methods.map(({ routeKey }) => limitName({ level: 'planMethod', route: routeKey, usagePlanId: id })),
    ]
  })
  return new Set(['account', ...limited, ...ofPlans])
}
