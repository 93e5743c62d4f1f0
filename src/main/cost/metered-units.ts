/** HTTP APIs meter the larger of request and response in these. Source: AWS pricing page, "metered in 512 KB increments". Bytes. */
export const HTTP_REQUEST_INCREMENT = 512 * 1024
/** WebSocket APIs meter each message in these. Source: AWS pricing page, "metered in 32 KB increments". Bytes. */
export const WEBSOCKET_MESSAGE_INCREMENT = 32 * 1024

/** How often one call of this size is charged: once at least. */
export function meteredUnits(bytes: number, increment: number): number {
  return Math.max(1, Math.ceil(bytes / increment))
}
