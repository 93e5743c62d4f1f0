/**
 * How a request ended: positions in the shared list `OUTCOMES`, as constants the compiler can fold. Counters are indexed by them.
 */
export const INTEGRATED = 0
export const CACHED = 1
export const INTEGRATION_CLIENT_ERROR = 2
export const INTEGRATION_SERVER_ERROR = 3
export const INTEGRATION_TIMEOUT = 4
export const INTEGRATION_FAILURE = 5
export const BLOCKED = 6
export const THROTTLED_PLAN_METHOD = 7
export const THROTTLED_PLAN = 8
export const THROTTLED_METHOD = 9
export const THROTTLED_STAGE = 10
export const THROTTLED_ACCOUNT = 11
export const QUOTA_EXCEEDED = 12
export const UNAUTHORIZED = 13
export const ACCESS_DENIED = 14
export const ACCESS_DENIED_EXPLICIT = 15
export const INVALID_API_KEY = 16
export const AUTHORIZER_CONFIGURATION_ERROR = 17
export const BAD_REQUEST_PARAMETERS = 18
export const BAD_REQUEST_BODY = 19
export const WAF_FILTERED = 20

/** An outcome's number. Rows of counters have `OUTCOME_STRIDE` places, so that an index is a shift. */
export type Outcome = number
export const OUTCOME_STRIDE = 32

/** Outcomes up to this one were answered by a backend or the cache: the ones latency is measured over. */
export const LAST_ANSWERED = INTEGRATION_FAILURE
