import { expect, it } from 'vitest'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import { built } from './testing/built'
import { everyFeature } from './testing/every-feature'

it('watches every stage, when somebody is to be told', () => {
  const { template } = built(everyFeature())
  const alarms = Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
  expect(
    alarms.map(({ Condition, Properties = {} }) => [Condition, Properties.MetricName, Properties.Dimensions]),
  ).toEqual([
    [
      'HasAlarms',
      '5XXError',
      [
        { Name: 'ApiName', Value: 'Orders' },
        { Name: 'Stage', Value: { Ref: 'OrdersApiProdStage' } },
      ],
    ],
    [
      'HasAlarms',
      '5xx',
      [
        { Name: 'ApiId', Value: { Ref: 'ShopHttpApi' } },
        { Name: 'Stage', Value: { Ref: 'ShopHttpApiDefaultStage' } },
      ],
    ],
    [
      'HasAlarms',
      '5xx',
      [
        { Name: 'ApiId', Value: { Ref: 'ShopHttpApi' } },
        { Name: 'Stage', Value: { Ref: 'ShopHttpApiDevStage' } },
      ],
    ],
    [
      'HasAlarms',
      'IntegrationError',
      [
        { Name: 'ApiId', Value: { Ref: 'ChatApi' } },
        { Name: 'Stage', Value: { Ref: 'ChatApiLiveStage' } },
      ],
    ],
  ])
  expect(template.Conditions?.HasAlarms).toEqual({ 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'AlarmTopicArn' }, 'none'] }] })
})

it.each([
  ['Café orders', 'Caf orders'],
  ['訂單', { Ref: 'Api' }],
])('watches %s by the name that the metric has', (name, value) => {
  const { resource } = built({ ...emptyDesign('shop'), apis: [newRestApi(name)] })
  const dimensions = resource('AWS::CloudWatch::Alarm')?.Properties?.Dimensions
  expect(dimensions).toEqual([expect.objectContaining({ Value: value }), expect.objectContaining({ Name: 'Stage' })])
})
