import { describe, expect, it } from 'vitest'
import { issuerFor, poolIssuers } from './http-token-ports'

const pool = { id: 'us-east-1_AbC', issuer: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC' }
const other = { id: 'us-east-1_Xyz', issuer: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Xyz' }
const issuers = poolIssuers([pool, other], () => [3001])
const local = 'http://127.0.0.1:3001/us-east-1_AbC'

describe('poolIssuers', () => {
  it.each([
    [pool.issuer, pool],
    [local, pool],
    ['http://localhost:3001/us-east-1_Xyz', other],
    ['http://127.0.0.1:3002/us-east-1_AbC', undefined],
    ['http://example.com:3001/us-east-1_AbC', undefined],
    ['http://127.0.0.1:3001/us-east-1_AbC/more', undefined],
    ['https://login.example.com', undefined],
  ])('finds the pool behind %s', (issuer, expected) => {
    expect(issuers.poolOf(issuer)).toBe(expected)
  })
})

describe('issuerFor', () => {
  it('is what the token says, if both name the same pool', () => {
    expect([issuerFor(local, pool.issuer, issuers), issuerFor(pool.issuer, local, issuers)]).toEqual([
      pool.issuer,
      local,
    ])
  })

  it('is what the authorizer says for everything else', () => {
    const outside = 'https://login.example.com'
    expect([
      issuerFor(outside, pool.issuer, issuers),
      issuerFor(pool.issuer, other.issuer, issuers),
      issuerFor(local, 7, issuers),
    ]).toEqual([outside, pool.issuer, local])
  })
})
