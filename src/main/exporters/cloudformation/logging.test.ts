import { describe, expect, it } from 'vitest'
import type { HttpApi } from '@shared/design/http-api'
import { emptyDesign } from '@shared/design/new-design'
import { newHttpApi } from '@shared/design/new-http-api'
import { built } from './testing/built'
import { everyFeature } from './testing/every-feature'

function withDestination(destinationArn: string | undefined) {
  const settings = { format: '$context.requestId', ...(destinationArn !== undefined && { destinationArn }) }
  const api: HttpApi = { ...newHttpApi('Orders'), stages: { dev: { autoDeploy: true, accessLogSettings: settings } } }
  const { resource, template } = built({ ...emptyDesign('shop'), apis: [api] })
  const log = (resource('AWS::ApiGatewayV2::Stage')?.Properties ?? {}).AccessLogSettings
  const { DestinationArn } = (log ?? {}) as { DestinationArn?: unknown }
  return [DestinationArn, resource('AWS::Logs::LogGroup'), Object.keys(template.Parameters ?? {}).sort()]
}

describe('an access log', () => {
  it('gets its log group, unless that exists', () => {
    expect(withDestination('arn:aws:logs:us-east-1:123456789012:log-group:/shop/orders')).toEqual([
      {
        'Fn::If': [
          'MakesLogGroups',
          {
            'Fn::Sub': 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${ShopOrdersAccessLogs}',
          },
          { Ref: 'ShopOrdersAccessLogArn' },
        ],
      },
      {
        Type: 'AWS::Logs::LogGroup',
        Condition: 'MakesLogGroups',
        Properties: {
          LogGroupName: { 'Fn::Select': [6, { 'Fn::Split': [':', { Ref: 'ShopOrdersAccessLogArn' }] }] },
        },
      },
      ['AlarmTopicArn', 'MakeLogGroups', 'OrdersApiDevStageName', 'ShopOrdersAccessLogArn'],
    ])
  })

  it('goes to a stream that is a parameter', () => {
    const arn = 'arn:aws:firehose:us-east-1:123456789012:deliverystream/amazon-apigateway-shop'
    expect(withDestination(arn)).toEqual([
      { Ref: 'AmazonApigatewayShopAccessLogArn' },
      undefined,
      ['AlarmTopicArn', 'AmazonApigatewayShopAccessLogArn', 'OrdersApiDevStageName'],
    ])
  })

  it('without a destination gets a group of its own', () => {
    expect(withDestination(undefined).slice(0, 2)).toEqual([
      { 'Fn::GetAtt': ['OrdersApiDevAccessLogs', 'Arn'] },
      { Type: 'AWS::Logs::LogGroup' },
    ])
  })
})

describe('the role for logs', () => {
  it('is made once for all APIs, unless one is named', () => {
    const { template, resource } = built(everyFeature())
    const accounts = Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::ApiGateway::Account')
    expect([
      accounts.length,
      resource('AWS::ApiGateway::Account')?.Properties,
      template.Parameters?.LogRoleName?.Default,
    ]).toEqual([
      1,
      {
        CloudWatchRoleArn: {
          'Fn::If': [
            'MakesLogRole',
            { 'Fn::GetAtt': ['ApiGatewayLogRole', 'Arn'] },
            {
              'Fn::Sub': [
                'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Name}',
                { Name: { Ref: 'LogRoleName' } },
              ],
            },
          ],
        },
      },
      'none',
    ])
  })
})
