import type { OutcomeName } from '@shared/outcome'

/** How a request ended, in a few words beside its status. */
export const OUTCOME_WORDS: { readonly [outcome in OutcomeName]: string } = {
  INTEGRATED: 'Answered by backend',
  CACHED: 'Answered from cache',
  INTEGRATION_CLIENT_ERROR: 'Backend answered 4xx',
  INTEGRATION_SERVER_ERROR: 'Backend answered 5xx',
  INTEGRATION_TIMEOUT: 'Integration timed out',
  INTEGRATION_FAILURE: 'Integration failed',
  BLOCKED: 'Backend at its concurrency limit',
  THROTTLED_PLAN_METHOD: 'Throttled by plan, method',
  THROTTLED_PLAN: 'Throttled by plan',
  THROTTLED_METHOD: 'Throttled by method',
  THROTTLED_STAGE: 'Throttled by stage',
  THROTTLED_ACCOUNT: 'Throttled by account',
  QUOTA_EXCEEDED: 'Quota exceeded',
  UNAUTHORIZED: 'No valid token',
  ACCESS_DENIED: 'Denied',
  ACCESS_DENIED_EXPLICIT: 'Denied explicitly',
  INVALID_API_KEY: 'Invalid API key',
  AUTHORIZER_CONFIGURATION_ERROR: 'Authorizer failed',
  BAD_REQUEST_PARAMETERS: 'Parameter missing',
  BAD_REQUEST_BODY: 'Body invalid',
  WAF_FILTERED: 'Blocked by WAF',
}
