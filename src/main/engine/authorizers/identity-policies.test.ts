import { describe, expect, it } from 'vitest'
import type { PolicyDocument, PolicyStatement } from '@shared/design/policy-document'
import { evaluateIdentityPolicies, policySide, type IdentityPolicyRequest } from './identity-policies'

const API = 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5'
const REQUEST: IdentityPolicyRequest = {
  action: 'execute-api:Invoke',
  resource: `${API}/prod/GET/orders/7`,
  conditions: { 'aws:SourceIp': '192.0.2.7', 'aws:username': 'ada' },
}

function policy(...statements: readonly Partial<PolicyStatement>[]): PolicyDocument {
  const basis = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' } as const
  return { Version: '2012-10-17', Statement: statements.map((statement) => ({ ...basis, ...statement })) }
}

describe('evaluateIdentityPolicies', () => {
  it('is silent without policies, and with such that speak of something else', () => {
    const other = policy({ Resource: `${API}/prod/POST/*` }, { Action: 'execute-api:ManageConnections' })
    const silent = { side: 'silent', policy: null, statement: null }
    expect([evaluateIdentityPolicies([], REQUEST), evaluateIdentityPolicies([other], REQUEST)]).toEqual([
      silent,
      silent,
    ])
  })

  it('says which statement of which policy allows', () => {
    const policies = [
      policy({ Resource: 'arn:other' }),
      policy({ Resource: 'arn:other' }, { Resource: `${API}/*/GET/*` }),
    ]
    expect(evaluateIdentityPolicies(policies, REQUEST)).toEqual({ side: 'allow', policy: 1, statement: 1 })
  })

  it('lets a Deny of any policy win', () => {
    const policies = [policy({}), policy({}, { Effect: 'Deny', Resource: `${API}/prod/*` }), policy({})]
    expect(evaluateIdentityPolicies(policies, REQUEST)).toEqual({ side: 'deny', policy: 1, statement: 1 })
  })

  it('knows conditions and variables', () => {
    const statements: readonly Partial<PolicyStatement>[] = [
      { Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } },
      { Condition: { IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } } },
      { Condition: { StringEquals: { 'aws:username': 'ada' } } },
      { Resource: `${API}/prod/GET/orders/\${aws:username}` },
    ]
    const sides = statements.map((statement) => evaluateIdentityPolicies([policy(statement)], REQUEST).side)
    expect(sides).toEqual(['allow', 'silent', 'allow', 'silent'])
  })

  it('does not widen access by what IAM does not know', () => {
    const unknown = { Action: 'execute-api:Invoke', Surprise: 'yes' } as Partial<PolicyStatement>
    const named = { Principal: { AWS: '123456789012' } }
    const sides = [unknown, named, { ...unknown, Effect: 'Deny' as const }].map(
      (statement) => evaluateIdentityPolicies([policy(statement)], REQUEST).side,
    )
    expect(sides).toEqual(['silent', 'silent', 'deny'])
  })
})

describe('policySide', () => {
  it('gives the side of an effect', () => {
    expect((['ALLOW', 'SILENT', 'DENY'] as const).map(policySide)).toEqual(['allow', 'silent', 'deny'])
  })
})
