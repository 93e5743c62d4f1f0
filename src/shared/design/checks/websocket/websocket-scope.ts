import type { Diagnostic } from '../../../diagnostic'
import type { Design } from '../../design'
import type { WebSocketApi } from '../../websocket-api'
import type { Path } from '../problem'

/** A WebSocket API under check, and where it is in the design. */
export interface WebSocketScope {
  readonly design: Design
  readonly api: WebSocketApi
  readonly at: Path
}

export type WebSocketCheck = (scope: WebSocketScope) => Diagnostic[]
