import { LIMITS } from '@shared/limits'
import { decodeUtf8 } from '../../../documents/decode-utf8'
import { decodeBase64Url } from './base64url'
import { claim, type JwtClaims } from './claims'
import { jwtProblem, type JwtProblem } from './jwt-problem'

/** A signed token, taken apart but not verified. */
export interface Jwt {
  /** `alg` as it is written; to be held against a list of what is accepted. */
  readonly algorithm: string
  /** Null when the header names no key. */
  readonly kid: string | null
  readonly claims: JwtClaims
  /** What was signed: header and payload as they came. */
  readonly signingInput: Uint8Array
  readonly signature: Uint8Array
}

/** A longer one would not fit into a request. Characters. */
const MAX_TOKEN_LENGTH = LIMITS.headers.value
/** Objects and lists within each other; whoever prints claims later may go down once for each. */
const MAX_DEPTH = 100

/**
 * Take a token in compact form apart. Of the header only `alg`, `kid` and `crit` are read: keys and addresses of keys in it (`jwk`,
 * `jku`, `x5c`, `x5u`) are never looked at.
 * Source: RFC 7515, 5.2 and 4.1.11; RFC 7519, 7.2; RFC 8725, 3.
 */
export function decodeJwt(token: string): Jwt | JwtProblem {
  if (token.length > MAX_TOKEN_LENGTH) return malformed(`it is longer than ${MAX_TOKEN_LENGTH} characters`)
  const parts = token.split('.')
  if (parts.length !== 3) return malformed(`it has ${parts.length} parts between dots where a signed token has three`)
  const [header, claims, signature] = [jsonObject(parts[0]!), jsonObject(parts[1]!), decodeBase64Url(parts[2]!)]
  if (header === null) return malformed('its header is no JSON object in base64url')
  if (claims === null) return malformed('its payload is no JSON object in base64url')
  // An empty one is nobody's, but whoever says "alg": "none" is to be told about that.
  if (signature === null) return malformed('its signature is not in base64url')
  const algorithm = claim(header, 'alg')
  if (typeof algorithm !== 'string') return malformed('its header has no "alg"')
  // Nothing that `crit` could name is understood here.
  if (Object.hasOwn(header, 'crit')) return malformed('its header has "crit", extensions that must be understood')
  const kid = claim(header, 'kid')
  return {
    algorithm,
    kid: typeof kid === 'string' && kid !== '' ? kid : null,
    claims,
    signingInput: asciiBytes(token.slice(0, token.lastIndexOf('.'))),
    signature,
  }
}

function malformed(how: string): JwtProblem {
  return jwtProblem('the token is malformed', `the token is malformed: ${how}`)
}

/** Null when the part is not base64url of UTF-8 of a JSON object, or is nested too deep. */
function jsonObject(part: string): JwtClaims | null {
  const bytes = decodeBase64Url(part)
  const text = bytes === null ? null : decodeUtf8(bytes, 0)
  if (typeof text !== 'string') return null
  try {
    const value: unknown = JSON.parse(text)
    const isObject = isContainer(value) && !Array.isArray(value)
    return isObject && !isDeeperThan(MAX_DEPTH, value) ? value : null
  } catch {
    // No JSON: the caller says which part it was.
    return null
  }
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isDeeperThan(levels: number, value: unknown): boolean {
  let layer: readonly unknown[] = [value]
  for (let depth = 0; layer.length > 0; depth++) {
    if (depth > levels) return true
    layer = layer.flatMap((entry) => (isContainer(entry) ? Object.values(entry) : []))
  }
  return false
}

function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
