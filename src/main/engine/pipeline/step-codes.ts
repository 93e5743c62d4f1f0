import { STEP_NAMES, type StepName } from '@shared/step-name'

/** Positions in the shared list `STEP_NAMES`, as constants the compiler can fold. */
export const WAF = 0
export const RESOURCE_POLICY = 1
export const AUTHORIZER = 2
export const API_KEY = 3
export const QUOTA = 4
export const USAGE_PLAN_THROTTLE = 5
export const METHOD_THROTTLE = 6
export const STAGE_THROTTLE = 7
export const ACCOUNT_THROTTLE = 8
export const COUNT_QUOTA = 9
export const REQUEST_VALIDATOR = 10
export const CACHE_LOOKUP = 11
export const INTEGRATION = 12
export const CONNECTION_RATE = 13

export function stepCode(name: StepName): number {
  return STEP_NAMES.indexOf(name)
}
