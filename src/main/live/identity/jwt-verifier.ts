import { constants, createPublicKey, verify, type KeyObject } from 'node:crypto'
import type { JwtVerifier, RsaAlgorithm } from '../../engine/authorizers/jwt/jwt-verifier'
import type { RsaKey } from '../../engine/authorizers/jwt/rsa-key'

/** Verifies with Node's cryptography. Keys that were read once are not read again for as long as somebody holds them. */
export function nodeJwtVerifier(): JwtVerifier {
  const known = new WeakMap<RsaKey, KeyObject>()
  return {
    verify(algorithm, key, signingInput, signature) {
      try {
        const publicKey = known.get(key) ?? publicKeyOf(key)
        known.set(key, publicKey)
        return verify(hashOf(algorithm), signingInput, { key: publicKey, ...paddingOf(algorithm) }, signature)
      } catch {
        // A key or a signature that OpenSSL cannot read verifies nothing.
        return false
      }
    },
  }
}

function publicKeyOf({ n, e }: RsaKey): KeyObject {
  return createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' })
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
