import { expect, test } from 'vitest'
import type { PolicyDocument } from '@shared/design/policy-document'
import { callerKeys } from './caller-keys'
import { evaluatePolicy } from './policy'

const VPCE = 'vpce-0a1b2c3d4e5f60718'

/** The policy of the guide for private APIs: everybody, but through this endpoint only. */
const policy: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: 'execute-api:/*',
      Condition: { StringNotEquals: { 'aws:SourceVpce': VPCE } },
    },
  ],
}

test('the address of a caller in a VPC has a key of its own, beside the endpoint', () => {
  expect([callerKeys({ sourceIp: '203.0.113.9' }), callerKeys({ sourceIp: '10.0.0.7', vpcEndpointId: VPCE })]).toEqual([
    { 'aws:SourceIp': '203.0.113.9' },
    { 'aws:VpcSourceIp': '10.0.0.7', 'aws:SourceVpce': VPCE },
  ])
})

test.each([
  ['through the endpoint', VPCE, 'ALLOW'],
  ['through another endpoint', 'vpce-99', 'DENY'],
  ['from the internet', undefined, 'DENY'],
])('a policy for one endpoint says to a caller %s: %s', (_, vpcEndpointId, effect) => {
  const caller = { sourceIp: '10.0.0.7', ...(vpcEndpointId !== undefined && { vpcEndpointId }) }
  const request = {
    action: 'execute-api:Invoke',
    resourceArn: 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/orders',
    conditionKeys: callerKeys(caller),
    caller: 'ANONYMOUS' as const,
  }
  expect(evaluatePolicy(policy, request).effect).toBe(effect)
})
