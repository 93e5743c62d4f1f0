import type { Design } from '../../design'
import type { V2Stage } from '../../v2-api'
import { changeScenarios, moveScenarioRoute } from '../change-scenarios'
import { mapMembers, removeMember, renameMember, setMember } from '../update-in'
import { changeV2Api } from './change-v2-api'

/**
 * Whatever speaks of a route outside of it (route settings of every stage, scenarios) follows it to its new routeKey, or goes with it
 * when `toKey` is null.
 */
export function moveV2RouteReferences(design: Design, apiId: string, fromKey: string, toKey: string | null): Design {
  const withStages = changeV2Api(design, apiId, (api) => {
    const stages = mapMembers<V2Stage, Readonly<Record<string, V2Stage>>>(api.stages, (stage) => {
      const { routeSettings } = stage
      if (routeSettings === undefined) return stage
      const moved = toKey === null ? removeMember(routeSettings, fromKey) : renameMember(routeSettings, fromKey, toKey)
      return setMember(stage, 'routeSettings', moved)
    })
    return setMember(api, 'stages', stages as typeof api.stages)
  })
  return changeScenarios(withStages, (scenario) =>
    scenario.apiId === apiId ? moveScenarioRoute(scenario, fromKey, toKey) : scenario,
  )
}
