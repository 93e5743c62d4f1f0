/** How a connection ended, as the `$disconnect` event tells it. */
export interface DisconnectReason {
  readonly statusCode: number
  readonly reason: string
}

/** Source of all: websocket-api.md 2.4 and 6. */
export const CLOSED_BY_MANAGEMENT: DisconnectReason = { statusCode: 1000, reason: 'Connection Closed Normally' }
/** Idle for ten minutes, or open for two hours. */
export const GOING_AWAY: DisconnectReason = { statusCode: 1001, reason: 'Going away' }
export const BINARY_REFUSED: DisconnectReason = { statusCode: 1003, reason: '' }
export const TOO_LARGE: DisconnectReason = { statusCode: 1009, reason: '' }
/** The connection broke: no close frame came. */
const BROKEN: DisconnectReason = { statusCode: 1006, reason: '' }
const NO_STATUS: DisconnectReason = { statusCode: 1005, reason: 'Client-side close frame status not set' }

/** What a client's close frame says; 1005 stands for a frame without a code, 1006 for no frame at all. */
export function clientDisconnect(code: number, reason: string): DisconnectReason {
  if (code === BROKEN.statusCode) return BROKEN
  return code === NO_STATUS.statusCode ? NO_STATUS : { statusCode: code, reason }
}
