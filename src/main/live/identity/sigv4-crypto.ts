import { createHash, createHmac } from 'node:crypto'
import type { SigV4Crypto } from '../../engine/authorizers/sigv4/sigv4-crypto'

export const NODE_SIGV4_CRYPTO: SigV4Crypto = {
  sha256Hex: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  hmacSha256: (key, text) => createHmac('sha256', key).update(text, 'utf8').digest(),
}
