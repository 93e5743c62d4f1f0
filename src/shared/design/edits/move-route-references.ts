import type { Design } from '../design'
import { isVerb } from '../method'
import type { TemplateSlot } from '../mapping-template'
import { methodSettingKey } from '../method-settings'
import type { Stage } from '../stage'
import type { ApiStage } from '../usage-plan'
import { changePlanStages } from './change-plans'
import { changeRestApi } from './change-rest-api'
import { changeScenarios, moveScenarioRoute } from './change-scenarios'
import { changeTemplateSlots } from './change-templates'
import { mapMembers, patchMembers, removeMember, renameMember, setMember } from './update-in'
import { routeKeyOf, splitRouteKey } from '../route-key'

/**
 * Whatever speaks of a route outside its method (method settings of every stage, throttles of usage plans, scenarios, slots of saved
 * templates) follows it to its new routeKey, or goes with it when `toKey` is null. Saved templates stay, without their slot.
 */
export function moveRouteReferences(design: Design, apiId: string, fromKey: string, toKey: string | null): Design {
  const from = settingKeyOf(fromKey)
  const to = toKey === null ? null : settingKeyOf(toKey)
  const withStages = changeRestApi(design, apiId, (api) =>
    setMember(
      api,
      'stages',
      mapMembers(api.stages, (stage: Stage) =>
        setMember(stage, 'methodSettings', move(stage.methodSettings, from, to)),
      ),
    ),
  )
  const withPlans = changePlanStages(withStages, (covered) =>
    covered.apiId === apiId ? movePlanThrottle(covered, from, to) : covered,
  )
  const withScenarios = changeScenarios(withPlans, (scenario) =>
    scenario.apiId === apiId ? moveScenarioRoute(scenario, fromKey, toKey) : scenario,
  )
  return changeTemplateSlots(withScenarios, (slot) =>
    slot.apiId === apiId && routeKeyOf(slot.verb, slot.path) === fromKey ? moveSlot(slot, toKey) : slot,
  )
}

function moveSlot(slot: TemplateSlot, toKey: string | null): TemplateSlot | undefined {
  if (toKey === null) return undefined
  const { verb, path } = splitRouteKey(toKey)
  return isVerb(verb) ? { ...slot, verb, path } : slot
}

function movePlanThrottle(covered: ApiStage, from: string, to: string | null): ApiStage {
  if (!covered.throttle) return covered
  const throttle = move(covered.throttle, from, to)
  return patchMembers(covered, { throttle: Object.keys(throttle).length === 0 ? undefined : throttle })
}

function move<V>(
  record: { readonly [key: string]: V },
  from: string,
  to: string | null,
): { readonly [key: string]: V } {
  return to === null ? removeMember(record, from) : renameMember(record, from, to)
}

function settingKeyOf(routeKey: string): string {
  const { verb, path } = splitRouteKey(routeKey)
  return methodSettingKey(path, verb)
}
