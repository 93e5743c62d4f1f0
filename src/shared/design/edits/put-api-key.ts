import type { ApiKey } from '../api-key'
import type { Design } from '../design'
import { changeScenarios, moveScenarioKey } from './change-scenarios'
import { putItem, setMember } from './update-in'

/** An API key added, or the one with its id replaced. Scenarios, which know keys by name, follow a new name. */
export function putApiKey(design: Design, key: ApiKey): Design {
  const changed = setMember(design, 'apiKeys', putItem(design.apiKeys, 'id', key))
  const oldName = design.apiKeys.find((each) => each.id === key.id)?.name
  const isOldNameKnown = changed.apiKeys.some((each) => each.name === oldName)
  if (oldName === undefined || isOldNameKnown) return changed
  return changeScenarios(changed, (scenario) => moveScenarioKey(scenario, oldName, key.name))
}
