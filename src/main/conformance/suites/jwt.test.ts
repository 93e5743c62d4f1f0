import { describe, expect, it } from 'vitest'
import type { SuiteFolder } from '../conformance-suite'
import { JWT_SUITE } from './jwt'

const DEFAULTS = {
  header: { alg: 'RS256', kid: 'k1' },
  claims: { iss: '{issuer}', aud: 'shop', sub: 'ada', exp: 'now+60', iat: 'now-5' },
  audience: ['shop'],
  requestHeader: 'Bearer {token}',
}
const BODIES = { 401: { message: 'Unauthorized' }, 403: { message: 'Forbidden' } }
const SKIPPED = (message: string) => ['skipped', message]
const PASSED = ['passed']
const ALLOW = { expect: 'allow', status: 200 }
const DENY = { expect: 'deny', status: 401 }

/** Outcome and message of each case. */
function play(cases: readonly object[], more: object = {}): (string | undefined)[][] {
  const matrix = { defaults: DEFAULTS, bodies: BODIES, cases, ...more }
  const folder: SuiteFolder = { files: ['made-up.json', 'README.md'], text: () => '', json: () => matrix }
  return JWT_SUITE.play(folder).map(({ outcome, message }) => (message === undefined ? [outcome] : [outcome, message]))
}

describe('JWT_SUITE', () => {
  it('passes what is as expected and fails what is not, with the reason', () => {
    expect(
      play([
        ALLOW,
        { ...ALLOW, statuses: [500, 200] },
        { expect: 'deny', claims: { aud: 'other' } },
        { ...ALLOW, claims: { aud: 'other' } },
        DENY,
        { ...DENY, claims: { scope: 'a' }, route: { scopes: ['b'] } },
      ]),
    ).toEqual([
      PASSED,
      PASSED,
      PASSED,
      ['failed', 'status: expected 200, found 401 (aud is "other", and the authorizer takes "shop")'],
      ['failed', 'status: expected 401, found 200'],
      ['failed', 'status: expected 401, found 403 (the route needs one of the scopes "b", and the token has "a")'],
    ])
  })

  it('compares the body as well', () => {
    expect(play([{ ...DENY, header: null }], { bodies: { 401: { message: 'No' } } })).toEqual([
      ['failed', 'body.message: expected "No", found "Unauthorized"'],
    ])
  })

  it('makes tokens of every kind', () => {
    const signedByStranger = { key: 'stranger', kid: 'stranger' }
    expect(
      play([
        { ...ALLOW, header: '{token}' },
        { ...ALLOW, sign: { alg: 'PS512' } },
        { ...ALLOW, sign: { key: 'k2', kid: 'k2' } },
        { ...ALLOW, claimsRaw: '"__proto__":{"aud":"other"}' },
        { ...ALLOW, audience: ['till'], claims: { aud: ['till', 'x*9'] } },
        { ...DENY, header: ['{token}', '{token}'] },
        { ...DENY, sign: { alg: 'HS256', secret: 'public-pem:k1' } },
        { ...DENY, sign: { alg: 'HS256', secret: 'modulus:k1' } },
        { ...DENY, sign: { alg: 'HS256', secret: '' } },
        { ...DENY, sign: { alg: 'ES256' } },
        { ...DENY, sign: { alg: 'none' } },
        { ...DENY, sign: { kid: 'k*200' } },
        { ...DENY, sign: { kid: null } },
        { ...DENY, sign: { ...signedByStranger, header: { jwk: 'public:stranger', jku: '{attacker}/keys' } } },
        { ...DENY, claims: { pad: 'x*20000' } },
        { ...DENY, claims: { deep: 'nest*200' } },
        { ...DENY, mutate: 'drop-signature-segment' },
        { ...DENY, mutate: 'append-segment' },
        { ...DENY, mutate: 'empty-signature' },
        { ...DENY, mutate: 'flip-signature-bit' },
        { ...DENY, mutate: 'payload-sub-eve' },
        { ...DENY, mutate: 'header-alg-none-keep-signature' },
      ]),
    ).toEqual(Array.from({ length: 22 }, () => PASSED))
  })

  it('plays issuers that rotate their keys, are away or lie, and the time that passes', () => {
    const third = { sign: { key: 'k3', kid: 'k3' } }
    expect(
      play([
        { ...third, ...ALLOW, before: 'publish:k3', within: 40 },
        { ...third, ...DENY, before: 'publish:k3' },
        { ...ALLOW, before: 'withdraw:k1' },
        { ...DENY, before: 'withdraw:k1;expire-key-cache' },
        { ...ALLOW, before: 'jwks-down' },
        { ...DENY, before: 'restart;jwks-hangs' },
        { ...DENY, before: 'restart;discovery-down' },
        { ...DENY, before: 'restart;jwks-garbage' },
        { ...DENY, before: 'restart;discovery-empty' },
        { ...DENY, before: 'restart;discovery-issuer:https://evil.example' },
      ]),
    ).toEqual(Array.from({ length: 10 }, () => PASSED))
  })

  it('skips what it does not understand', () => {
    expect(
      play([
        { ...ALLOW, weather: 'fine' },
        { ...ALLOW, mutate: 'turn-around' },
        { ...ALLOW, before: 'full-moon' },
        { id: 'nothing', why: 'nobody knows' },
      ]),
    ).toEqual([
      SKIPPED('"weather" cannot be played yet'),
      SKIPPED('"turn-around" in "mutate" is not known'),
      SKIPPED('"full-moon" in "before" is not known'),
      SKIPPED('nothing is expected'),
    ])
  })
})
