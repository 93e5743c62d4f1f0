import type { Design } from '../design'
import { moveIgnoredFindings } from './move-ignored-findings'
import { mapItems, setMember } from './update-in'

/** A usage plan goes; its keys stay. */
export function removeUsagePlan(design: Design, planId: string): Design {
  const plans = mapItems(design.usagePlans, (plan) => (plan.id === planId ? undefined : plan))
  return moveIgnoredFindings(design, setMember(design, 'usagePlans', plans))
}
