import { describe, expect, it } from 'vitest'
import { built } from './testing/built'
import { everyFeature } from './testing/every-feature'

describe('usage plans', () => {
  it('come after the stages they cover', () => {
    expect(built(everyFeature()).resource('AWS::ApiGateway::UsagePlan')?.Properties).toEqual({
      UsagePlanName: 'Gold plan',
      Throttle: { RateLimit: 10, BurstLimit: 20 },
      Quota: { Limit: 1000, Period: 'WEEK', Offset: 2 },
      ApiStages: [
        {
          ApiId: { Ref: 'OrdersApi' },
          Stage: { Ref: 'OrdersApiProdStage' },
          Throttle: { '/orders/POST': { RateLimit: 1, BurstLimit: 2 } },
        },
      ],
    })
  })

  it('hold their keys', () => {
    expect(built(everyFeature()).resource('AWS::ApiGateway::UsagePlanKey')?.Properties).toEqual({
      KeyId: { Ref: 'MobileApiKey' },
      KeyType: 'API_KEY',
      UsagePlanId: { Ref: 'GoldUsagePlan' },
    })
  })

  it('have keys with values only when asked', () => {
    const valueOf = (hasKeyValues: boolean) => {
      const { resource, said } = built(everyFeature(), { hasKeyValues })
      return [resource('AWS::ApiGateway::ApiKey')?.Properties?.Value, said.includes('info /apiKeys')]
    }
    expect([valueOf(false), valueOf(true)]).toEqual([
      [undefined, true],
      ['abcdefghijklmnopqrstuvwxyz', false],
    ])
  })
})
