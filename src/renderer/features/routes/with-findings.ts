import { worstOf, type StepProblem } from '../../stores/problems'
import type { LadderRow } from '../../ui/pipeline/ladder-row'

/** Each row with the worst of its problems. */
export function withFindings(rows: LadderRow[], problems: readonly StepProblem[]): LadderRow[] {
  if (problems.length === 0) return rows
  return rows.map((row) => {
    const worst = worstOf(problems.filter((problem) => problem.step === row.step))
    return worst === undefined
      ? row
      : { ...row, finding: { severity: worst.diagnostic.severity, text: worst.diagnostic.message } }
  })
}
