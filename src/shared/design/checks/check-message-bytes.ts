import type { Diagnostic } from '../../diagnostic'
import { LIMITS } from '../../limits'
import { isWholeWithin } from './numbers'
import { unless, type Path } from './problem'

/** Of one message; `undefined` is not checked. A larger one closes its connection. Source: websocket-api.md 6. */
export function checkMessageBytes(label: string, bytes: number | undefined, at: Path): Diagnostic[] {
  const most = LIMITS.webSocketMessage.value
  return unless(
    bytes === undefined || isWholeWithin(bytes, 0, most),
    'scenario/connections-invalid',
    at,
    () => `${label}: bytes is ${bytes}. A message has 0 to ${most.toLocaleString('en-US')} bytes.`,
  )
}
