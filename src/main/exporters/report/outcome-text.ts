import { OUTCOME_INFO, OUTCOMES, type OutcomeInfo, type OutcomeName } from '@shared/outcome'

const TEXT: { readonly [name in OutcomeName]: string } = {
  INTEGRATED: 'Answered by the backend',
  CACHED: 'Answered from the cache',
  INTEGRATION_CLIENT_ERROR: 'The backend answered 4xx',
  INTEGRATION_SERVER_ERROR: 'The backend answered 5xx',
  INTEGRATION_TIMEOUT: 'The integration timed out',
  INTEGRATION_FAILURE: 'The integration failed',
  BLOCKED: 'The backend was at its concurrency limit',
  THROTTLED_PLAN_METHOD: 'Throttled by a usage plan’s limit on the method',
  THROTTLED_PLAN: 'Throttled by a usage plan',
  THROTTLED_METHOD: 'Throttled by the method’s limit',
  THROTTLED_STAGE: 'Throttled by the stage’s limit',
  THROTTLED_ACCOUNT: 'Throttled by the account’s limit',
  QUOTA_EXCEEDED: 'Over the quota of a usage plan',
  UNAUTHORIZED: 'No valid token',
  ACCESS_DENIED: 'Denied',
  ACCESS_DENIED_EXPLICIT: 'Denied explicitly',
  INVALID_API_KEY: 'No valid API key',
  AUTHORIZER_CONFIGURATION_ERROR: 'The authorizer failed',
  BAD_REQUEST_PARAMETERS: 'A required parameter was missing',
  BAD_REQUEST_BODY: 'The body was not valid',
  WAF_FILTERED: 'Blocked by the web ACL',
}

/** What an outcome means, and what the client saw; the code itself for one that this release does not know. */
export function outcomeText(name: string): { readonly text: string; readonly info: OutcomeInfo | null } {
  const known = OUTCOMES.find((one) => one === name)
  return known === undefined ? { text: name, info: null } : { text: TEXT[known], info: OUTCOME_INFO[known] }
}
