/** What the host must do next: small ints, because they are compared for every step of every request. */
export const CONTINUE = 0
export const CALL_AUTHORIZER = 1
export const CALL_INTEGRATION = 2
export const RESPOND = 3
export type Verdict = typeof CONTINUE | typeof CALL_AUTHORIZER | typeof CALL_INTEGRATION | typeof RESPOND
