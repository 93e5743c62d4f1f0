import { newCall, type Call } from '../call'
import type { Message } from '../request/message'
import { randomFromPool } from '../request/random-pool'
import type { WebSocketCall } from './web-socket-call'

/** A handshake or message as those know it who call backends: see `asBackendRoute`. */
export function backendCall(call: WebSocketCall): Call {
  return newCall(messageOf(call), call.route.backend, {})
}

function messageOf(call: WebSocketCall): Message {
  const { connection, headers, message, query, receivedAt, requestId } = call
  const body = Buffer.from(message.text, 'utf8')
  const path = `/${call.stage.view.stage}`
  return {
    ids: { requestId, extendedRequestId: requestId, traceId: traceId(receivedAt) },
    receivedAt,
    verb: call.eventType === 'MESSAGE' ? 'POST' : 'GET',
    path: '/',
    eventPath: '/',
    stagePath: path,
    rawQuery: '',
    query,
    headers,
    body,
    sourceIp: connection.sourceIp,
    domainName: connection.domainName,
    sent: { url: path, headers, body },
  }
}

/** "Root=1-65abb4a4-3f2a1b0c9d8e7f6a5b4c3d2e". */
export function traceId(epochMs: number): string {
  const seconds = Math.floor(epochMs / 1000)
  return `Root=1-${seconds.toString(16).padStart(8, '0')}-${randomFromPool(12).toString('hex')}`
}
