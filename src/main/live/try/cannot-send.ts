import { GatewrightError } from '@shared/contract/errors'

/** "The request was not sent: " and why, with what to do about it. */
export function cannotSend(why: string): GatewrightError {
  return new GatewrightError('live/cannot-send', `The request was not sent: ${why}`)
}
