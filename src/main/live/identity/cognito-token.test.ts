import { describe, expect, it } from 'vitest'
import { cognitoTokenClaims, type TokenRequest } from './cognito-token'

const ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Shop'
const NOW = 1_767_225_600
const ADA = {
  username: 'ada',
  sub: 'a0000000-0000-4000-8000-000000000000',
  groups: ['admin', 'till'],
  attributes: { email: 'ada@example.com', 'custom:team': 'green', phone_number_verified: 'false', sub: 'not mine' },
}
const REQUEST: TokenRequest = {
  user: ADA,
  clientId: 'web',
  use: 'id',
  scopes: [],
  expiresInSeconds: 600,
  now: NOW * 1000 + 999,
}

function claims(more: Partial<TokenRequest> = {}): Readonly<Record<string, unknown>> {
  let count = 0
  return cognitoTokenClaims({ ...REQUEST, ...more }, ISSUER, () => `id-${++count}`)
}

describe('cognitoTokenClaims', () => {
  it('makes an ID token out to a client, with the attributes of the user', () => {
    expect(claims()).toEqual({
      sub: ADA.sub,
      'cognito:groups': ['admin', 'till'],
      email_verified: true,
      phone_number_verified: false,
      iss: ISSUER,
      'cognito:username': 'ada',
      origin_jti: 'id-1',
      aud: 'web',
      event_id: 'id-2',
      token_use: 'id',
      auth_time: NOW,
      exp: NOW + 600,
      iat: NOW,
      jti: 'id-3',
      email: 'ada@example.com',
      'custom:team': 'green',
    })
  })

  it('makes an access token with scopes and without attributes', () => {
    expect(claims({ use: 'access', scopes: ['orders/read', 'orders/write'] })).toEqual({
      sub: ADA.sub,
      'cognito:groups': ['admin', 'till'],
      iss: ISSUER,
      version: 2,
      client_id: 'web',
      origin_jti: 'id-1',
      event_id: 'id-2',
      token_use: 'access',
      scope: 'orders/read orders/write',
      auth_time: NOW,
      exp: NOW + 600,
      iat: NOW,
      jti: 'id-3',
      username: 'ada',
    })
  })

  it('gives an access token without scopes that of sign-in, and nobody empty groups', () => {
    const { scope, 'cognito:groups': groups } = claims({ use: 'access', user: { ...ADA, groups: [] } })
    expect([scope, groups]).toEqual(['aws.cognito.signin.user.admin', undefined])
  })

  it('knows an address that the user has not confirmed', () => {
    const user = { ...ADA, attributes: { email: 'a@b.example', email_verified: 'false' } }
    expect(claims({ user })['email_verified']).toBe(false)
  })

  it('makes one that has expired, and was good before', () => {
    const { iat, exp, auth_time } = claims({ expiresInSeconds: -60 })
    expect([iat, exp, auth_time]).toEqual([NOW - 60 - 3600, NOW - 60, NOW - 60 - 3600])
  })
})
