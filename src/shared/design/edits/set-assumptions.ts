import type { Assumptions } from '../assumptions'
import type { Design } from '../design'
import { patchMembers } from './update-in'

/** Answers chosen where AWS is silent; `undefined` gives one back to its default. */
export function setAssumptions(design: Design, patch: Partial<Assumptions>): Design {
  const assumptions = patchMembers<Partial<Assumptions>>(design.assumptions ?? {}, patch)
  return patchMembers(design, { assumptions: Object.keys(assumptions).length === 0 ? undefined : assumptions })
}
