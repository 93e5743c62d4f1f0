import { describe, expect, it } from 'vitest'
import type { RsaAlgorithm } from '../../engine/authorizers/jwt/jwt-verifier'
import { nodeJwtVerifier } from './jwt-verifier'
import { TokenMaker } from './testing/token-maker'

const tokens = new TokenMaker()
const { verify } = nodeJwtVerifier()

function signed(alg: string): { input: Uint8Array; signature: Uint8Array } {
  const [header, payload, signature = ''] = tokens.token({ alg }, {}, 'k').split('.')
  return { input: Buffer.from(`${header}.${payload}`), signature: Buffer.from(signature, 'base64url') }
}

function keyOf(name: string) {
  const lookup = tokens.lookup(name)
  if (lookup.kind !== 'keys') throw new Error(lookup.problem)
  return lookup.keys[0]!
}

describe('nodeJwtVerifier', () => {
  it.each<RsaAlgorithm>(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'])(
    'verifies %s and nothing else by it',
    (alg) => {
      const { input, signature } = signed(alg)
      const other = alg.startsWith('RS') ? 'PS256' : 'RS256'
      const changed = Uint8Array.from(signature, (byte, index) => (index === 9 ? byte ^ 1 : byte))
      expect([
        verify(alg, keyOf('k'), input, signature),
        verify(other, keyOf('k'), input, signature),
        verify(alg, keyOf('other'), input, signature),
        verify(alg, keyOf('k'), Buffer.from('else'), signature),
        verify(alg, keyOf('k'), input, changed),
        verify(alg, keyOf('k'), input, signature.subarray(1)),
        verify(alg, keyOf('k'), input, new Uint8Array()),
      ]).toEqual([true, false, false, false, false, false, false])
    },
  )

  it('does not take a signature without its leading zero byte', () => {
    // The salt makes every signature another one; one in 256 begins with zero.
    let { input, signature } = signed('PS256')
    while (signature[0] !== 0) ({ input, signature } = signed('PS256'))
    expect([
      verify('PS256', keyOf('k'), input, signature),
      verify('PS256', keyOf('k'), input, signature.subarray(1)),
    ]).toEqual([true, false])
  })

  it('takes a key that is none for one that has signed nothing', () => {
    const { input, signature } = signed('RS256')
    expect(verify('RS256', { kid: 'k', n: '', e: 'AQAB' }, input, signature)).toBe(false)
  })
})
