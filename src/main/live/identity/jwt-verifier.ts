import { constants, createPublicKey, verify, type KeyObject } from 'node:crypto'
import type { JwtVerifier, RsaAlgorithm } from '../../engine/authorizers/jwt/jwt-verifier'
import type { RsaKey } from '../../engine/authorizers/jwt/rsa-key'

/** Verifies with Node's cryptography. Keys that were read once are not read again for as long as somebody holds them. */
export function nodeJwtVerifier(): JwtVerifier {
  const known = new WeakMap<RsaKey, PublicKey>()
  return {
    verify(algorithm, key, signingInput, signature) {
      try {
        const publicKey = known.get(key) ?? publicKeyOf(key)
        known.set(key, publicKey)
        // OpenSSL takes a signature that lost its leading zero byte; RFC 8017, 8.1.2 and 8.2.2, does not.
        if (signature.length !== publicKey.size) return false
        return verify(hashOf(algorithm), signingInput, { key: publicKey.key, ...paddingOf(algorithm) }, signature)
      } catch {
        // A key or a signature that OpenSSL cannot read verifies nothing.
        return false
      }
    },
  }
}

/** `size`: bytes of the modulus, and so of every signature. */
interface PublicKey {
  readonly key: KeyObject
  readonly size: number
}

function publicKeyOf({ n, e }: RsaKey): PublicKey {
  const key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' })
  return { key, size: Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 0) / 8) }
}

/** "PS384" -> "sha384". */
function hashOf(algorithm: RsaAlgorithm): string {
  return `sha${algorithm.slice(2)}`
}

/** Source: RFC 7518, 3.3 and 3.5 (the salt is as long as the hash). */
function paddingOf(algorithm: RsaAlgorithm): { padding: number; saltLength?: number } {
  return algorithm.startsWith('PS')
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    : { padding: constants.RSA_PKCS1_PADDING }
}
