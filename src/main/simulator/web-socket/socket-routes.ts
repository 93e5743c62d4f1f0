import { integrationIdOf } from '@shared/design/v2-api'
import type { Scenario } from '@shared/design/scenario'
import { DEFAULT_MESSAGE_BYTES } from '@shared/design/web-socket-scenario'
import type { Runtime } from '../../engine/runtime'
import { CONNECT, DISCONNECT } from './connect-traffic'
import { unitsOf } from './source-behaviour'

/** What a request to a route is for the connection. */
export const IS_MESSAGE = 0
export const IS_CONNECT = 1
export const IS_DISCONNECT = 2

/** No broadcast; else to one room of the sender's, or to everybody. */
export const TO_NOBODY = 0
export const TO_ROOM = 1
export const TO_EVERYBODY = 2

/** By route of the runtime. */
export interface SocketRoutes {
  readonly kind: Uint8Array
  /** 1 where a backend is called. */
  readonly hasBackend: Uint8Array
  readonly replies: Uint8Array
  readonly broadcast: Uint8Array
  readonly includesSender: Uint8Array
  readonly out: readonly { readonly bytes: number; readonly units: number }[]
  readonly connect: number
  /** -1 where nobody hears that a connection is over. */
  readonly disconnect: number
}

/** Without rooms everybody is in one. */
export function socketRoutes({ webSocket = {} }: Scenario, { names }: Runtime): SocketRoutes {
  const { answers = {}, rooms } = webSocket
  const routeKeys = names.routes.map(({ routeKey }) => routeKey)
  const answerOf = routeKeys.map((routeKey) => (Object.hasOwn(answers, routeKey) ? answers[routeKey]! : {}))
  const hasBackend = names.routes.map(
    (route) => route.protocolType === 'WEBSOCKET' && integrationIdOf(route.route) !== undefined,
  )
  const disconnect = routeKeys.indexOf(DISCONNECT)
  const targets = { ROOM: rooms === undefined ? TO_EVERYBODY : TO_ROOM, ALL: TO_EVERYBODY }
  return {
    kind: Uint8Array.from(routeKeys, kindOf),
    hasBackend: Uint8Array.from(hasBackend, (has) => (has ? 1 : 0)),
    replies: Uint8Array.from(answerOf, ({ reply }) => (reply ? 1 : 0)),
    broadcast: Uint8Array.from(answerOf, ({ broadcast }) => (broadcast ? targets[broadcast] : TO_NOBODY)),
    includesSender: Uint8Array.from(answerOf, ({ includesSender }) => (includesSender ? 1 : 0)),
    out: answerOf.map(({ bytes = DEFAULT_MESSAGE_BYTES }) => ({ bytes, units: unitsOf(bytes) })),
    connect: routeKeys.indexOf(CONNECT),
    disconnect: hasBackend[disconnect] ? disconnect : -1,
  }
}

function kindOf(routeKey: string): number {
  return routeKey === CONNECT ? IS_CONNECT : routeKey === DISCONNECT ? IS_DISCONNECT : IS_MESSAGE
}
