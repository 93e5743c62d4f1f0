import type { Api } from './api'
import type { Design } from './design'
import type { HttpApi } from './http-api'
import type { RestApi } from './rest-api'
import { findApi } from './route-key'

/** An API that is called request by request; a WebSocket API is connected to. */
export type CallableApi = RestApi | HttpApi

export function isCallable(api: Api): api is CallableApi {
  return api.protocolType !== 'WEBSOCKET'
}

/** Undefined when there is none with that id, or it is a WebSocket API. */
export function findCallableApi(design: Design, apiId: string): CallableApi | undefined {
  const api = findApi(design, apiId)
  return api !== undefined && isCallable(api) ? api : undefined
}
