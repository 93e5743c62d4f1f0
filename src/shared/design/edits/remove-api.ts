import type { Design } from '../design'
import { findApi } from '../route-key'
import { changePlanStages } from './change-plans'
import { changeRequests } from './change-requests'
import { changeScenarios } from './change-scenarios'
import { changeTemplateSlots } from './change-templates'
import { moveIgnoredFindings } from './move-ignored-findings'
import { mapItems, setMember } from './update-in'

/**
 * An API of any type goes, and with it its places in usage plans and domains, the scenarios and the saved requests that call it.
 * Saved templates of its slots stay, without a slot.
 */
export function removeApi(design: Design, apiId: string): Design {
  if (!findApi(design, apiId)) return design
  const without = setMember(
    design,
    'apis',
    design.apis.filter((api) => api.id !== apiId),
  )
  const withPlans = changePlanStages(without, (covered) => (covered.apiId === apiId ? undefined : covered))
  const withScenarios = changeScenarios(withPlans, (scenario) => (scenario.apiId === apiId ? undefined : scenario))
  const domainNames = mapItems(design.domainNames, (domain) =>
    setMember(
      domain,
      'basePathMappings',
      mapItems(domain.basePathMappings, (mapping) => (mapping.apiId === apiId ? undefined : mapping)),
    ),
  )
  const withTemplates = changeTemplateSlots(withScenarios, (slot) => (slot.apiId === apiId ? undefined : slot))
  const withRequests = changeRequests(withTemplates, (request) => (request.apiId === apiId ? undefined : request))
  return moveIgnoredFindings(design, setMember(withRequests, 'domainNames', domainNames))
}
