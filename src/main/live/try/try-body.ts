import type { TryBody } from '@shared/contract/try'
import { headerValue, type HeaderList } from '../../engine/mapping/header-list'
import { decodeContent } from '../request/decode-content'

/** Bytes that a compressed answer may become. */
const DECODED_LIMIT = 32 * 1024 * 1024

/** An answer's body to look at, its compression undone. `bytes` are those that came. */
export async function tryBody(received: Buffer, headers: HeaderList): Promise<TryBody> {
  const coding = headerValue(headers, 'Content-Encoding')
  const body = (await decodeContent(received, coding, DECODED_LIMIT)) ?? received
  const text = textOf(body)
  const bytes = received.length
  return text === null ? { kind: 'binary', base64: body.toString('base64'), bytes } : { kind: 'text', text, bytes }
}

/** Null for what is no UTF-8, and for what has bytes that no text has. */
function textOf(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.includes('\u0000') ? null : text
  } catch {
    return null
  }
}
