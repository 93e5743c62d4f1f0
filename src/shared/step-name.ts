/** The parts of the pipeline. Engine and window share these names; the order is in `main/engine/pipeline/order.ts`. */
export const STEP_NAMES = [
  'waf',
  'resource-policy',
  'authorizer',
  'api-key',
  'quota',
  'usage-plan-throttle',
  'method-throttle',
  'stage-throttle',
  'account-throttle',
  'count-quota',
  'request-validator',
  'cache-lookup',
  'integration',
  'connection-rate',
] as const
export type StepName = (typeof STEP_NAMES)[number]
