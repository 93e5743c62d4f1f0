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

/**
 * HTTP APIs. Which of throttle and authorizer comes first is not documented: `Assumptions.authorizeBeforeThrottle` turns them round.
 * Source: http-api.md 2.
 */
export const HTTP_ORDER: readonly LifecycleStep[] = [
  { step: 'method-throttle', source: 'Throttle requests to your HTTP APIs: route limits of the stage' },
  { step: 'stage-throttle', source: 'Throttle requests to your HTTP APIs: the default route settings of the stage' },
  { step: 'account-throttle', source: 'Throttle requests to your HTTP APIs: the account limit', isAssumed: true },
  { step: 'authorizer', source: 'http-api.md 2: after the throttle', isAssumed: true },
  { step: 'integration', source: 'http-api.md 2' },
]

export const HTTP_AUTHORIZER_FIRST_ORDER: readonly LifecycleStep[] = [
  HTTP_ORDER.find(({ step }) => step === 'authorizer')!,
  ...HTTP_ORDER.filter(({ step }) => step !== 'authorizer'),
]

/** The `$connect` route of a WebSocket API. Source: websocket-api.md 2.1, 3. */
export const WEBSOCKET_CONNECT_ORDER: readonly LifecycleStep[] = [
  { step: 'connection-rate', source: 'Quotas: new connections a second in an account and Region' },
  { step: 'method-throttle', source: 'websocket-api.md 6.1: route settings', isAssumed: true },
  { step: 'stage-throttle', source: 'websocket-api.md 6.1: default route settings', isAssumed: true },
  { step: 'account-throttle', source: 'websocket-api.md 6.1: shared by all API types', isAssumed: true },
  { step: 'authorizer', source: 'websocket-api.md 3.3: a key may come from the authorizer', isAssumed: true },
  { step: 'api-key', source: 'websocket-api.md 3.3' },
  { step: 'quota', source: 'websocket-api.md 3.3: the plan counts $connect', isAssumed: true },
  { step: 'usage-plan-throttle', source: 'websocket-api.md 3.3', isAssumed: true },
  { step: 'count-quota', source: 'as for REST APIs', isAssumed: true },
  { step: 'integration', source: 'websocket-api.md 2.1' },
]

/** Every other route: the caller is the one of the connection. Source: websocket-api.md 3.3, 4, 6.1. */
export const WEBSOCKET_MESSAGE_ORDER: readonly LifecycleStep[] = [
  { step: 'api-key', source: 'websocket-api.md 3.3: the key found at $connect', isAssumed: true },
  { step: 'quota', source: 'websocket-api.md 3.3: messages count', isAssumed: true },
  { step: 'usage-plan-throttle', source: 'websocket-api.md 3.3', isAssumed: true },
  { step: 'method-throttle', source: 'websocket-api.md 6.1: route settings' },
  { step: 'stage-throttle', source: 'websocket-api.md 6.1: default route settings' },
  { step: 'account-throttle', source: 'websocket-api.md 6.1: shared by all API types' },
  { step: 'count-quota', source: 'as for REST APIs', isAssumed: true },
  { step: 'request-validator', source: 'websocket-api.md 4.4: before the integration' },
  { step: 'integration', source: 'websocket-api.md 5' },
]
