import {
  COMPARISON_OPERATORS,
  MISSING_DATA_TREATMENTS,
  type Alarm,
  type ComparisonOperator,
  type TreatMissingData,
} from '@shared/design/alarm'
import { parseStatistic } from './statistic'

/** What CloudWatch would not take of an alarm. */
export interface AlarmProblem {
  readonly member: keyof Alarm
  readonly message: string
}

/** Seconds: the longest time that an alarm looks back. */
const LONGEST_WINDOW = 86_400
const MOST_ACTIONS = 5

/** All that is wrong with an alarm; nothing when it can be evaluated. Source: observability-and-cost.md 2.1. */
export function alarmProblems(alarm: Alarm): AlarmProblem[] {
  return [...windowProblems(alarm), ...thresholdProblems(alarm), ...actionProblems(alarm)]
}

function windowProblems({ period, evaluationPeriods, datapointsToAlarm }: Alarm): AlarmProblem[] {
  const isPeriod = period === 10 || period === 30 || isWholeFrom1(period / 60)
  const isCount = isWholeFrom1(evaluationPeriods)
  const isPartOfAll =
    datapointsToAlarm === undefined || (isWholeFrom1(datapointsToAlarm) && datapointsToAlarm <= evaluationPeriods)
  const isLong = isPeriod && isCount && period * evaluationPeriods > LONGEST_WINDOW
  return [
    ...unless(isPeriod, 'period', `A period is 10, 30 or a multiple of 60 seconds, not ${period}.`),
    ...unless(isCount, 'evaluationPeriods', `An alarm looks at 1 period or more, not ${evaluationPeriods}.`),
    ...unless(
      isPartOfAll,
      'datapointsToAlarm',
      `Of ${evaluationPeriods} periods at least 1 and at most all have to breach, not ${datapointsToAlarm}.`,
    ),
    ...unless(
      !isLong,
      'evaluationPeriods',
      `${evaluationPeriods} periods of ${period} s are more than a day, the longest an alarm looks back.`,
    ),
  ]
}

function thresholdProblems(alarm: Alarm): AlarmProblem[] {
  const { statistic, threshold, comparisonOperator, treatMissingData = 'missing' } = alarm
  return [
    ...unless(parseStatistic(statistic) !== null, 'statistic', `There is no statistic "${statistic}": use Sum or p99.`),
    ...unless(Number.isFinite(threshold), 'threshold', 'A threshold is a number.'),
    ...unless(
      COMPARISON_OPERATORS.includes(comparisonOperator as ComparisonOperator),
      'comparisonOperator',
      `There is no comparison "${comparisonOperator}": use one of ${COMPARISON_OPERATORS.join(', ')}.`,
    ),
    ...unless(
      MISSING_DATA_TREATMENTS.includes(treatMissingData as TreatMissingData),
      'treatMissingData',
      `Missing data cannot be treated as "${treatMissingData}": use one of ${MISSING_DATA_TREATMENTS.join(', ')}.`,
    ),
    ...unless(Object.keys(alarm.dimensions).length <= 30, 'dimensions', 'A metric has at most 30 dimensions.'),
  ]
}

function actionProblems(alarm: Alarm): AlarmProblem[] {
  return (['alarmActions', 'okActions', 'insufficientDataActions'] as const).flatMap((member) =>
    unless(
      (alarm[member] ?? []).length <= MOST_ACTIONS,
      member,
      `A state has at most ${MOST_ACTIONS} actions; ${member} has ${(alarm[member] ?? []).length}.`,
    ),
  )
}

function isWholeFrom1(value: number): boolean {
  return Number.isInteger(value) && value >= 1
}

function unless(holds: boolean, member: keyof Alarm, message: string): AlarmProblem[] {
  return holds ? [] : [{ member, message }]
}
