import { checkDesign } from '@shared/design/checks/check-design'
import type { Design } from '@shared/design/design'
import type { IgnoredFinding } from '@shared/design/review'
import type { Severity } from '@shared/diagnostic'
import { reviewDesign } from '@shared/review/review-design'
import type { Finding, ReviewRule } from '@shared/review/review-rule'

/** A finding without its fix, which only a window can apply. `rule` is a code of the checks for what AWS would refuse. */
export interface LintFinding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly pointer: string
  readonly fixable: boolean
}

export interface LintResult {
  readonly findings: readonly LintFinding[]
  /** What somebody set aside, and why. */
  readonly ignored: readonly (LintFinding & { readonly reason: string })[]
  /** What was set aside and is not found any more. */
  readonly unused: readonly IgnoredFinding[]
}

/** The findings of rules over a design, and first what is wrong with it altogether when `hasChecks`. */
export function lintDesign(design: Design, rules: readonly ReviewRule[], hasChecks: boolean): LintResult {
  const { findings, ignored, unused } = reviewDesign(design, rules)
  const problems = hasChecks ? checkDesign(design) : []
  return {
    findings: [
      ...problems.map(({ code, severity, message, pointer }) => ({
        rule: code,
        severity,
        message,
        pointer,
        fixable: false,
      })),
      ...findings.map(lintFinding),
    ],
    ignored: ignored.map(({ finding, reason }) => ({ ...lintFinding(finding), reason })),
    unused,
  }
}

function lintFinding({ rule, severity, message, pointer, fix }: Finding): LintFinding {
  return { rule, severity, message, pointer, fixable: fix !== undefined }
}
