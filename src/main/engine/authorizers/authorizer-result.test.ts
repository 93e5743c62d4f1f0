import { describe, expect, it } from 'vitest'
import { authorizerFailureType, parseAuthorizerResult } from './authorizer-result'

const STRICT = { requirePrincipalId: true }
const STATEMENT = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }
const POLICY = { Version: '2012-10-17', Statement: [STATEMENT] }

describe('parseAuthorizerResult', () => {
  it('reads a whole result and turns context values into text', () => {
    const value: unknown = JSON.parse(
      '{"principalId":"ana","context":{"text":"x","number":1.50,"flag":true,"__proto__":"odd"},"usageIdentifierKey":"key-1"}',
    )
    const result = parseAuthorizerResult({ ...(value as object), policyDocument: POLICY }, STRICT)
    expect(result).toEqual({
      kind: 'valid',
      principalId: 'ana',
      policy: POLICY,
      context: JSON.parse('{"text":"x","number":"1.5","flag":"true","__proto__":"odd"}'),
      hasUnusableContext: false,
      usageIdentifierKey: 'key-1',
    })
  })

  it('reads the least that is needed', () => {
    expect(parseAuthorizerResult({ principalId: 7, policyDocument: { Statement: STATEMENT } }, STRICT)).toEqual({
      kind: 'valid',
      principalId: '7',
      policy: { Statement: STATEMENT },
      context: {},
      hasUnusableContext: false,
      usageIdentifierKey: null,
    })
  })

  it.each([[null], [['a']], [{ b: 1 }]])('lets a context value of %j pass, but marks it', (odd) => {
    const result = parseAuthorizerResult(
      { principalId: 'a', policyDocument: POLICY, context: { odd, ok: 'x' } },
      STRICT,
    )
    expect(result).toMatchObject({ kind: 'valid', context: { ok: 'x' }, hasUnusableContext: true })
  })

  it('needs a principalId unless the project assumes otherwise', () => {
    const results = [true, false].map((requirePrincipalId) =>
      parseAuthorizerResult({ policyDocument: POLICY }, { requirePrincipalId }),
    )
    expect(results).toEqual([
      { kind: 'invalid', reason: 'principalId is missing' },
      expect.objectContaining({ kind: 'valid', principalId: null }),
    ])
  })

  it.each([
    [undefined, 'the result is not a JSON object'],
    ['Allow', 'the result is not a JSON object'],
    [[POLICY], 'the result is not a JSON object'],
    [{ principalId: 'a' }, 'policyDocument is missing or not a JSON object'],
    [{ principalId: {}, policyDocument: POLICY }, 'principalId is missing'],
    [{ principalId: 'a', policyDocument: JSON.stringify(POLICY) }, 'policyDocument is missing or not a JSON object'],
    [{ principalId: 'a', policyDocument: {} }, 'policyDocument.Statement[0]: it is not a JSON object'],
    [withStatement({ Effect: 'allow' }), 'policyDocument.Statement[1]: Effect is neither Allow nor Deny'],
    [withStatement({ Action: undefined }), 'policyDocument.Statement[1]: Action is missing'],
    [withStatement({ Action: 5 }), 'policyDocument.Statement[1]: Action is not text'],
    [withStatement({ Resource: undefined }), 'policyDocument.Statement[1]: Resource is missing'],
    [withStatement({ Resource: ['a', null] }), 'policyDocument.Statement[1]: Resource is not text'],
    [
      withStatement({ Resource: 'a'.repeat(513) }),
      'policyDocument.Statement[1]: Resource has more than 512 characters',
    ],
    [withStatement({ Condition: 'x' }), 'policyDocument.Statement[1]: Condition is not an object'],
    [{ principalId: 'a', policyDocument: POLICY, context: ['x'] }, 'context is not a JSON object'],
  ])('refuses %j', (value, reason) => {
    expect(parseAuthorizerResult(value, STRICT)).toEqual({ kind: 'invalid', reason })
  })

  it('does not see inherited members', () => {
    const inherited: unknown = Object.create({ principalId: 'a', policyDocument: POLICY })
    expect(parseAuthorizerResult(inherited, STRICT)).toEqual({ kind: 'invalid', reason: 'principalId is missing' })
  })
})

describe('authorizerFailureType', () => {
  it('is a refusal for the exact message only', () => {
    expect(['Unauthorized', 'unauthorized', 'Unauthorized.', 'Error: Unauthorized'].map(authorizerFailureType)).toEqual(
      [
        'UNAUTHORIZED',
        'AUTHORIZER_CONFIGURATION_ERROR',
        'AUTHORIZER_CONFIGURATION_ERROR',
        'AUTHORIZER_CONFIGURATION_ERROR',
      ],
    )
  })
})

function withStatement(members: object): object {
  return { principalId: 'a', policyDocument: { Statement: [STATEMENT, { ...STATEMENT, ...members }] } }
}
