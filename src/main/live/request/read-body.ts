import type { IncomingMessage } from 'node:http'
import { LIMITS } from '@shared/limits'
import { headerValue, type HeaderList } from '../../engine/mapping/header-list'
import type { Soon } from '../soon'

/** What became of a request's body. */
export type BodyReading =
  { readonly kind: 'read'; readonly body: Buffer } | { readonly kind: 'too-large' | 'broken-off' }

const EMPTY: BodyReading = { kind: 'read', body: Buffer.alloc(0) }

/** Whether a request's head announces a body. One that does not has none: it is answered without waiting for the message's end. */
export function announcesBody(headers: HeaderList): boolean {
  return (
    (headerValue(headers, 'content-length') ?? '0') !== '0' || headerValue(headers, 'transfer-encoding') !== undefined
  )
}

/** A request's body, at once where none is announced. */
export function bodyOf(request: IncomingMessage, headers: HeaderList): Soon<BodyReading> {
  return announcesBody(headers) ? readBody(request) : EMPTY
}

/** Reads up to the payload limit; what is larger is refused as soon as that is known, without keeping it. */
export function readBody(request: IncomingMessage, limit: number = LIMITS.payload.value): Promise<BodyReading> {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > limit) return Promise.resolve({ kind: 'too-large' })
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const onData = (chunk: Buffer): void => {
      size += chunk.length
      if (size <= limit) {
        chunks.push(chunk)
        return
      }
      request.off('data', onData)
      request.pause()
      resolve({ kind: 'too-large' })
    }
    request.on('data', onData)
    request.on('end', () => resolve({ kind: 'read', body: Buffer.concat(chunks) }))
    request.on('error', () => resolve({ kind: 'broken-off' }))
    request.on('close', () => resolve({ kind: 'broken-off' }))
  })
}

/** Bytes of a body nobody wants that are thrown away before the connection is. */
const DISCARD_LIMIT = 64 * 1024 * 1024

/**
 * Read what is left of a body that was answered without being read, so that the client gets to see the answer: a connection closed on
 * unread bytes is reset, and the answer lost with it.
 */
export function discardRest(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return
  let discarded = 0
  request.on('data', (chunk: Buffer) => {
    discarded += chunk.length
    if (discarded > DISCARD_LIMIT) request.destroy()
  })
  request.resume()
}
