import { pointerTo } from '../diagnostic'
import type { Path } from '../design/checks/problem'
import type { Finding, FindingFix, ReviewRule } from './review-rule'

/** A finding of a rule. `more`: a severity of its own, and a fix where there is a safe one. */
export function finding(
  rule: Pick<ReviewRule, 'id' | 'severity'>,
  at: Path,
  message: string,
  more: { readonly severity?: ReviewRule['severity']; readonly fix?: FindingFix | undefined } = {},
): Finding {
  const { severity = rule.severity, fix } = more
  return { rule: rule.id, severity, message, pointer: pointerTo(at), ...(fix && { fix }) }
}
