import type { GatewayResponseType } from '@shared/design/gateway-response'

/** Which gateway response a refusal is answered with; assumed where the service does not say. */
const RESPONSE_TYPES = {
  MissingAuthenticationTokenException: 'MISSING_AUTHENTICATION_TOKEN',
  IncompleteSignatureException: 'MISSING_AUTHENTICATION_TOKEN',
  InvalidSignatureException: 'INVALID_SIGNATURE',
  UnrecognizedClientException: 'INVALID_SIGNATURE',
  ExpiredTokenException: 'EXPIRED_TOKEN',
} as const satisfies Record<string, GatewayResponseType>

/** `x-amzn-ErrorType`. */
export type SigV4ErrorType = keyof typeof RESPONSE_TYPES

/** Why a request is not taken for signed. Source: rest-api.md 7.5. */
export interface SigV4Failure {
  readonly ok: false
  readonly status: 403
  readonly errorType: SigV4ErrorType
  readonly responseType: GatewayResponseType
  readonly message: string
}

export function sigV4Failure(errorType: SigV4ErrorType, message: string): SigV4Failure {
  return { ok: false, status: 403, errorType, responseType: RESPONSE_TYPES[errorType], message }
}
