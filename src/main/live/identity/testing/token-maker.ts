import {
  constants,
  createHmac,
  generateKeyPairSync,
  sign,
  type JsonWebKey,
  type KeyObject,
  type KeyPairKeyObjectResult,
} from 'node:crypto'
import { readKeySet, type KeyLookup } from '../../../engine/authorizers/jwt/rsa-key'

/** What signs a token: the name of a key, or a secret for HS256 and its kin. */
export type Signer = string | { readonly secret: string }

/** Makes tokens of every kind, good and bad, with keys that are made at first use and known by name. */
export class TokenMaker {
  private readonly pairs = new Map<string, KeyPairKeyObjectResult>()

  /** The public half, RSA with 2048 bits, its name as `kid`. */
  publicJwk(name: string): JsonWebKey {
    return { ...this.pairOf(name).publicKey.export({ format: 'jwk' }), kid: name, use: 'sig', alg: 'RS256' }
  }

  publicPem(name: string): string {
    return String(this.pairOf(name).publicKey.export({ format: 'pem', type: 'spki' }))
  }

  keySetText(names: readonly string[]): string {
    return JSON.stringify({ keys: names.map((name) => this.publicJwk(name)) })
  }

  lookup(...names: string[]): KeyLookup {
    const keys = readKeySet(this.keySetText(names))
    if ('problem' in keys) throw new Error(keys.problem)
    return { kind: 'keys', keys }
  }

  /** Signed as the header's `alg` says; anything that is no algorithm leaves the signature empty. Claims may be given as text. */
  token(header: object, claims: object | string, signer: Signer): string {
    const payload = typeof claims === 'string' ? claims : JSON.stringify(claims)
    const input = `${base64Url(JSON.stringify(header))}.${base64Url(payload)}`
    const algorithm = 'alg' in header ? String(header.alg) : ''
    return `${input}.${this.signature(algorithm, Buffer.from(input), signer).toString('base64url')}`
  }

  private signature(algorithm: string, input: Buffer, signer: Signer): Buffer {
    const [, family, bits] = /^(RS|PS|ES|HS)(256|384|512)$/.exec(algorithm) ?? []
    if (family === undefined) return Buffer.alloc(0)
    const hash = `sha${bits}`
    if (typeof signer !== 'string') return createHmac(hash, signer.secret).update(input).digest()
    if (family === 'HS') return createHmac(hash, this.publicPem(signer)).update(input).digest()
    if (family === 'ES') return sign(hash, input, { key: this.curveKey(signer, bits!), dsaEncoding: 'ieee-p1363' })
    const padding = family === 'PS' ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING
    const saltLength = family === 'PS' ? { saltLength: constants.RSA_PSS_SALTLEN_DIGEST } : {}
    return sign(hash, input, { key: this.pairOf(signer).privateKey, padding, ...saltLength })
  }

  private pairOf(name: string): KeyPairKeyObjectResult {
    return this.made(name, () => generateKeyPairSync('rsa', { modulusLength: 2048 }))
  }

  private curveKey(name: string, bits: string): KeyObject {
    const namedCurve = bits === '512' ? 'P-521' : `P-${bits}`
    return this.made(`${name}/${namedCurve}`, () => generateKeyPairSync('ec', { namedCurve })).privateKey
  }

  private made(name: string, make: () => KeyPairKeyObjectResult): KeyPairKeyObjectResult {
    const pair = this.pairs.get(name) ?? make()
    this.pairs.set(name, pair)
    return pair
  }
}

function base64Url(text: string): string {
  return Buffer.from(text).toString('base64url')
}
