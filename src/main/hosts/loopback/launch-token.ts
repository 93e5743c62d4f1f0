import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { SOCKET_PROTOCOL, SOCKET_TOKEN_PREFIX } from '@shared/contract/wire'

/** A new secret for this launch, safe in a URL's fragment. */
export function createLaunchToken(): string {
  return randomBytes(24).toString('base64url')
}

/** Whether a `Sec-WebSocket-Protocol` header carries the secret. Takes the same time whatever is wrong with it. */
export function carriesToken(header: string | undefined, token: string): boolean {
  const [protocol, offered, ...rest] = (header ?? '').split(',').map((part) => part.trim())
  const isEqual = timingSafeEqual(digest(offered ?? ''), digest(SOCKET_TOKEN_PREFIX + token))
  return isEqual && protocol === SOCKET_PROTOCOL && rest.length === 0
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
