import type { StepName } from '@shared/step-name'

/** One place in the lifecycle. */
export interface LifecycleStep {
  readonly step: StepName
  /** Why it stands here, after the one before it. */
  readonly source: string
  /** The service does not document it; rest-api.md names the default. */
  readonly isAssumed?: boolean
}

/**
 * What happens to a request of a REST API, in order. `compile` leaves out of a route's plan what the route does not use.
 * Source: rest-api.md 2.1 and 5.1, from the API Gateway Developer Guide.
 */
export const REST_ORDER: readonly LifecycleStep[] = [
  { step: 'waf', source: 'Use AWS WAF to protect your REST APIs: web ACLs before any other access control' },
  {
    step: 'resource-policy',
    source: 'API Gateway resource policies: with a Lambda authorizer the policy is looked at before it',
  },
  { step: 'authorizer', source: 'Execution logs: "Starting authorizer" precedes "Verifying Usage Plan"' },
  { step: 'api-key', source: 'Execution logs; a key source of AUTHORIZER needs the authorizer first' },
  { step: 'quota', source: 'Throttle requests: usage plans before stage limits', isAssumed: true },
  { step: 'usage-plan-throttle', source: 'Throttle requests: per-client limits come first' },
  { step: 'method-throttle', source: 'Throttle requests: per-method limits of the stage come second' },
  { step: 'stage-throttle', source: 'Throttle requests: methods without a limit of their own have the stage default' },
  { step: 'account-throttle', source: 'Throttle requests: the account limit comes last' },
  { step: 'count-quota', source: 'rest-api.md U2: only what every throttle admitted counts', isAssumed: true },
  {
    step: 'request-validator',
    source: 'rest-api.md 2.1: after access control, before the integration',
    isAssumed: true,
  },
  { step: 'cache-lookup', source: 'rest-api.md 2.1: a hit returns without an integration request', isAssumed: true },
  { step: 'integration', source: 'rest-api.md 2.1' },
]

/**
 * The same for methods with IAM or user-pool authorization: who calls is found out before the resource policy is looked at.
 * Source: API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow".
 */
export const CALLER_FIRST_ORDER: readonly LifecycleStep[] = REST_ORDER.flatMap((entry) => {
  if (entry.step === 'resource-policy') return []
  return entry.step === 'authorizer' ? [entry, REST_ORDER.find(({ step }) => step === 'resource-policy')!] : [entry]
})
