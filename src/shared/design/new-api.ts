import type { Api, ProtocolType } from './api'
import { newHttpApi } from './new-http-api'
import { newRestApi } from './new-design'
import { newWebSocketApi } from './new-websocket-api'

export interface NewApiOptions {
  readonly name: string
  readonly protocolType: ProtocolType
  /** Ids that other APIs of the design have. */
  readonly takenIds: readonly string[]
  /** ISO 8601: when it was made. */
  readonly createdDate: string
}

/** An API of any type, as it begins. */
export function newApi({ name, protocolType, takenIds, createdDate }: NewApiOptions): Api {
  if (protocolType === 'HTTP') return newHttpApi(name, takenIds)
  return protocolType === 'REST' ? newRestApi(name, { takenIds, createdDate }) : newWebSocketApi(name, takenIds)
}
