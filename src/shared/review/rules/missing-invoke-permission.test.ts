import { expect, it } from 'vitest'
import type { Integration } from '../../design/integration'
import { designWith, found, FUNCTION_ARN, FUNCTION_URI, httpApi, restApi } from '../review.fixture'
import { missingInvokePermission as RULE } from './missing-invoke-permission'

const design = (more: Partial<Integration>) => {
  const integration: Integration = { type: 'AWS_PROXY', uri: FUNCTION_URI, integrationResponses: [] }
  return designWith(restApi({ 'GET /a': { integration: { ...integration, ...more } } }))
}
const PLACE = 'warning /apis/0/resources/~1a/methods/GET/integration'
const VARIABLE = FUNCTION_URI.replace('function:orders', 'function:${stageVariables.orders}')
const FOREIGN = FUNCTION_URI.replace(':123456789012:', ':210987654321:')

it('finds functions that nobody can be sure of', () => {
  const designs = [design({ uri: VARIABLE }), design({ uri: FOREIGN }), design({ fault: 'no-permission' })]
  expect(designs.map((each) => found(RULE, each))).toEqual([[PLACE], [PLACE], [PLACE]])
  const items = {
    integrationType: 'AWS_PROXY',
    integrationUri: FUNCTION_ARN.replace('orders', '${stageVariables.f}'),
  } as const
  expect(found(RULE, designWith(httpApi({}, { integrations: { items } })))).toEqual([
    'warning /apis/0/integrations/items',
  ])
})

it('finds nothing with a role, or for a function of its own account, or another target', () => {
  const credentials = 'arn:aws:iam::123456789012:role/gateway'
  const designs = [
    design({}),
    design({ uri: VARIABLE, credentials }),
    design({ uri: FOREIGN, credentials }),
    design({ uri: `${FUNCTION_URI.replace('/invocations', ':live/invocations')}` }),
    design({ type: 'HTTP_PROXY', uri: 'https://${stageVariables.host}/orders' }),
    design({ fault: 'timeout' }),
  ]
  expect(designs.flatMap((each) => found(RULE, each))).toEqual([])
})
