import { LIMITS } from '@shared/limits'
import { headerBytes, headerValues } from '../../engine/mapping/header-list'
import { refusedHandshake, type HandshakeAnswer } from '../../engine/websocket-api/handshake-answer'
import type { Arrival } from '../request/arrival'

/** Characters of the URL of a handshake. Source: websocket-api.md 6. */
const LONGEST_URL = 4096

const KEY = /^[+/0-9A-Za-z]{22}==$/

/** What is wrong with a handshake before anybody looks where it goes; null when nothing is. Source: RFC 6455, 4.2.1. */
export function handshakeProblem({ headers, url, verb }: Arrival): HandshakeAnswer | null {
  if (url.length > LONGEST_URL) return refusedHandshake(414, 'Request URI too long', 'RequestUriTooLongException')
  if (headerBytes(headers) > LIMITS.headers.value) {
    return refusedHandshake(431, 'Request Header Fields Too Large', 'RequestHeaderFieldsTooLargeException')
  }
  const [key, ...moreKeys] = headerValues(headers, 'Sec-WebSocket-Key')
  const versions = headerValues(headers, 'Sec-WebSocket-Version')
  const isComplete = key !== undefined && moreKeys.length === 0 && KEY.test(key.trim())
  const isReadable = verb === 'GET' && isComplete && versions.length === 1 && versions[0]!.trim() === '13'
  return isReadable ? null : refusedHandshake(400, 'Bad Request', 'BadRequestException')
}
