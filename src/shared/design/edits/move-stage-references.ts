import type { Design } from '../design'
import { changePlanStages } from './change-plans'
import { changeRequests } from './change-requests'
import { changeScenarios } from './change-scenarios'
import { mapItems, setMember } from './update-in'

/** Where the references to a stage go: usage plans and domains to `to` or away, scenarios to `scenarioStage` or away. */
export interface StageMove {
  readonly apiId: string
  readonly from: string
  readonly to: string | null
  readonly scenarioStage: string | null
}

/**
 * Usage plans, base path mappings and scenarios follow a stage that is renamed or removed; saved requests do as scenarios, but stay
 * when no stage is left.
 */
export function moveStageReferences(design: Design, move: StageMove): Design {
  const isMoved = (reference: { readonly apiId: string; readonly stage?: string }): boolean =>
    reference.apiId === move.apiId && reference.stage === move.from
  const follow = <T extends { readonly apiId: string; readonly stage?: string }>(reference: T, to: string | null) =>
    !isMoved(reference) ? reference : to === null ? undefined : { ...reference, stage: to }
  const withPlans = changePlanStages(design, (covered) => follow(covered, move.to))
  const withScenarios = changeScenarios(withPlans, (scenario) => follow(scenario, move.scenarioStage))
  const domainNames = mapItems(design.domainNames, (domain) =>
    setMember(
      domain,
      'basePathMappings',
      mapItems(domain.basePathMappings, (mapping) => follow(mapping, move.to)),
    ),
  )
  const withRequests = changeRequests(withScenarios, (request) => follow(request, move.scenarioStage) ?? request)
  return setMember(withRequests, 'domainNames', domainNames)
}
