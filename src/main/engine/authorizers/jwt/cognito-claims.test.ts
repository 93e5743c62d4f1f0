import { describe, expect, it } from 'vitest'
import { cognitoClaims } from './cognito-claims'

describe('cognitoClaims', () => {
  it('writes every claim as text: dates as Java does, lists with commas', () => {
    const claims = {
      sub: 'u1',
      'cognito:groups': ['admin', 'users'],
      email_verified: true,
      auth_time: 1_709_251_199,
      iat: 1_709_251_199,
      exp: 1_709_254_799,
      none: null,
      identities: [{ userId: '7', primary: 'true' }],
    }
    expect(cognitoClaims(claims)).toEqual({
      sub: 'u1',
      'cognito:groups': 'admin,users',
      email_verified: 'true',
      auth_time: '1709251199',
      iat: 'Thu Feb 29 23:59:59 UTC 2024',
      exp: 'Fri Mar 01 00:59:59 UTC 2024',
      identities: '{"userId":"7","primary":"true"}',
    })
  })

  it('keeps an expiry that is no text and no number readable', () => {
    expect(cognitoClaims({ exp: 1e15 + 0.5, iat: '7' })).toEqual({
      exp: expect.stringMatching(/ UTC 31690708$/) as unknown,
      iat: '7',
    })
  })
})
