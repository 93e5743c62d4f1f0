import type { Design } from '../design'
import { changePlans } from './change-plans'
import { setMember } from './update-in'

/** Which API keys a usage plan holds, in this order. Ids that no key has, and repetitions, are left out. */
export function setPlanKeys(design: Design, planId: string, keyIds: readonly string[]): Design {
  const known = new Set(design.apiKeys.map((key) => key.id))
  const wanted = [...new Set(keyIds)].filter((id) => known.has(id))
  return changePlans(design, (plan) => {
    const isSame = plan.keyIds.length === wanted.length && plan.keyIds.every((id, index) => id === wanted[index])
    return plan.id !== planId || isSame ? plan : setMember(plan, 'keyIds', wanted)
  })
}
