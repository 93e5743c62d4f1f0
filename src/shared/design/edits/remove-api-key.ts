import type { Design } from '../design'
import { changePlans } from './change-plans'
import { changeRequests } from './change-requests'
import { changeScenarios, moveScenarioKey } from './change-scenarios'
import { mapItems, removeMember, setMember } from './update-in'

/** An API key goes, from its usage plans and from saved requests too, and from scenarios when no other key has its name. */
export function removeApiKey(design: Design, keyId: string): Design {
  const key = design.apiKeys.find((each) => each.id === keyId)
  if (!key) return design
  const apiKeys = mapItems(design.apiKeys, (each) => (each.id === keyId ? undefined : each))
  const without = changePlans(setMember(design, 'apiKeys', apiKeys), (plan) =>
    setMember(
      plan,
      'keyIds',
      mapItems(plan.keyIds, (each) => (each === keyId ? undefined : each)),
    ),
  )
  const withRequests = changeRequests(without, (request) =>
    request.apiKeyId === keyId ? removeMember(request, 'apiKeyId') : request,
  )
  if (apiKeys.some((each) => each.name === key.name)) return withRequests
  return changeScenarios(withRequests, (scenario) => moveScenarioKey(scenario, key.name, null))
}
