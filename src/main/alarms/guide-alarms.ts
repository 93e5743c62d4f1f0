import type { Alarm } from '@shared/design/alarm'
import type { Api, ProtocolType } from '@shared/design/api'

/** What counts errors and time in each type of API. Source: observability-and-cost.md 1.3. */
const METRICS: Readonly<Record<ProtocolType, { readonly errors: string; readonly latency: string }>> = {
  REST: { errors: '5XXError', latency: 'Latency' },
  HTTP: { errors: '5xx', latency: 'Latency' },
  WEBSOCKET: { errors: 'IntegrationError', latency: 'IntegrationLatency' },
}

/**
 * The two alarms of guide 000 for one stage: server errors above 50 in each of two periods of five minutes, and an average latency above
 * a second. Departure: the guide's second one has no dimensions and would watch a metric that does not exist; here it has them.
 */
export function guideAlarms(api: Pick<Api, 'protocolType' | 'id' | 'name'>, stage: string): readonly [Alarm, Alarm] {
  const { errors, latency } = METRICS[api.protocolType]
  const common = {
    namespace: 'AWS/ApiGateway',
    dimensions: { ...apiDimension(api), Stage: stage },
    period: 300,
    evaluationPeriods: 2,
    comparisonOperator: 'GreaterThanThreshold',
  } as const
  return [
    {
      ...common,
      alarmName: `${api.name} ${stage}: HighAPIErrorRate`,
      alarmDescription: `More than 50 server errors in each of two periods of five minutes: ten minutes of trouble.`,
      metricName: errors,
      statistic: 'Sum',
      threshold: 50,
    },
    {
      ...common,
      alarmName: `${api.name} ${stage}: HighAPILatency`,
      alarmDescription: 'An average latency above one second in each of two periods of five minutes.',
      metricName: latency,
      statistic: 'Average',
      threshold: 1000,
    },
  ]
}

/** REST APIs are told apart by their names without what is not ASCII, the others by their ids. */
function apiDimension({ protocolType, id, name }: Pick<Api, 'protocolType' | 'id' | 'name'>): Record<string, string> {
  if (protocolType !== 'REST') return { ApiId: id }
  const ascii = name.replaceAll(/[^ -~]/g, '')
  return { ApiName: ascii === '' ? id : ascii }
}
