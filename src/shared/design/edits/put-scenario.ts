import type { Design } from '../design'
import type { Scenario } from '../scenario'
import { putItem, setMember } from './update-in'

/** A scenario added, or the one with its name replaced. */
export function putScenario(design: Design, scenario: Scenario): Design {
  return setMember(design, 'scenarios', putItem(design.scenarios, 'name', scenario))
}
