import { describe, expect, it } from 'vitest'
import { nodeJwtVerifier } from '../../../live/identity/jwt-verifier'
import { TokenMaker } from '../../../live/identity/testing/token-maker'
import { compileCognitoAuthorizer, decideCognito, type CognitoDecision } from './decide-cognito'

const NOW = 1_767_225_600
const ARN = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Shop'
const OTHER_ARN = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Staff'
const ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Shop'
const HEADER = { alg: 'RS256', kid: 'shop' }
const ID = { iss: ISSUER, aud: 'web', sub: 'ada', token_use: 'id', iat: NOW, exp: NOW + 3600 }
const ACCESS = {
  iss: ISSUER,
  client_id: 'web',
  sub: 'ada',
  token_use: 'access',
  iat: NOW,
  exp: NOW + 3600,
  scope: 'orders/read orders/write',
}
const UNAUTHORIZED = { kind: 'refused', message: 'Unauthorized' }
const tokens = new TokenMaker()
const verifier = nodeJwtVerifier()

interface Given {
  readonly header?: object
  readonly key?: string
  readonly scopes?: readonly string[]
  readonly arns?: readonly string[]
  readonly expression?: string
}

function decideOn(identity: string | null, { scopes = [], arns = [ARN], expression }: Given = {}): CognitoDecision {
  const keysOf = (issuer: string) => tokens.lookup(issuer === ISSUER ? 'shop' : 'staff')
  return decideCognito(identity, compileCognitoAuthorizer(arns, expression), scopes, keysOf, NOW * 1000, verifier)
}

function decide(claims: object, given: Given = {}): CognitoDecision {
  return decideOn(tokens.token(given.header ?? HEADER, claims, given.key ?? 'shop'), given)
}

describe('a method without scopes', () => {
  it('takes an ID token, and gives its claims as text', () => {
    expect(decide({ ...ID, 'cognito:groups': ['a', 'b'] })).toEqual({
      kind: 'allowed',
      claims: {
        iss: ISSUER,
        aud: 'web',
        sub: 'ada',
        token_use: 'id',
        iat: 'Thu Jan 01 00:00:00 UTC 2026',
        exp: 'Thu Jan 01 01:00:00 UTC 2026',
        'cognito:groups': 'a,b',
      },
    })
  })

  it('takes it behind "Bearer" as well', () => {
    expect(decideOn(`Bearer ${tokens.token(HEADER, ID, 'shop')}`)).toMatchObject({ kind: 'allowed' })
  })

  it.each([ACCESS, { ...ID, token_use: undefined }, { ...ID, token_use: 'ID' }])('refuses %j', (claims) => {
    expect(decide(claims)).toEqual({
      ...UNAUTHORIZED,
      reason: `a method without scopes takes ID tokens, and token_use is ${JSON.stringify(claims.token_use) ?? 'nothing'}`,
    })
  })
})

describe('a method with scopes', () => {
  const scopes = ['orders/write', 'orders/admin']

  it('takes an access token with one of them', () => {
    expect(decide(ACCESS, { scopes })).toMatchObject({ kind: 'allowed', claims: { scope: ACCESS.scope } })
  })

  it.each([
    [ID, 'a method with scopes takes access tokens, and token_use is "id"'],
    [{ ...ID, scope: 'orders/write' }, 'a method with scopes takes access tokens, and token_use is "id"'],
    [
      { ...ACCESS, scope: 'orders/writer' },
      'the method needs one of the scopes "orders/write", "orders/admin", and the token has "orders/writer"',
    ],
    [
      { ...ACCESS, scope: undefined },
      'the method needs one of the scopes "orders/write", "orders/admin", and the token has none',
    ],
  ])('refuses %j', (claims, reason) => {
    expect(decide(claims, { scopes })).toEqual({ ...UNAUTHORIZED, reason })
  })
})

describe('a validation expression', () => {
  it.each([
    ['web|till', 'allowed'],
    ['we', 'refused'],
    ['w.*', 'allowed'],
    ['(', 'refused'],
  ])('%j finds the whole of "web" %s', (expression, kind) => {
    expect(decide(ID, { expression })).toMatchObject({ kind })
  })

  it('turns every access token away, which has no `aud`', () => {
    expect(decide(ACCESS, { scopes: ['orders/read'], expression: '.*' })).toEqual({
      ...UNAUTHORIZED,
      reason: "aud is nothing, which the authorizer's validation expression does not match",
    })
  })
})

describe('any method', () => {
  it('says of a good token whose time is over that it has expired', () => {
    expect(decide({ ...ID, exp: NOW - 5 })).toEqual({
      kind: 'refused',
      message: 'The incoming token has expired',
      reason: 'the token has expired 5 s ago',
    })
  })

  it('does not say so of a forged one', () => {
    expect(decide({ ...ID, exp: NOW - 5 }, { key: 'stranger' })).toEqual({
      ...UNAUTHORIZED,
      reason: 'the key "shop" did not sign this token',
    })
  })

  it.each([
    [null, 'the request has no token'],
    ['Bearer ', 'the request has no token'],
    ['abc', 'the token is malformed: it has 1 parts between dots where a signed token has three'],
  ])('refuses %j', (identity, reason) => {
    expect(decideOn(identity)).toEqual({ ...UNAUTHORIZED, reason })
  })

  it.each(['RS512', 'PS256', 'HS256', 'none'])('refuses %s', (alg) => {
    expect(decide(ID, { header: { ...HEADER, alg } })).toEqual({
      ...UNAUTHORIZED,
      reason: `the token is signed with "${alg}", and only RS256 are accepted`,
    })
  })

  it('takes tokens of each of its pools, and holds each to its own keys', () => {
    const arns = [ARN, OTHER_ARN]
    const staff = { ...ID, iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Staff' }
    const header = { ...HEADER, kid: 'staff' }
    expect([
      decide(staff, { arns, header, key: 'staff' }),
      decide(ID, { arns, header, key: 'staff' }),
      decide(staff, { header, key: 'staff' }),
    ]).toMatchObject([
      { kind: 'allowed' },
      { reason: 'the token names the key "staff", and the issuer has "shop"' },
      { reason: `iss is "${staff.iss}", and the authorizer's user pools are "${ISSUER}"` },
    ])
  })
})

describe('compileCognitoAuthorizer', () => {
  it('names everything that means nothing', () => {
    expect(compileCognitoAuthorizer(['pool', ARN], '[')).toMatchObject({
      issuers: [ISSUER],
      problems: [
        'providerARNs: "pool" is no user pool\'s ARN',
        expect.stringMatching(/^identityValidationExpression "\[" cannot be used: ./) as unknown,
      ],
    })
  })
})
