import { STEP_NAMES, type StepName } from '@shared/step-name'

/** Positions in the shared list `STEP_NAMES`, as constants the compiler can fold. */
export const RESOURCE_POLICY = 0
export const AUTHORIZER = 1
export const API_KEY = 2
export const QUOTA = 3
export const USAGE_PLAN_THROTTLE = 4
export const METHOD_THROTTLE = 5
export const STAGE_THROTTLE = 6
export const ACCOUNT_THROTTLE = 7
export const COUNT_QUOTA = 8
export const REQUEST_VALIDATOR = 9
export const CACHE_LOOKUP = 10
export const INTEGRATION = 11

export function stepCode(name: StepName): number {
  return STEP_NAMES.indexOf(name)
}
