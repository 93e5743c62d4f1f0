import { describe, expect, it } from 'vitest'
import type { HttpAuthorizer } from '@shared/design/http-api'
import { readHttpAuthorizerResult } from './http-authorizer-result'
import { httpIdentity, parseHttpIdentitySource } from './http-identity-source'
import { httpRequest } from './http-request.fixture'

const simple: HttpAuthorizer = {
  authorizerType: 'REQUEST',
  identitySource: [],
  authorizerPayloadFormatVersion: '2.0',
  enableSimpleResponses: true,
}
const policy: HttpAuthorizer = { ...simple, enableSimpleResponses: false }
const requirePrincipalId = { requirePrincipalId: true }
const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }

describe('readHttpAuthorizerResult', () => {
  it('takes a simple response with the types of its context', () => {
    expect(
      readHttpAuthorizerResult({ isAuthorized: true, context: { a: [1, null] } }, simple, requirePrincipalId),
    ).toEqual({
      kind: 'simple',
      isAuthorized: true,
      context: { a: [1, null] },
      principalId: null,
    })
  })

  it('takes a policy with its principal', () => {
    expect(
      readHttpAuthorizerResult({ principalId: 'u', policyDocument: document }, policy, requirePrincipalId),
    ).toEqual({
      kind: 'policy',
      policy: document,
      context: null,
      principalId: 'u',
    })
  })

  it.each<[string, HttpAuthorizer, unknown]>([
    ['the result is not a JSON object', simple, 'yes'],
    ['isAuthorized is neither true nor false', simple, { isAuthorized: 'true' }],
    ['isAuthorized is neither true nor false', simple, { principalId: 'u', policyDocument: document }],
    ['context is not a JSON object', simple, { isAuthorized: true, context: [] }],
    ['principalId is missing', policy, { isAuthorized: true }],
    ['policyDocument is missing or not a JSON object', policy, { principalId: 'u' }],
    ['principalId is missing', { ...simple, authorizerPayloadFormatVersion: '1.0' }, { isAuthorized: true }],
  ])('refuses: %s', (reason, settings, value) => {
    expect(readHttpAuthorizerResult(value, settings, requirePrincipalId)).toEqual({ kind: 'invalid', reason })
  })
})

describe('an identity source', () => {
  it.each([
    ['$request.header.x-ONE', '1,2'],
    [' $request.querystring.a ', '1,2'],
    ['$request.querystring.A', null],
    ['$context.routeKey', 'POST /pets/{id}'],
    ['$context.identity.sourceIp', '203.0.113.9'],
    ['$context.nothing', null],
    ['$stageVariables.color', 'red'],
    ['$stageVariables.__proto__', null],
  ])('%s is read', (text, expected) => {
    expect(httpIdentity(parseHttpIdentitySource(text)!, httpRequest())).toBe(expected)
  })

  it('that is empty is missing', () => {
    const source = parseHttpIdentitySource('$request.header.x')!
    expect(httpIdentity(source, httpRequest({ headers: [['x', ' ']] }))).toBeNull()
  })

  it.each(['request.header.x', '$request.body.x', '$request.header.', 'method.request.header.x', ''])(
    'has another form than %s',
    (text) => {
      expect(parseHttpIdentitySource(text)).toBeNull()
    },
  )
})
