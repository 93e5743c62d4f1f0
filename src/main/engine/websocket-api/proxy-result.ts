import type { HeaderList } from '../mapping/header-list'
import type { ByteCodec } from '../mapping/byte-codec'
import { integrationFailed, type WebSocketAnswer } from './web-socket-answer'

/**
 * What a function behind `$connect` returned: without a status that a handshake can have it is refused with 502.
 * Source: websocket-api.md 2.2.
 */
export function readConnectResult(result: unknown, codec: ByteCodec): WebSocketAnswer {
  const members = membersOf(result)
  const status = members === null ? null : statusOf(members['statusCode'])
  if (members === null || status === null) {
    return integrationFailed('malformed Lambda proxy response: a function behind $connect returns a statusCode')
  }
  const headers = headersOf(members['headers'])
  return { kind: 'response', status, headers, body: bodyOf(members, codec) ?? '' }
}

/**
 * What a function behind any other route returned. Only a body can become a reply; a result that is no object is no reply, and one
 * without a status counts as 200. Source: websocket-api.md 5.2.
 */
export function readMessageResult(result: unknown, codec: ByteCodec): WebSocketAnswer {
  const members = membersOf(result)
  if (members === null) return { kind: 'response', status: 200, headers: [], body: '' }
  const given = members['statusCode']
  const status = given === undefined || given === null ? 200 : statusOf(given)
  if (status === null) return integrationFailed('malformed Lambda proxy response: statusCode is no HTTP status')
  const body = bodyOf(members, codec)
  if (body === null) return integrationFailed('malformed Lambda proxy response: body is not text')
  return { kind: 'response', status, headers: [], body }
}

function membersOf(result: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return null
  return Object.fromEntries(Object.entries(result))
}

function statusOf(value: unknown): number | null {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value
  return typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599 ? status : null
}

/** Null when it is there and no text. */
function bodyOf(members: Readonly<Record<string, unknown>>, codec: ByteCodec): string | null {
  const body = members['body'] ?? ''
  if (typeof body !== 'string') return null
  if (members['isBase64Encoded'] !== true) return body
  const bytes = codec.bytesOfBase64(body)
  return bytes === null ? body : codec.textOf(bytes)
}

function headersOf(value: unknown): HeaderList {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([name, one]: [string, unknown]) =>
    typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean' ? [[name, String(one)]] : [],
  )
}
