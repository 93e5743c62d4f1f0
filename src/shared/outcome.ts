import type { GatewayResponseType } from './design/gateway-response'
import type { ThrottleLevel } from './contract/snapshot'

/** How a request ended, at its index: the engine's outcomes are small ints because counters are indexed by them. */
export const OUTCOMES = [
  'INTEGRATED',
  'CACHED',
  'INTEGRATION_CLIENT_ERROR',
  'INTEGRATION_SERVER_ERROR',
  'INTEGRATION_TIMEOUT',
  'INTEGRATION_FAILURE',
  'BLOCKED',
  'THROTTLED_PLAN_METHOD',
  'THROTTLED_PLAN',
  'THROTTLED_METHOD',
  'THROTTLED_STAGE',
  'THROTTLED_ACCOUNT',
  'QUOTA_EXCEEDED',
  'UNAUTHORIZED',
  'ACCESS_DENIED',
  'ACCESS_DENIED_EXPLICIT',
  'INVALID_API_KEY',
  'AUTHORIZER_CONFIGURATION_ERROR',
  'BAD_REQUEST_PARAMETERS',
  'BAD_REQUEST_BODY',
  'WAF_FILTERED',
] as const
export type OutcomeName = (typeof OUTCOMES)[number]

/** `families` are those of the charts: one colour each. `status` is what the client sees unless a gateway response changes it. */
export interface OutcomeInfo {
  readonly status: number
  readonly family: OutcomeFamily
  readonly gatewayResponse: GatewayResponseType | null
  readonly level: ThrottleLevel | null
  /** Passed every throttle and quota, and was not refused by the backend's concurrency limit. */
  readonly isAdmitted: boolean
}
export type OutcomeFamily = 'served' | 'cacheHit' | 'rejected' | 'denied' | 'throttled' | 'error'

function outcome(
  status: number,
  family: OutcomeFamily,
  gatewayResponse: GatewayResponseType | null,
  isAdmitted: boolean,
  level: ThrottleLevel | null = null,
): OutcomeInfo {
  return { status, family, gatewayResponse, isAdmitted, level }
}

/** Source of statuses and types: rest-api.md 4.1. */
export const OUTCOME_INFO: { readonly [name in OutcomeName]: OutcomeInfo } = {
  INTEGRATED: outcome(200, 'served', null, true),
  CACHED: outcome(200, 'cacheHit', null, true),
  INTEGRATION_CLIENT_ERROR: outcome(400, 'served', null, true),
  INTEGRATION_SERVER_ERROR: outcome(502, 'error', null, true),
  INTEGRATION_TIMEOUT: outcome(504, 'error', 'INTEGRATION_TIMEOUT', true),
  INTEGRATION_FAILURE: outcome(504, 'error', 'INTEGRATION_FAILURE', true),
  BLOCKED: outcome(500, 'error', null, false),
  THROTTLED_PLAN_METHOD: outcome(429, 'throttled', 'THROTTLED', false, 'planMethod'),
  THROTTLED_PLAN: outcome(429, 'throttled', 'THROTTLED', false, 'plan'),
  THROTTLED_METHOD: outcome(429, 'throttled', 'THROTTLED', false, 'method'),
  THROTTLED_STAGE: outcome(429, 'throttled', 'THROTTLED', false, 'stage'),
  THROTTLED_ACCOUNT: outcome(429, 'throttled', 'THROTTLED', false, 'account'),
  QUOTA_EXCEEDED: outcome(429, 'throttled', 'QUOTA_EXCEEDED', false),
  UNAUTHORIZED: outcome(401, 'denied', 'UNAUTHORIZED', false),
  ACCESS_DENIED: outcome(403, 'denied', 'ACCESS_DENIED', false),
  ACCESS_DENIED_EXPLICIT: outcome(403, 'denied', 'ACCESS_DENIED', false),
  INVALID_API_KEY: outcome(403, 'denied', 'INVALID_API_KEY', false),
  AUTHORIZER_CONFIGURATION_ERROR: outcome(500, 'error', 'AUTHORIZER_CONFIGURATION_ERROR', false),
  BAD_REQUEST_PARAMETERS: outcome(400, 'rejected', 'BAD_REQUEST_PARAMETERS', true),
  BAD_REQUEST_BODY: outcome(400, 'rejected', 'BAD_REQUEST_BODY', true),
  WAF_FILTERED: outcome(403, 'denied', 'WAF_FILTERED', false),
}
