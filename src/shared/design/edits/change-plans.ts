import type { Design } from '../design'
import type { ApiStage, UsagePlan } from '../usage-plan'
import { mapItems, setMember } from './update-in'

/** Every usage plan passed through `change`. */
export function changePlans(design: Design, change: (plan: UsagePlan) => UsagePlan): Design {
  return setMember(design, 'usagePlans', mapItems(design.usagePlans, change))
}

/** Every stage that a plan covers passed through `change`; `undefined` takes it out of its plan. */
export function changePlanStages(design: Design, change: (stage: ApiStage) => ApiStage | undefined): Design {
  return changePlans(design, (plan) => setMember(plan, 'apiStages', mapItems(plan.apiStages, change)))
}
