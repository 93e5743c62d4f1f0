import type { PolicyEffect } from './effect'
import type { Flight } from './flight'

/** `Facts.validity`. */
export const VALID = 0
export const INVALID_PARAMETERS = 1
export const INVALID_BODY = 2
export type Validity = typeof VALID | typeof INVALID_PARAMETERS | typeof INVALID_BODY

/** What is dear to know is asked at the step that needs it. One implementation in a process, so that the calls inline. */
export interface Facts {
  /** Slot of the caller's address in `Runtime.webAcls`. Asked only where a web ACL is in front. */
  callerAddress(flight: Flight): number
  /** Whether the request passes its method's validator. */
  validity(flight: Flight): Validity
  /** What the API's resource policy says of this request. */
  resourcePolicyEffect(flight: Flight): PolicyEffect
  /** What the stored policy of this caller says of this method. */
  authorizerPolicyEffect(flight: Flight): PolicyEffect
}
