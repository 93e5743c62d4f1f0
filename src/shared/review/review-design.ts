import type { Design } from '../design/design'
import type { IgnoredFinding } from '../design/review'
import { REVIEW_RULES } from './review-rules'
import type { Finding, ReviewRule } from './review-rule'

/** What a review found, and what became of it. */
export interface DesignReview {
  /** Errors first, then warnings; within them by rule, in the order of the design. */
  readonly findings: readonly Finding[]
  readonly ignored: readonly IgnoredAway[]
  /** Entries that no finding meets any more: what they excused is gone, or moved. */
  readonly unused: readonly IgnoredFinding[]
}

/** A finding that somebody lives with, and why. */
export interface IgnoredAway {
  readonly finding: Finding
  readonly reason: string
}

const ORDER = ['error', 'warning', 'info'] as const

/** Every rule over a design, or those of `rules`. */
export function reviewDesign(design: Design, rules: readonly ReviewRule[] = REVIEW_RULES): DesignReview {
  const entries = design.review?.ignored ?? []
  const used = new Set<IgnoredFinding>()
  const findings: Finding[] = []
  const ignored: IgnoredAway[] = []
  for (const found of rules.flatMap((rule) => rule.find(design))) {
    const entry = entries.find((each) => isMet(each, found))
    if (entry === undefined) findings.push(found)
    else {
      used.add(entry)
      ignored.push({ finding: found, reason: entry.reason })
    }
  }
  const asked = new Set(rules.map(({ id }) => id))
  return {
    findings: findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity)),
    ignored,
    unused: entries.filter((entry) => asked.has(entry.rule) && !used.has(entry)),
  }
}

/** An entry covers its place and what is below it. */
function isMet({ rule, pointer }: IgnoredFinding, found: Finding): boolean {
  return rule === found.rule && (found.pointer === pointer || found.pointer.startsWith(`${pointer}/`))
}
