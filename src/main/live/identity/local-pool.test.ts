import { describe, expect, it } from 'vitest'
import type { HttpApi, HttpAuthorizer } from '@shared/design/http-api'
import type { RestApi } from '@shared/design/rest-api'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import { localPools, poolUser } from './local-pool'

const ADA = { username: 'ada', sub: 'a0000000-0000-4000-8000-000000000000', groups: ['admin'], attributes: {} }
const SHOP = { id: 'eu-west-1_Shop', name: 'shop', clients: [], users: [ADA] }

function withAuthorizer(...providerARNs: string[]): RestApi {
  return { ...newRestApi('Shop'), authorizers: { pool: { type: 'COGNITO_USER_POOLS', providerARNs } } }
}

describe('localPools', () => {
  it('gives the pools of the design, then those that only an authorizer names, each once', () => {
    const arn = (id: string): string => `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${id}`
    const api = withAuthorizer(arn('eu-west-1_Shop'), arn('eu-west-1_Staff'), arn('eu-west-1_Staff'), 'nonsense')
    const design = { ...emptyDesign('shop'), apis: [api], identity: { userPools: [SHOP], iamUsers: [] } }
    expect(localPools(design)).toEqual([
      { ...SHOP, issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Shop' },
      {
        id: 'eu-west-1_Staff',
        name: 'eu-west-1_Staff',
        issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Staff',
        clients: [],
        users: [],
      },
    ])
  })

  it('gives those that JWT authorizers of HTTP APIs name by their issuers', () => {
    const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Web'
    const jwt = (name: string): HttpAuthorizer => ({
      authorizerType: 'JWT',
      identitySource: [],
      jwtConfiguration: { issuer: name, audience: [] },
    })
    const api: HttpApi = {
      protocolType: 'HTTP',
      id: 'web0000001',
      name: 'Web',
      routes: {},
      integrations: {},
      authorizers: { a: jwt(issuer), b: jwt(issuer), c: jwt('https://login.example.com') },
      stages: {},
    }
    expect(localPools({ ...emptyDesign('shop'), apis: [api] })).toEqual([
      { id: 'eu-west-1_Web', name: 'eu-west-1_Web', issuer, clients: [], users: [] },
    ])
  })

  it('gives none for a design that knows of none', () => {
    expect(localPools({ ...emptyDesign('shop'), apis: [newRestApi('Shop')] })).toEqual([])
  })
})

describe('poolUser', () => {
  const pool = { ...SHOP, issuer: 'https://issuer.example' }

  it('finds a user by name, and nobody else where there are users', () => {
    expect([poolUser(pool, 'ada'), poolUser(pool, 'bob')]).toEqual([ADA, undefined])
  })

  it('makes anybody up where there are none, and the same one every time', () => {
    const empty = { ...pool, users: [] }
    const bob = poolUser(empty, 'bob')
    expect(bob).toEqual({
      username: 'bob',
      sub: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/) as unknown,
      groups: [],
      attributes: {},
    })
    expect([poolUser(empty, 'bob'), poolUser(empty, 'eve')?.sub === bob?.sub]).toEqual([bob, false])
  })
})
