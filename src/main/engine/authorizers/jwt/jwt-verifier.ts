import type { RsaKey } from './rsa-key'

/** Signature algorithms with an RSA key. Source: RFC 7518, 3.1. */
export type RsaAlgorithm = 'RS256' | 'RS384' | 'RS512' | 'PS256' | 'PS384' | 'PS512'

/** The host's cryptography. */
export interface JwtVerifier {
  /** Whether the signature is that of `signingInput` by this key. Never throws: what cannot be verified is not valid. */
  verify(algorithm: RsaAlgorithm, key: RsaKey, signingInput: Uint8Array, signature: Uint8Array): boolean
}
