import { describe, expect, it } from 'vitest'
import type { PolicyDocument, PolicyStatement } from '@shared/design/policy-document'
import type { ConditionKeys } from './condition-keys'
import { evaluatePolicy, type PolicyEffect, type PolicyRequest } from './policy'

const API = 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5'
const ORDER = `${API}/prod/GET/orders/7`
const ANA = { accountId: '123456789012', arn: 'arn:aws:iam::123456789012:user/ana' }
const SESSION = { accountId: '123456789012', arn: 'arn:aws:sts::123456789012:assumed-role/Shop/till-3' }

const REQUEST: PolicyRequest = { action: 'execute-api:Invoke', resourceArn: ORDER, conditionKeys: {} }
const ALLOW: PolicyStatement = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }
const DENY: PolicyStatement = { ...ALLOW, Effect: 'Deny' }

function policyOf(...statements: readonly object[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements as readonly PolicyStatement[] }
}

function effectOf(statement: object, request: Partial<PolicyRequest> = {}): PolicyEffect {
  return evaluatePolicy(policyOf(statement), { ...REQUEST, ...request }).effect
}

/** The effect of an Allow with a condition, for a request with these keys. */
function allowedWhen(condition: object, conditionKeys: ConditionKeys): boolean {
  return effectOf({ ...ALLOW, Condition: condition }, { conditionKeys }) === 'ALLOW'
}

describe('evaluatePolicy', () => {
  it('lets any Deny win and says which statement decided', () => {
    const other = { ...DENY, Resource: 'arn:other' }
    const decisions = [
      policyOf(other, ALLOW, ALLOW),
      policyOf(ALLOW, other, DENY),
      policyOf(other),
      { Statement: ALLOW },
      { Statement: [] },
    ].map((policy) => evaluatePolicy(policy, REQUEST))
    expect(decisions).toEqual([
      { effect: 'ALLOW', statement: 1 },
      { effect: 'DENY', statement: 2 },
      { effect: 'SILENT', statement: null },
      { effect: 'ALLOW', statement: 0 },
      { effect: 'SILENT', statement: null },
    ])
  })

  it.each([
    ['execute-api:Invoke', true],
    ['EXECUTE-API:invoke', true],
    ['execute-api:*', true],
    ['execute-api:In?oke', true],
    ['*', true],
    [['execute-api:InvalidateCache', 'execute-api:Inv*'], true],
    ['execute-api:InvalidateCache', false],
    ['execute-api', false],
    [[], false],
    ['', false],
  ])('compares actions: %j', (Action, isAllowed) => {
    expect(effectOf({ ...ALLOW, Action }) === 'ALLOW').toBe(isAllowed)
  })

  it.each([
    [ORDER, true],
    ['*', true],
    [`${API}/*`, true],
    [`${API}/prod/GET/*`, true],
    [`${API}/*/GET/orders/?`, true],
    ['arn:aws:execute-api:*:*:*', true],
    [`${API}/prod/*/7`, true],
    [[`${API}/prod/POST/*`, `${API}/prod/GET/orders/7`], true],
    ['execute-api:/prod/GET/orders/*', true],
    ['execute-api:/*', true],
    ['execute-api:/*/GET/orders/7', true],
    ['execute-api:/dev/*', false],
    [`${API}/prod/GET/orders`, false],
    [`${API}/prod/GET/orders/??`, false],
    [`${API}/prod/get/orders/7`, false],
    [`${API}/prod/GET/orders/[7]`, false],
    [`${API}/prod/GET/orders/7/`, false],
  ])('compares resources: %j', (Resource, isAllowed) => {
    expect(effectOf({ ...ALLOW, Resource }) === 'ALLOW').toBe(isAllowed)
  })

  it('knows what NotAction and NotResource leave over', () => {
    const { Action: _action, ...withoutAction } = ALLOW
    const { Resource: _resource, ...withoutResource } = ALLOW
    const effects = [
      effectOf({ ...withoutAction, NotAction: 'execute-api:InvalidateCache' }),
      effectOf({ ...withoutAction, NotAction: ['execute-api:I*'] }),
      effectOf({ ...withoutResource, NotResource: `${API}/dev/*` }),
      effectOf({ ...withoutResource, NotResource: [`${API}/dev/*`, `${API}/prod/*`] }),
    ]
    expect(effects).toEqual(['ALLOW', 'SILENT', 'ALLOW', 'SILENT'])
  })

  it('answers soon for a resource full of wildcards', () => {
    expect(effectOf({ ...ALLOW, Resource: `${'*a'.repeat(200)}b` }, { resourceArn: 'a'.repeat(4000) })).toBe('SILENT')
  })

  it.each([
    ['an element', { Frobnicate: true }],
    ['an operator', { Condition: { StringAlmost: { 'aws:SourceIp': '1' } } }],
    ['an operator without a map', { Condition: { StringEquals: 'x' } }],
    ['a condition', { Condition: ['x'] }],
    ['a condition value', { Condition: { StringEquals: { 'aws:SourceIp': { a: 1 } } } }],
    ['an empty list of values', { Condition: { StringNotEquals: { 'aws:SourceIp': [] } } }],
    ['a block of addresses', { Condition: { NotIpAddress: { 'aws:SourceIp': 'banana' } } }],
    ['a number', { Condition: { NumericNotEquals: { 'aws:MultiFactorAuthAge': 'old' } } }],
    ['a date', { Condition: { DateNotEquals: { 'aws:CurrentTime': 'tomorrow' } } }],
    ['a principal where none belongs', { Principal: { AWS: ANA.arn } }],
    ['an action', { Action: 5 }],
    ['a resource', { Resource: [null] }],
  ])('never widens access for %s it does not know', (_what, unknown) => {
    const conditionKeys = { 'aws:SourceIp': '203.0.113.9', 'aws:MultiFactorAuthAge': '1', 'aws:CurrentTime': '0' }
    const effects = [ALLOW, DENY].map((statement) => effectOf({ ...statement, ...unknown }, { conditionKeys }))
    expect(effects).toEqual(['SILENT', 'DENY'])
  })

  it('ignores a statement whose effect is neither Allow nor Deny', () => {
    expect(effectOf({ ...ALLOW, Effect: 'allow' })).toBe('SILENT')
  })
})

describe('principals of a resource policy', () => {
  const ROLE = 'arn:aws:iam::123456789012:role/Shop'

  it.each([
    ['*', 'ANONYMOUS', true],
    [{ AWS: '*' }, 'ANONYMOUS', true],
    [{ AWS: ['*'] }, ANA, true],
    [{ AWS: ANA.arn }, ANA, true],
    [{ AWS: [SESSION.arn, ANA.arn] }, ANA, true],
    [{ AWS: '123456789012' }, ANA, true],
    [{ AWS: 'arn:aws:iam::123456789012:root' }, ANA, true],
    [{ AWS: ROLE }, SESSION, true],
    [{ AWS: SESSION.arn }, SESSION, true],
    [{ AWS: 'arn:aws:iam::123456789012:root' }, 'ANONYMOUS', false],
    [{ AWS: '210987654321' }, ANA, false],
    [{ AWS: 'arn:aws:iam::123456789012:user/*' }, ANA, false],
    [{ AWS: 'arn:aws:iam::123456789012:role/Other' }, SESSION, false],
    [{ Service: 'lambda.amazonaws.com' }, ANA, false],
    [{ AWS: 5 }, ANA, false],
    [{}, ANA, false],
    [null, ANA, false],
    [undefined, ANA, false],
  ] as const)('%j names %j: %s', (Principal, caller, isNamed) => {
    const statement = Principal === undefined ? ALLOW : { ...ALLOW, Principal }
    expect(effectOf(statement, { caller }) === 'ALLOW').toBe(isNamed)
  })

  it('are everybody else with NotPrincipal', () => {
    const statement = { ...DENY, NotPrincipal: { AWS: ANA.arn } }
    expect([effectOf(statement, { caller: ANA }), effectOf(statement, { caller: SESSION })]).toEqual(['SILENT', 'DENY'])
  })

  it('are missing from a Deny that then holds for everybody', () => {
    expect(effectOf(DENY, { caller: ANA })).toBe('DENY')
  })
})

describe('conditions', () => {
  const IP = 'aws:SourceIp'

  it.each([
    ['203.0.113.0/24', '203.0.113.9', true],
    ['203.0.113.9', '203.0.113.9', true],
    ['203.0.113.9/32', '203.0.113.8', false],
    ['0.0.0.0/0', '198.51.100.1', true],
    ['10.0.0.0/8', '11.0.0.1', false],
    ['2001:db8::/32', '2001:db8:1::5', true],
    ['2001:db8::/32', '2001:db9::5', false],
    ['::/0', '203.0.113.9', false],
    ['::ffff:203.0.113.0/120', '203.0.113.9', true],
    ['203.0.113.0/24', '::ffff:203.0.113.9', true],
    ['2001:db8::1', '2001:0db8:0:0:0:0:0:1', true],
    ['203.0.113.0/24', 'not an address', false],
    ['203.0.113.0/24', '203.0.113.256', false],
    ['203.0.113.0/24', '1:2:3:4:5:6:7:8:9', false],
    ['203.0.113.0/24', '1::2::3', false],
  ])('IpAddress %s holds %s: %s', (block, address, isInside) => {
    expect(allowedWhen({ IpAddress: { [IP]: [block] } }, { [IP]: address })).toBe(isInside)
  })

  it('deny all but some addresses, as guides show it', () => {
    const policy = policyOf(ALLOW, {
      ...DENY,
      Condition: { NotIpAddress: { [IP]: ['203.0.113.0/24', '198.51.100.7'] } },
    })
    const effects = ['203.0.113.9', '198.51.100.7', '198.51.100.8'].map(
      (address) => evaluatePolicy(policy, { ...REQUEST, conditionKeys: { 'AWS:sourceip': address } }).effect,
    )
    expect(effects).toEqual(['ALLOW', 'ALLOW', 'DENY'])
  })

  it.each([
    ['StringEquals', 'a', 'a', true],
    ['StringEquals', ['x', 'a'], 'a', true],
    ['StringEquals', 'a', 'A', false],
    ['StringNotEquals', ['x', 'y'], 'a', true],
    ['StringNotEquals', ['x', 'a'], 'a', false],
    ['StringEqualsIgnoreCase', 'a', 'A', true],
    ['StringNotEqualsIgnoreCase', 'a', 'A', false],
    ['StringLike', 'a*c?', 'abbcd', true],
    ['StringLike', 'a*c?', 'abbc', false],
    ['StringNotLike', 'a*', 'b', true],
    ['ArnLike', 'arn:aws:iam::*:user/*', ANA.arn, true],
    ['ArnEquals', 'arn:aws:iam::*:user/an?', ANA.arn, true],
    ['ArnLike', 'arn:aws:*', ANA.arn, false],
    ['ArnLike', 'arn:aws:i*:user/ana', ANA.arn, false],
    ['ArnNotLike', 'arn:aws:iam::*:user/*', SESSION.arn, true],
    ['ArnNotEquals', ANA.arn, ANA.arn, false],
    ['Bool', true, 'true', true],
    ['Bool', 'false', 'true', false],
    ['BinaryEquals', 'aGk=', 'aGk=', true],
    ['NumericEquals', 5, '5.0', true],
    ['NumericNotEquals', 5, '5', false],
    ['NumericLessThan', '5', '4.5', true],
    ['NumericLessThanEquals', '5', '5', true],
    ['NumericGreaterThan', '5', '5', false],
    ['NumericGreaterThanEquals', '5', '5', true],
    ['NumericLessThan', '5', 'x', false],
    ['NumericEquals', '0', '', false],
    ['DateLessThan', '2024-05-01T00:00:00Z', '2024-04-30T23:59:59Z', true],
    ['DateGreaterThan', '2024-05-01T00:00:00Z', '2024-05-01T01:00:00+02:00', false],
    ['DateEquals', '2024-02-29', '1709164800', true],
    ['DateNotEquals', '2024-02-29', '2024-02-29T00:00:01Z', true],
    ['DateLessThanEquals', '2024-05-01T00:00:00.5Z', '2024-05-01T00:00:00.500Z', true],
    ['DateGreaterThanEquals', '1970-01-01', '0', true],
    ['DateGreaterThan', '2024-01-01', 'never', false],
  ])('%s %j on %j: %s', (operator, wanted, value, isMet) => {
    expect(allowedWhen({ [operator]: { 'aws:Thing': wanted } }, { 'aws:Thing': value })).toBe(isMet)
  })

  it('need every operator and every key', () => {
    const condition = { StringEquals: { a: '1', b: '2' }, Bool: { c: 'true' } }
    const results = [
      { a: '1', b: '2', c: 'true' },
      { a: '1', b: '2', c: 'false' },
      { a: '1', b: 'x', c: 'true' },
    ].map((keys) => allowedWhen(condition, keys))
    expect(results).toEqual([true, false, false])
  })

  it.each([
    ['StringEquals', false],
    ['StringNotEquals', true],
    ['NotIpAddress', true],
    ['StringEqualsIfExists', true],
    ['IpAddressIfExists', true],
    ['ForAllValues:StringEquals', true],
    ['ForAnyValue:StringEquals', false],
    ['ForAnyValue:StringNotEquals', false],
    ['ForAnyValue:StringEqualsIfExists', true],
  ])('%s of a key that the request does not have: %s', (operator, isMet) => {
    expect(allowedWhen({ [operator]: { missing: '203.0.113.0/24' } }, {})).toBe(isMet)
  })

  it.each([
    ['true', {}, true],
    ['false', {}, false],
    [true, { k: 'x' }, false],
    ['false', { k: 'x' }, true],
    ['true', { k: [] }, true],
  ])('Null %j with %j: %s', (wanted, keys, isMet) => {
    expect(allowedWhen({ Null: { k: wanted } }, keys)).toBe(isMet)
  })

  it.each([
    ['ForAnyValue:StringEquals', ['a', 'x'], true],
    ['ForAnyValue:StringEquals', ['x', 'y'], false],
    ['ForAllValues:StringEquals', ['a', 'b'], true],
    ['ForAllValues:StringEquals', ['a', 'x'], false],
    ['ForAllValues:StringNotEquals', ['x', 'y'], true],
    ['ForAllValues:StringNotEquals', ['x', 'a'], false],
    ['ForAnyValue:StringNotEquals', ['x', 'a'], true],
    ['ForAnyValue:StringLikeIfExists', ['a'], true],
    ['StringEquals', ['x', 'b'], true],
    ['StringNotEquals', ['x', 'b'], false],
  ])('%s a, b of the values %j: %s', (operator, values, isMet) => {
    expect(allowedWhen({ [operator]: { k: ['a', 'b'] } }, { k: values })).toBe(isMet)
  })
})

describe('policy variables', () => {
  const keys: ConditionKeys = { 'aws:username': 'ana', 'aws:Tags': ['a', 'b'] }

  function resourceAllows(resource: string, version = '2012-10-17'): boolean {
    const policy = { Version: version, Statement: [{ ...ALLOW, Resource: `${API}/prod/GET/${resource}` }] }
    const resourceArn = `${API}/prod/GET/home/ana`
    return evaluatePolicy(policy, { ...REQUEST, resourceArn, conditionKeys: keys }).effect === 'ALLOW'
  }

  it.each([
    ['home/${aws:username}', true],
    ['home/${AWS:UserName}', true],
    ["home/${aws:nobody, 'ana'}", true],
    ['home/${aws:nobody}', false],
    ['home/${aws:Tags}', false],
  ])('stand in resources: %s', (resource, isAllowed) => {
    expect(resourceAllows(resource)).toBe(isAllowed)
  })

  it('are ordinary text before version 2012-10-17', () => {
    expect(resourceAllows('home/${aws:username}', '2008-10-17')).toBe(false)
  })

  it('stand in the values of text conditions', () => {
    const results = ['${aws:username}', 'an${*}', '${aws:nobody}'].map((wanted) =>
      allowedWhen({ StringLike: { k: wanted } }, { ...keys, k: 'ana' }),
    )
    expect(results).toEqual([true, true, false])
  })

  it('without a value do not make a negated condition or element allow', () => {
    const { Resource: _resource, ...withoutResource } = ALLOW
    const allowed = [
      allowedWhen({ StringNotEquals: { k: '${aws:nobody}' } }, { ...keys, k: 'ana' }),
      effectOf({ ...withoutResource, NotResource: '${aws:nobody}' }, { conditionKeys: keys }) === 'ALLOW',
    ]
    expect(allowed).toEqual([false, false])
  })
})
