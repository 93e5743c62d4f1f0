/**
 * What a policy or an authorizer said, as small ints. SILENT: no statement matched. EVALUATE: a stored policy names single methods, so
 * each request asks `Facts.authorizerPolicyEffect`. FAILED and REFUSED are answers of an authorizer only and are never kept.
 */
export const ALLOW = 1
export const DENY = 2
export const SILENT = 3
export const EVALUATE = 4
export const FAILED = 5
export const REFUSED = 6

export type PolicyEffect = typeof ALLOW | typeof DENY | typeof SILENT
export type AuthorizerEffect = PolicyEffect | typeof EVALUATE | typeof FAILED | typeof REFUSED
