import { describe, expect, it } from 'vitest'
import { nodeJwtVerifier } from '../../../live/identity/jwt-verifier'
import { TokenMaker } from '../../../live/identity/testing/token-maker'
import { decideHttpJwt, type HttpJwtDecision } from './decide-http-jwt'
import type { KeyLookup } from './rsa-key'

const NOW = 1_767_225_600
const AUTHORIZER = { issuer: 'https://login.example/tenant', audience: ['shop', 'till'] }
const HEADER = { alg: 'RS256', kid: 'one' }
const CLAIMS = { iss: AUTHORIZER.issuer, aud: 'shop', sub: 'ada', exp: NOW + 60 }
const tokens = new TokenMaker()
const verifier = nodeJwtVerifier()

interface Given {
  readonly header?: object
  readonly claims?: object
  readonly scopes?: readonly string[]
  readonly keys?: KeyLookup
  readonly key?: string
}

function decideOn(
  identity: string | null,
  { scopes = [], keys = tokens.lookup('one', 'two') }: Given,
): HttpJwtDecision {
  return decideHttpJwt(identity, AUTHORIZER, scopes, keys, NOW * 1000, verifier)
}

function decide(given: Given): HttpJwtDecision {
  return decideOn(tokens.token(given.header ?? HEADER, { ...CLAIMS, ...given.claims }, given.key ?? 'one'), given)
}

/** Why a token is refused with 401; the decision itself when it is not. */
function reason(given: Given): unknown {
  const decision = decide(given)
  return decision.kind === 'refused' && decision.status === 401 ? decision.reason : decision
}

describe('a good token', () => {
  it('is allowed, its claims as text', () => {
    expect(decide({ claims: { scope: 'read write' } })).toEqual({
      kind: 'allowed',
      claims: { iss: AUTHORIZER.issuer, aud: 'shop', sub: 'ada', exp: '1767225660', scope: 'read write' },
      scopes: null,
    })
  })

  it.each(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'])('may be signed with %s', (alg) => {
    expect(decide({ header: { ...HEADER, alg } })).toMatchObject({ kind: 'allowed' })
  })

  it.each(['Bearer ', 'bearer ', 'BEARER  ', ''])('may stand behind "%s"', (prefix) => {
    expect(decideOn(prefix + tokens.token(HEADER, CLAIMS, 'one'), {})).toMatchObject({ kind: 'allowed' })
  })

  it('may be used in the very second it was issued, and until just before it expires', () => {
    expect(decide({ claims: { iat: NOW, nbf: NOW, exp: NOW + 0.5 } })).toMatchObject({ kind: 'allowed' })
  })

  it.each([{ aud: ['other', 'till'] }, { aud: undefined, client_id: 'shop' }])('may be made out as in %j', (claims) => {
    expect(decide({ claims })).toMatchObject({ kind: 'allowed' })
  })

  it('is verified by whichever key of its id has signed it', () => {
    const twins = tokens.lookup('two', 'one')
    if (twins.kind !== 'keys') throw new Error('no keys')
    const keys: KeyLookup = { kind: 'keys', keys: twins.keys.map((key) => ({ ...key, kid: 'one' })) }
    expect(decide({ keys })).toMatchObject({ kind: 'allowed' })
  })
})

describe('scopes of a route', () => {
  it.each([
    [{ scope: 'a read' }, ['a', 'read']],
    [{ scope: ['read', 7, 'a b'] }, ['read', 'a b']],
    [{ scp: 'x', scope: 'read' }, ['x', 'read']],
    [{ scp: ['read'] }, ['read']],
  ])('are met by %j, and all of the token are passed on', (claims, scopes) => {
    expect(decide({ claims, scopes: ['read', 'admin'] })).toMatchObject({ kind: 'allowed', scopes })
  })

  it.each([{}, { scope: 'read2' }, { scope: 'READ' }, { scope: { read: true } }, { scope: ['read x'] }])(
    'are not met by %j',
    (claims) => {
      expect(decide({ claims, scopes: ['read'] })).toMatchObject({
        status: 403,
        message: 'Forbidden',
        wwwAuthenticate: 'Bearer scope="read" error="insufficient_scope"',
      })
    },
  )

  it('say what is missing', () => {
    expect(decide({ claims: { scope: 'a b' }, scopes: ['read', 'admin'] })).toMatchObject({
      reason: 'the route needs one of the scopes "read", "admin", and the token has "a", "b"',
    })
  })

  it('cannot break out of the header', () => {
    expect(decide({ scopes: ['a"\r\nX: y', 'é\\'] })).toMatchObject({
      wwwAuthenticate: 'Bearer scope="aX: y " error="insufficient_scope"',
    })
  })
})

describe('a missing token', () => {
  it.each([null, '', '  ', 'Bearer ', 'bearer   '])('in %j is refused without more words', (identity) => {
    expect(decideOn(identity, {})).toEqual({
      kind: 'refused',
      status: 401,
      message: 'Unauthorized',
      wwwAuthenticate: 'Bearer',
      error: null,
      reason: 'the request has no token',
    })
  })
})

describe('a bad token', () => {
  it('is refused with a header that says why, and nothing of the token in it', () => {
    expect(decide({ claims: { aud: 'else"\r\nwhere' } })).toEqual({
      kind: 'refused',
      status: 401,
      message: 'Unauthorized',
      wwwAuthenticate:
        'Bearer scope="" error="invalid_token" error_description="the token does not have a valid audience"',
      error: 'the token does not have a valid audience',
      reason: 'aud is "else\\"\\r\\nwhere", and the authorizer takes "shop", "till"',
    })
  })

  it.each(['none', 'None', 'HS256', 'HS384', 'ES256', 'rs256', 'RS1', '', '__proto__'])(
    'may not be signed with %j',
    (alg) => {
      expect(reason({ header: { ...HEADER, alg } })).toBe(
        `the token is signed with "${alg}", and only RS256, RS384, RS512, PS256, PS384, PS512 are accepted`,
      )
    },
  )

  it('is not verified with what its own header brings along', () => {
    const header = {
      alg: 'RS256',
      kid: 'mine',
      jwk: tokens.publicJwk('mine'),
      jku: 'https://x.example',
      x5u: 'https://x.example',
    }
    expect(reason({ header, key: 'mine' })).toBe('the token names the key "mine", and the issuer has "one", "two"')
  })

  it.each([
    ['names no key', { header: { alg: 'RS256' } }, 'the header of the token has no "kid"'],
    [
      'names a key that did not sign it',
      { header: { alg: 'RS256', kid: 'two' } },
      'the key "two" did not sign this token',
    ],
    ['was signed by somebody else', { key: 'stranger' }, 'the key "one" did not sign this token'],
    [
      'has no issuer',
      { claims: { iss: undefined } },
      'iss is nothing, and the authorizer\'s issuer is "https://login.example/tenant"',
    ],
    [
      'has an issuer with a slash more',
      { claims: { iss: `${AUTHORIZER.issuer}/` } },
      'iss is "https://login.example/tenant/", and the authorizer\'s issuer is "https://login.example/tenant"',
    ],
    [
      'has an `aud` that hides its `client_id`',
      { claims: { aud: [], client_id: 'shop' } },
      'aud is [], and the authorizer takes "shop", "till"',
    ],
    [
      'has a list of client ids',
      { claims: { aud: undefined, client_id: ['shop'] } },
      'client_id is ["shop"], and the authorizer takes "shop", "till"',
    ],
    ['does not expire', { claims: { exp: undefined } }, 'the token has no "exp"'],
    ['expires at no time', { claims: { exp: '9999999999' } }, '"exp" is "9999999999", which is no time'],
    ['expires now', { claims: { exp: NOW } }, 'the token has expired 0 s ago'],
    ['is for later', { claims: { nbf: NOW + 30 } }, 'the token is not valid yet: "nbf" is 30 s from now'],
    ['comes from the future', { claims: { iat: NOW + 1 } }, 'the token is not valid yet: "iat" is 1 s from now'],
    ['begins at no time', { claims: { nbf: null } }, '"nbf" is null, which is no time'],
  ])('that %s is refused', (_what, given, why) => {
    expect(reason(given)).toBe(why)
  })

  it('is refused whichever of its characters is changed, taken away or doubled', () => {
    const good = tokens.token(HEADER, { ...CLAIMS, scope: 'read' }, 'one')
    const changed = [...good].flatMap((character, at) =>
      [character === 'A' ? 'B' : 'A', '', character + character, '=', ' '].map(
        (other) => good.slice(0, at) + other + good.slice(at + 1),
      ),
    )
    expect(changed.filter((token) => decideOn(token, {}).kind === 'allowed')).toEqual([])
  })

  it('without a signature is refused', () => {
    const [header, payload] = tokens.token(HEADER, CLAIMS, 'one').split('.')
    expect(decideOn(`${header}.${payload}.`, {})).toMatchObject({ status: 401, error: 'the signature is not valid' })
  })

  it('is refused when no keys can be had', () => {
    const keys = { kind: 'unavailable', problem: 'no keys of the issuer: it is away' } as const
    expect(decide({ keys })).toMatchObject({ error: "the issuer's keys cannot be read", reason: keys.problem })
  })

  it('is refused in a header that came twice', () => {
    const token = `Bearer ${tokens.token(HEADER, CLAIMS, 'one')}`
    expect(decideOn(`${token},${token}`, {})).toMatchObject({ status: 401, error: 'the token is malformed' })
  })

  it('is shown in part when it is long', () => {
    expect(reason({ claims: { aud: 'x'.repeat(500) } })).toBe(
      `aud is "${'x'.repeat(79)}..., and the authorizer takes "shop", "till"`,
    )
  })
})
