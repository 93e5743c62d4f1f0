import { expect, it } from 'vitest'
import { invokeRefusal } from './invoke-refusal'

const USER = 'arn:aws:iam::111122223333:user/ada'
const RESOURCE = 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/a:b'
const MASKED = 'on resource: arn:aws:execute-api:us-east-1:********9012:a1b2c3d4e5/prod/GET/a:b'
const REFUSED = `User: ${USER} is not authorized to perform: execute-api:Invoke ${MASKED}`

it.each([
  ['implicit-deny', 'silent', `${REFUSED} because no identity-based policy allows the execute-api:Invoke action`],
  ['implicit-deny', 'allow', `${REFUSED} because no resource-based policy allows the execute-api:Invoke action`],
  ['explicit-deny', 'deny', `${REFUSED} with an explicit deny`],
  ['explicit-deny', 'allow', `${REFUSED} with an explicit deny`],
] as const)('invokeRefusal says why it is a %s where the identity side says %s', (verdict, identity, message) => {
  expect(invokeRefusal({ userArn: USER, resourceArn: RESOURCE, verdict, identity })).toBe(message)
})

it('invokeRefusal calls a caller without identity anonymous', () => {
  const anonymous = `User: anonymous is not authorized to perform: execute-api:Invoke ${MASKED}`
  const refused = { userArn: null, resourceArn: RESOURCE, identity: 'silent' } as const
  expect([
    invokeRefusal({ ...refused, verdict: 'implicit-deny' }),
    invokeRefusal({ ...refused, verdict: 'explicit-deny' }),
  ]).toEqual([anonymous, `${anonymous} with an explicit deny`])
})
