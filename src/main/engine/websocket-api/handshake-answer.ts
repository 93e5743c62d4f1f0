import { headerValue, type HeaderList } from '../mapping/header-list'
import { errorFrame, type ErrorFrameIds } from './error-frame'
import type { WebSocketAnswer } from './web-socket-answer'

/** What a client that wants to connect gets: 101, or an HTTP answer and no connection. */
export type HandshakeAnswer =
  | { readonly kind: 'accepted'; readonly subprotocol: string | null }
  | { readonly kind: 'refused'; readonly status: number; readonly headers: HeaderList; readonly body: string }

/** "chat1": what may stand in `Sec-WebSocket-Protocol`. Source: RFC 6455, 4.1. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/**
 * What the answer of a `$connect` integration comes to. 2xx connects, with the subprotocol that it names; everything else is the answer
 * of the handshake. Source: websocket-api.md 2.2 and 2.3.
 */
export function handshakeAnswer(answer: WebSocketAnswer, ids: ErrorFrameIds): HandshakeAnswer {
  if (answer.kind === 'failure') {
    const { message, status } = answer
    return { kind: 'refused', status, headers: JSON_TYPE, body: errorFrame(message, ids) }
  }
  const { body, headers, status } = answer
  if (status < 200 || status > 299) return { kind: 'refused', status: status < 200 ? 502 : status, headers, body }
  const named = headerValue(headers, 'Sec-WebSocket-Protocol')?.trim() ?? ''
  return { kind: 'accepted', subprotocol: TOKEN.test(named) ? named : null }
}

/** The gateway itself refuses, in the words of the REST family. Source: websocket-api.md 3. */
export function refusedHandshake(status: number, message: string, errorType: string): HandshakeAnswer {
  const headers: HeaderList = [...JSON_TYPE, ['x-amzn-ErrorType', errorType]]
  return { kind: 'refused', status, headers, body: JSON.stringify({ message }) }
}

const JSON_TYPE: HeaderList = [['Content-Type', 'application/json']]
