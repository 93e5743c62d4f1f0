import { expect, it } from 'vitest'
import { alarmProblems } from './alarm-problems'
import { guideAlarms } from './guide-alarms'

it('watches a stage of a REST API by name', () => {
  expect(guideAlarms({ protocolType: 'REST', id: 'a1', name: 'OrderAPI' }, 'prod')[0]).toEqual({
    alarmName: 'OrderAPI prod: HighAPIErrorRate',
    alarmDescription: 'More than 50 server errors in each of two periods of five minutes: ten minutes of trouble.',
    namespace: 'AWS/ApiGateway',
    metricName: '5XXError',
    dimensions: { ApiName: 'OrderAPI', Stage: 'prod' },
    statistic: 'Sum',
    period: 300,
    evaluationPeriods: 2,
    comparisonOperator: 'GreaterThanThreshold',
    threshold: 50,
  })
})

it('names the metrics and dimensions that each type has', () => {
  const named = (['REST', 'HTTP', 'WEBSOCKET'] as const).map((protocolType) =>
    guideAlarms({ protocolType, id: 'a1', name: 'Ü' }, 's').map(({ metricName, dimensions }) => [
      metricName,
      Object.keys(dimensions)[0],
      Object.values(dimensions)[0],
    ]),
  )
  expect(named).toEqual([
    [
      ['5XXError', 'ApiName', 'a1'],
      ['Latency', 'ApiName', 'a1'],
    ],
    [
      ['5xx', 'ApiId', 'a1'],
      ['Latency', 'ApiId', 'a1'],
    ],
    [
      ['IntegrationError', 'ApiId', 'a1'],
      ['IntegrationLatency', 'ApiId', 'a1'],
    ],
  ])
})

it('makes alarms that CloudWatch takes', () => {
  const alarms = guideAlarms({ protocolType: 'HTTP', id: 'a1', name: 'Items' }, '$default')
  expect(alarms.flatMap(alarmProblems)).toEqual([])
})
