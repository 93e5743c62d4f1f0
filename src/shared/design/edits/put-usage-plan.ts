import type { Design } from '../design'
import type { UsagePlan } from '../usage-plan'
import { putItem, setMember } from './update-in'

/** A usage plan added, or the one with its id replaced. */
export function putUsagePlan(design: Design, plan: UsagePlan): Design {
  return setMember(design, 'usagePlans', putItem(design.usagePlans, 'id', plan))
}
