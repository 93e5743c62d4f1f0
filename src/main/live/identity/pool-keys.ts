import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto'
import { promisify } from 'node:util'
import type { RsaKey } from '../../engine/authorizers/jwt/rsa-key'

/** One key pair of a pool. */
export interface PoolKey {
  readonly publicKey: RsaKey
  readonly privateKey: KeyObject
}

/** Every key pair whose tokens are accepted, the one that signs first. */
export type PoolKeys = readonly [PoolKey, ...PoolKey[]]

const generate = promisify(generateKeyPair)

/** RSA, 2048 bits, as Cognito's. */
export async function makePoolKey(): Promise<PoolKey> {
  return poolKey((await generate('rsa', { modulusLength: 2048 })).privateKey)
}

/** What a store keeps of them: private keys as JWKs. */
export function storedPoolKeys(poolId: string, keys: PoolKeys): object {
  return { poolId, keys: keys.map(({ privateKey }) => privateKey.export({ format: 'jwk' })) }
}

/** Null for anything that `storedPoolKeys` did not write. */
export function readPoolKeys(stored: unknown): PoolKeys | null {
  const entries = typeof stored === 'object' && stored !== null && 'keys' in stored ? stored.keys : null
  if (!Array.isArray(entries)) return null
  try {
    const [first, ...others] = entries.map((key: JsonWebKey) => poolKey(createPrivateKey({ key, format: 'jwk' })))
    return first === undefined ? null : [first, ...others]
  } catch {
    // Not a key: somebody else's file, or one that was damaged.
    return null
  }
}

function poolKey(privateKey: KeyObject): PoolKey {
  const { n = '', e = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  if (n === '' || e === '') throw new Error('not an RSA key')
  return { publicKey: { kid: keyId(n, e), n, e }, privateKey }
}

/** The key's thumbprint (RFC 7638), in base64 with padding as Cognito's ids are. */
function keyId(n: string, e: string): string {
  return createHash('sha256')
    .update(JSON.stringify({ e, kty: 'RSA', n }))
    .digest('base64')
}
