import type { Design } from '../design/design'
import { removeMember, setMember } from '../design/edits/update-in'
import type { IgnoredFinding } from '../design/review'

/** An entry of the ignored findings gone: what it excused shows again. */
export function restoreFinding(design: Design, { rule, pointer }: Pick<IgnoredFinding, 'rule' | 'pointer'>): Design {
  const entries = design.review?.ignored ?? []
  const ignored = entries.filter((each) => each.rule !== rule || each.pointer !== pointer)
  if (ignored.length === entries.length) return design
  return ignored.length === 0 ? removeMember(design, 'review') : setMember(design, 'review', { ignored })
}
