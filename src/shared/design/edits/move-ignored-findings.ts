import type { Design } from '../design'
import type { IgnoredFinding } from '../review'
import { mapItems, removeMember, setMember } from './update-in'

/** What tells the items of a design's lists apart. */
const KEYS = {
  apis: (design: Design): readonly string[] => design.apis.map(({ id }) => id),
  usagePlans: (design: Design): readonly string[] => design.usagePlans.map(({ id }) => id),
  scenarios: (design: Design): readonly string[] => design.scenarios.map(({ name }) => name),
} as const

/**
 * Ignored findings point to items of lists by number. After an edit that takes items away they follow their items, or go with them, so
 * that none excuses what took the place of its own.
 */
export function moveIgnoredFindings(before: Design, after: Design): Design {
  const { review } = after
  if (review === undefined || before === after) return after
  const ignored = mapItems(review.ignored, (entry) => movedEntry(entry, before, after))
  return ignored.length === 0 && review.ignored.length > 0
    ? removeMember(after, 'review')
    : setMember(after, 'review', setMember(review, 'ignored', ignored))
}

function movedEntry(entry: IgnoredFinding, before: Design, after: Design): IgnoredFinding | undefined {
  const [, list = '', index = '', rest = ''] =
    /^\/(apis|usagePlans|scenarios)\/(\d+)((?:\/.*)?)$/s.exec(entry.pointer) ?? []
  if (list === '') return entry
  const keysOf = KEYS[list as keyof typeof KEYS]
  const key = keysOf(before)[Number(index)]
  // It led nowhere before.
  if (key === undefined) return entry
  const place = keysOf(after).indexOf(key)
  return place < 0 ? undefined : setMember(entry, 'pointer', `/${list}/${place}${rest}`)
}
