import { expect, it } from 'vitest'
import { built } from './testing/built'
import { everyFeature } from './testing/every-feature'

it('lets each API call its functions from where they are called, and no farther', () => {
  const { template } = built(everyFeature())
  const permissions = Object.entries(template.Resources).filter(([, { Type }]) => Type === 'AWS::Lambda::Permission')
  const start = 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:'
  const lines = permissions.map(([id, { Properties = {} }]) => {
    const { 'Fn::Sub': source } = Properties.SourceArn as { 'Fn::Sub': string }
    return [id, (Properties.FunctionName as { Ref: string }).Ref, source.replace(start, '')]
  })
  expect(lines).toEqual([
    [
      'OrdersApiSessionLiveAuthorizerPermission',
      'SessionLiveFunctionArn',
      '${OrdersApi}/authorizers/${OrdersApiTokenAuthorizer}',
    ],
    ['OrdersApiOrdersPermission', 'OrdersFunctionArn', '${OrdersApi}/*/GET/orders'],
    [
      'ShopHttpApiCheckAuthorizerPermission',
      'CheckFunctionArn',
      '${ShopHttpApi}/authorizers/${ShopHttpApiCheckAuthorizer}',
    ],
    ['ShopHttpApiItemsPermission', 'ItemsFunctionArn', '${ShopHttpApi}/*/$default'],
    ['ChatApiDoorAuthorizerPermission', 'DoorFunctionArn', '${ChatApi}/authorizers/${ChatApiDoorAuthorizer}'],
  ])
})

it('says which function it cannot know', () => {
  expect(built(everyFeature()).said).toContain('warning /apis/2/integrations/on')
})

it('lets any authorizer of a body call, whose ids nobody knows', () => {
  const { template } = built(everyFeature(), { hasBody: true })
  const source = template.Resources.OrdersApiSessionLiveAuthorizerPermission?.Properties?.SourceArn
  expect(source).toEqual({
    'Fn::Sub': 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${OrdersApi}/authorizers/*',
  })
})
