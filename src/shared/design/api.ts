import type { HttpApi } from './http-api'
import type { RestApi } from './rest-api'
import type { WebSocketApi } from './websocket-api'

/** The three API types, told apart by AWS's `protocolType` (which the REST service itself leaves out). */
export type Api = RestApi | HttpApi | WebSocketApi
export type ProtocolType = Api['protocolType']
