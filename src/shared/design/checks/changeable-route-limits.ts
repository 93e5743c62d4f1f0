import type { Design } from '../design'
import { routeLimitSource } from '../route-limit-source'
import type { Scenario } from '../scenario'
import type { V2Api } from '../v2-api'
import { limitName } from './limit-name'

/** The limits that requests to a stage of an HTTP or WebSocket API can meet, by name. HTTP APIs have no usage plans. */
export function changeableRouteLimits(design: Design, api: V2Api, scenario: Scenario): ReadonlySet<string> {
  const stage = Object.hasOwn(api.stages, scenario.stage) ? api.stages[scenario.stage] : undefined
  if (stage === undefined) return new Set()
  const ofRoutes = Object.keys(api.routes).flatMap((route) => {
    const source = routeLimitSource(stage, route)
    if (source === 'account') return []
    return [limitName({ level: 'method', route }), ...(source === 'stage' ? ['stage'] : [])]
  })
  const plans = api.protocolType === 'WEBSOCKET' ? design.usagePlans : []
  const ofPlans = plans
    .filter(({ apiStages }) => apiStages.some((one) => one.apiId === api.id && one.stage === scenario.stage))
    .map(({ id }) => limitName({ level: 'plan', usagePlanId: id }))
  return new Set(['account', ...ofRoutes, ...ofPlans])
}
