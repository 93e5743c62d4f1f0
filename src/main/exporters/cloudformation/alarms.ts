import type { Api } from '@shared/design/api'
import { stageWords } from './api-names'
import { partId, stageRef, type ApiContext } from './export-context'
import type { TemplateObject, TemplateValue } from './template-document'

const CONDITION = 'HasAlarms'
/** No ARN, so that no topic is called that. */
const NO_TOPIC = 'none'

/** What shows errors of each type of API, and when there are too many. Source: observability-and-cost.md 1 and 2. */
const METRICS: Readonly<Record<Api['protocolType'], TemplateObject>> = {
  REST: { MetricName: '5XXError', Statistic: 'Average', Threshold: 0.05 },
  HTTP: { MetricName: '5xx', Statistic: 'Average', Threshold: 0.05 },
  WEBSOCKET: { MetricName: 'IntegrationError', Statistic: 'Sum', Threshold: 10 },
}

/**
 * Adds an alarm for every stage that tells a topic when more than 5 % of five minutes' requests end in a server error, or more than 10
 * messages do. They are made only when a topic is given.
 */
export function addAlarms(context: ApiContext): void {
  const { api, names, parts } = context
  for (const stageName of names.stageIds.keys()) {
    const topic = parts.parameter('AlarmTopicArn', 'alarm topic', {
      Default: NO_TOPIC,
      Description: `ARN of the SNS topic that is told of errors. With "${NO_TOPIC}" no alarms are made.`,
    })
    parts.conditions[CONDITION] = { 'Fn::Not': [{ 'Fn::Equals': [topic, NO_TOPIC] }] }
    parts.resource(partId(context, `${stageWords(stageName)}ErrorAlarm`, `error alarm ${stageName}`), {
      Type: 'AWS::CloudWatch::Alarm',
      Condition: CONDITION,
      Properties: {
        AlarmDescription: `Errors of ${api.name}, stage ${stageName}`,
        Namespace: 'AWS/ApiGateway',
        ...METRICS[api.protocolType],
        Dimensions: [apiDimension(context), { Name: 'Stage', Value: stageRef(names, stageName) }],
        ComparisonOperator: 'GreaterThanThreshold',
        Period: 300,
        EvaluationPeriods: 1,
        // A minute without traffic has no data at all.
        TreatMissingData: 'notBreaching',
        AlarmActions: [topic],
      },
    })
  }
}

/** REST APIs are told apart by their names, of which letters beyond ASCII are left out. */
function apiDimension({ api, names }: ApiContext): TemplateValue {
  if (api.protocolType !== 'REST') return { Name: 'ApiId', Value: names.ref }
  const name = api.name.replaceAll(/[^ -~]/g, '')
  return { Name: 'ApiName', Value: name === '' ? names.ref : name }
}
