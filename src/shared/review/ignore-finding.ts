import type { Design } from '../design/design'
import type { Finding } from './review-rule'
import { setMember } from '../design/edits/update-in'

/** A finding set aside with a reason, or the reason of one that already is changed. An edit like any other: it can be undone. */
export function ignoreFinding(
  design: Design,
  { rule, pointer }: Pick<Finding, 'rule' | 'pointer'>,
  reason: string,
): Design {
  const entries = design.review?.ignored ?? []
  const isSame = (each: (typeof entries)[number]): boolean => each.rule === rule && each.pointer === pointer
  const entry = { rule, pointer, reason }
  const ignored = entries.some(isSame) ? entries.map((each) => (isSame(each) ? entry : each)) : [...entries, entry]
  return setMember(design, 'review', { ...design.review, ignored })
}
