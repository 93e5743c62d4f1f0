import { describe, expect, it } from 'vitest'
import type { Authorizer } from '@shared/design/authorizer'
import { compileIdentityReader, type IdentityReading, type IdentityRequest } from './identity-source'

const EMPTY: IdentityRequest = { headers: {}, query: {}, stageVariables: {}, context: () => undefined }

function read(authorizer: Authorizer, request: Partial<IdentityRequest>): IdentityReading {
  return compileIdentityReader(authorizer).read({ ...EMPTY, ...request })
}

const TOKEN: Authorizer = { type: 'TOKEN', identitySource: 'method.request.header.Authorization' }
const REQUEST: Authorizer = {
  type: 'REQUEST',
  identitySource:
    'method.request.header.X-Key, method.request.querystring.tenant,stageVariables.env , context.identity.sourceIp',
}
const COMPLETE: Partial<IdentityRequest> = {
  headers: { 'x-key': 'k' },
  query: { tenant: 't' },
  stageVariables: { env: 'e' },
  context: (name) => (name === 'identity.sourceIp' ? '203.0.113.9' : undefined),
}

describe('compileIdentityReader', () => {
  it('reads every source in order, header names in any case', () => {
    expect(read(REQUEST, COMPLETE)).toEqual({ kind: 'found', values: ['k', 't', 'e', '203.0.113.9'] })
  })

  it.each([
    ['a header', { headers: {} }, { location: 'header', name: 'X-Key' }],
    ['an empty query string', { query: { tenant: '' } }, { location: 'querystring', name: 'tenant' }],
    ['a stage variable', { stageVariables: {} }, { location: 'stageVariables', name: 'env' }],
    ['a context value of null', { context: () => null }, { location: 'context', name: 'identity.sourceIp' }],
    ['a blank header', { headers: { 'x-key': ' ' } }, { location: 'header', name: 'X-Key' }],
  ])('misses %s', (_what, request, source) => {
    expect(read(REQUEST, { ...COMPLETE, ...request })).toEqual({ kind: 'missing', source })
  })

  it('does not insist on the sources of a REQUEST authorizer that keeps no results', () => {
    expect(read({ ...REQUEST, authorizerResultTtlInSeconds: 0 }, { ...COMPLETE, headers: {} })).toEqual({
      kind: 'found',
      values: ['', 't', 'e', '203.0.113.9'],
    })
  })

  it('insists on the token of a TOKEN authorizer even then', () => {
    expect(read({ ...TOKEN, authorizerResultTtlInSeconds: 0 }, {})).toEqual({
      kind: 'missing',
      source: { location: 'header', name: 'Authorization' },
    })
  })

  it('reads nothing for a REQUEST authorizer without sources', () => {
    expect(read({ type: 'REQUEST', authorizerResultTtlInSeconds: 0 }, {})).toEqual({ kind: 'found', values: [] })
  })

  it('reads Authorization for a TOKEN authorizer that does not say', () => {
    expect(read({ type: 'TOKEN' }, { headers: { authorization: 'x' } })).toEqual({ kind: 'found', values: ['x'] })
  })

  it('does not see names of Object.prototype', () => {
    expect(read({ ...REQUEST, identitySource: 'method.request.querystring.constructor' }, {}).kind).toBe('missing')
  })

  it('matches the whole token against the validation expression', () => {
    const authorizer = { ...TOKEN, identityValidationExpression: 'Bearer [a-z]+|none' }
    const kinds = ['Bearer abc', 'none', 'Bearer abc1', 'a Bearer abc', 'nonesuch'].map(
      (value) => read(authorizer, { headers: { Authorization: value } }).kind,
    )
    expect(kinds).toEqual(['found', 'found', 'invalid', 'invalid', 'invalid'])
  })

  it('does not use the validation expression of a REQUEST authorizer', () => {
    expect(read({ ...REQUEST, identityValidationExpression: 'never' }, COMPLETE).kind).toBe('found')
  })

  it('answers soon for a hostile expression and token', () => {
    const authorizer = { ...TOKEN, identityValidationExpression: '(a+)+b' }
    expect(read(authorizer, { headers: { Authorization: 'a'.repeat(5000) } }).kind).toBe('invalid')
  })

  it('names every part it cannot use, and lets nobody in by a broken expression', () => {
    const authorizer: Authorizer = {
      type: 'TOKEN',
      identitySource: 'header.X, method.request.path.id, method.request.header.Token',
      identityValidationExpression: '(',
    }
    const reader = compileIdentityReader(authorizer)
    expect(reader.problems).toEqual([
      'identitySource "header.X" is none of method.request.header.NAME, method.request.querystring.NAME, stageVariables.NAME, context.NAME',
      'identitySource "method.request.path.id" is none of method.request.header.NAME, method.request.querystring.NAME, stageVariables.NAME, context.NAME',
      'identityValidationExpression "(" cannot be used: a group is not closed: ")" is missing at character 2',
    ])
    expect(reader.read({ ...EMPTY, headers: { token: 'x' } })).toEqual({ kind: 'invalid', value: 'x' })
  })
})
