import { GatewrightError, type ErrorMessage } from '@shared/contract/errors'

/** What crossed the contract as data, as the error it was. */
export function errorOf({ code, message, details }: ErrorMessage): GatewrightError {
  return new GatewrightError(code, message, details ? { details } : {})
}
