import { generateKeyPairSync, type JsonWebKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readKeySet } from './rsa-key'

function rsa(bits: number): JsonWebKey {
  return {
    ...generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ format: 'jwk' }),
    kid: `rsa${bits}`,
  }
}

const GOOD = rsa(2048)
const keysOf = (...keys: unknown[]): unknown => readKeySet(JSON.stringify({ keys }))

describe('readKeySet', () => {
  it('takes RSA signing keys, with what verifying needs and nothing else', () => {
    const { kid, n, e } = GOOD
    expect(keysOf({ ...GOOD, use: 'sig', alg: 'RS256', key_ops: ['verify'], x5u: 'http://x', d: 'AQAB' })).toEqual([
      { kid, n, e },
    ])
  })

  it.each([
    [
      'keys of other kinds',
      { ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }), kid: 'ec' },
    ],
    ['secrets', { kty: 'oct', k: 'AQAB', kid: 'secret' }],
    ['keys without an id', { ...GOOD, kid: undefined }],
    ['keys that encrypt', { ...GOOD, use: 'enc' }],
    ['keys of an algorithm that encrypts', { ...GOOD, alg: 'RSA-OAEP' }],
    ['keys of an HMAC algorithm', { ...GOOD, alg: 'HS256' }],
    ['keys that may not verify', { ...GOOD, key_ops: ['encrypt'] }],
    ['keys that are too short', rsa(1024)],
    ['keys that take too long', { ...GOOD, n: Buffer.alloc(1025, 255).toString('base64url') }],
    ['exponents that take too long', { ...GOOD, e: Buffer.alloc(9, 255).toString('base64url') }],
    ['numbers in another coding', { ...GOOD, e: 'AQAB==' }],
    ['exponents of nothing', { ...GOOD, e: '' }],
    ['things that are no keys', null],
  ])('passes over %s', (_what, key) => {
    expect(keysOf(key, GOOD)).toEqual(keysOf(GOOD))
  })

  it.each(['', 'null', '[]', '{}', '{"keys":{}}', '<html>'])('knows that %j is no key set', (text) => {
    expect(readKeySet(text)).toEqual({ problem: 'it is no JSON object with a list of "keys"' })
  })
})
