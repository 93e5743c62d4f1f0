import { expect, it } from 'vitest'
import { cdkAttributeName, cdkPropertyName } from './cdk-name'

it('writes initials small as one word', () => {
  const names = ['RestApiId', 'ProviderARNs', 'WebACLArn', 'IPAddressVersion', 'URI', 'PrincipalOrgID', 'Type']
  expect(names.map(cdkPropertyName)).toEqual([
    'restApiId',
    'providerArns',
    'webAclArn',
    'ipAddressVersion',
    'uri',
    'principalOrgId',
    'type',
  ])
})

it('names attributes after their words, dots left out', () => {
  expect(['RootResourceId', 'Arn', 'Endpoint.Address'].map(cdkAttributeName)).toEqual([
    'attrRootResourceId',
    'attrArn',
    'attrEndpointAddress',
  ])
})
