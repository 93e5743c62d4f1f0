import type { UsagePlan } from '@shared/design/usage-plan'

/** What the parts of a plan's form need: where a member is and how it is changed. */
export interface PlanPartProps {
  readonly plan: UsagePlan
  at(...path: (string | number)[]): string
  change(what: string, patch: Partial<UsagePlan>, isTyped: boolean): void
}
