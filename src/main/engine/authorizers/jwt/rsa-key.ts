import { decodeBase64Url } from './base64url'
import { claim } from './claims'

/** The public half of an RSA key that signs tokens, with nothing of its JWK but what verifying takes. */
export interface RsaKey {
  readonly kid: string
  /** Modulus and exponent in base64url. */
  readonly n: string
  readonly e: string
}

/** What a cache or a provider knows of an issuer's keys. */
export type KeyLookup =
  | { readonly kind: 'keys'; readonly keys: readonly RsaKey[] }
  /** None could be had; why, in words. */
  | { readonly kind: 'unavailable'; readonly problem: string }

/** Bytes of a modulus. Source: RFC 7518, 3.3 (2048 bits at least); the upper bound keeps one verification cheap. */
const MODULUS_MIN = 256
const MODULUS_MAX = 1024
/** Bytes of an exponent; almost every key has 65537. */
const EXPONENT_MAX = 8

const SIGNATURE_ALGORITHM = /^[RP]S(256|384|512)$/

/**
 * The RSA signing keys of a JWK set, given as text; others are passed over, as RFC 7517, 5 asks for.
 * Errors: `{ problem }` when the text is no key set at all.
 * Departure from RFC 8725, 3.1: a key that is meant for one RSA signature algorithm verifies the others as well. Issuers label keys
 * RS256 out of habit, and the service is not known to compare.
 */
export function readKeySet(text: string): readonly RsaKey[] | { readonly problem: string } {
  const set = parse(text)
  const keys = isObject(set) ? claim(set, 'keys') : undefined
  if (!Array.isArray(keys)) return { problem: 'it is no JSON object with a list of "keys"' }
  return keys.flatMap((entry: unknown) => {
    const key = isObject(entry) ? rsaKey(entry) : null
    return key === null ? [] : [key]
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** Null for a key that signs no tokens, or not with RSA, or that nothing should be trusted to. */
function rsaKey(jwk: Readonly<Record<string, unknown>>): RsaKey | null {
  const [kid, n, e] = [claim(jwk, 'kid'), claim(jwk, 'n'), claim(jwk, 'e')]
  if (typeof kid !== 'string' || kid === '' || typeof n !== 'string' || typeof e !== 'string') return null
  if (claim(jwk, 'kty') !== 'RSA' || !isForSignatures(jwk)) return null
  const [modulus, exponent] = [significantBytes(n), significantBytes(e)]
  const isSized = modulus >= MODULUS_MIN && modulus <= MODULUS_MAX && exponent > 0 && exponent <= EXPONENT_MAX
  return isSized ? { kid, n, e } : null
}

function isForSignatures(jwk: Readonly<Record<string, unknown>>): boolean {
  const [use, operations, algorithm] = [claim(jwk, 'use'), claim(jwk, 'key_ops'), claim(jwk, 'alg')]
  if (use !== undefined && use !== 'sig') return false
  if (operations !== undefined && !(Array.isArray(operations) && operations.includes('verify'))) return false
  return algorithm === undefined || (typeof algorithm === 'string' && SIGNATURE_ALGORITHM.test(algorithm))
}

/** Bytes of a number without leading zeros; 0 when it is not in base64url. */
function significantBytes(number: string): number {
  const bytes = decodeBase64Url(number) ?? new Uint8Array()
  const first = bytes.findIndex((byte) => byte !== 0)
  return first < 0 ? 0 : bytes.length - first
}
