import type { ThrottleSettings } from '../design'
import type { V2Api } from '../v2-api'
import type { Labels } from './pair-items'

/** Where an HTTP or WebSocket API stands, what it and its authorizers are called, and the API it is compared with. */
export interface V2Context {
  readonly api: string
  readonly pointer: string
  readonly authorizers: Labels<string>
  readonly other: V2Api | undefined
  readonly account: ThrottleSettings
}
