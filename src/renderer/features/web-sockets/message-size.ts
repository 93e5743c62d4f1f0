import { formatBytes, formatCount, plural } from '../../ui/format'

/** One frame, and what one message is metered in. Bytes. Source: websocket-api.md 6. */
export const FRAME_LIMIT = 32 * 1024
/** Bytes of one message. */
export const MESSAGE_LIMIT = 128 * 1024

export interface MessageSize {
  readonly bytes: number
  /** "49 bytes, 1 metered message of 32 KB". */
  readonly text: string
  /** What the gateway will do to such a message; null for one that it takes. */
  readonly warning: string | null
}

const encoder = new TextEncoder()

export function messageSize(message: string): MessageSize {
  const bytes = encoder.encode(message).length
  const metered = Math.max(1, Math.ceil(bytes / FRAME_LIMIT))
  const size = bytes < 1024 ? plural(bytes, 'byte') : `${formatBytes(bytes)} (${formatCount(bytes)} bytes)`
  return { bytes, text: `${size}, ${plural(metered, 'metered message')} of 32 KB`, warning: warningOf(bytes) }
}

function warningOf(bytes: number): string | null {
  if (bytes > MESSAGE_LIMIT) return 'Over 128 KB: the gateway closes the connection with 1009.'
  if (bytes > FRAME_LIMIT) return 'Over 32 KB in one frame: the gateway closes the connection with 1009.'
  return null
}
