/** A CloudWatch alarm on one metric, as PutMetricAlarm takes it. Source: CloudWatch user guide, "Using Amazon CloudWatch alarms". */
export interface Alarm {
  readonly alarmName: string
  readonly alarmDescription?: string
  readonly namespace: string
  readonly metricName: string
  /** All of them together name the metric: { ApiName: "OrderAPI", Stage: "prod" }. */
  readonly dimensions: Readonly<Record<string, string>>
  /** "Sum", "Average", "p99", "tm90", "TM(2%:98%)": see `parseStatistic`. */
  readonly statistic: string
  /** Seconds: 10, 30 or a multiple of 60. */
  readonly period: number
  /** How many of the newest periods are looked at. */
  readonly evaluationPeriods: number
  /** How many of them have to breach, in any order; all of them when absent. */
  readonly datapointsToAlarm?: number
  readonly threshold: number
  readonly comparisonOperator: ComparisonOperator
  /** `missing` when absent. */
  readonly treatMissingData?: TreatMissingData
  /** Of percentiles: whether a period with few samples counts; `evaluate` when absent. */
  readonly evaluateLowSampleCountPercentile?: 'evaluate' | 'ignore'
  /** True when absent. */
  readonly actionsEnabled?: boolean
  /** ARNs of SNS topics and others, at most five for each state. */
  readonly alarmActions?: readonly string[]
  readonly okActions?: readonly string[]
  readonly insufficientDataActions?: readonly string[]
}

/** Source: service model, ComparisonOperator, without the three for anomaly bands. */
export const COMPARISON_OPERATORS = [
  'GreaterThanOrEqualToThreshold',
  'GreaterThanThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
] as const
export type ComparisonOperator = (typeof COMPARISON_OPERATORS)[number]

/** What a period without data counts as. `ignore`: the alarm keeps its state; `missing`: none of the two. */
export const MISSING_DATA_TREATMENTS = ['missing', 'ignore', 'breaching', 'notBreaching'] as const
export type TreatMissingData = (typeof MISSING_DATA_TREATMENTS)[number]

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'
