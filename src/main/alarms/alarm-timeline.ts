import type { Alarm, AlarmState } from '@shared/design/alarm'
import type { Datapoint, DatapointSource, EpochMillis } from './datapoint-source'
import { decideAlarmState, type AlarmRule, type PointVerdict } from './decide-alarm-state'
import { COMPARISON_WORDS, isBreaching } from './is-breaching'
import { parseStatistic } from './statistic'

/** One change of state. Actions run then, and at no other time. */
export interface AlarmChange {
  readonly at: EpochMillis
  readonly state: AlarmState
  /** "2 of the newest 2 datapoints (61, 57) are greater than 50." */
  readonly reason: string
}

/** How an alarm stood from `from` to `to`; it is new at `from`, with INSUFFICIENT_DATA. */
export interface AlarmTimeline {
  readonly from: EpochMillis
  readonly to: EpochMillis
  readonly changes: readonly AlarmChange[]
}

const MINUTE = 60_000
/** Alarms with periods below a minute look this often. */
const TEN_SECONDS = 10_000
/** Periods looked at beyond `evaluationPeriods`. Source: observability-and-cost.md 2.3, from the guide's tables. */
const EXTRA_PERIODS = 2

/**
 * The states an alarm would have been in, evaluated at every full minute (of short periods: every ten seconds) over a window that slides
 * with it. Data from before `from` counts. The alarm is one without `alarmProblems`.
 */
export function alarmTimeline(
  alarm: Alarm,
  source: DatapointSource,
  { from, to }: { readonly from: EpochMillis; readonly to: EpochMillis },
): AlarmTimeline {
  const step = alarm.period < 60 ? TEN_SECONDS : MINUTE
  const pointAt = remembered(source, alarm.period * 1000)
  const changes: AlarmChange[] = []
  let state: AlarmState = 'INSUFFICIENT_DATA'
  for (let at = (Math.floor(from / step) + 1) * step; at <= to; at += step) {
    const points = pointsAt(alarm, pointAt, at)
    const next = stateAfter(alarm, points, state)
    if (next !== state) changes.push({ at, state: next, reason: reasonOf(alarm, points, next) })
    state = next
  }
  return { from, to, changes }
}

type PointAt = (end: EpochMillis) => Datapoint | null

/** Windows of successive evaluations share most of their periods. */
function remembered(source: DatapointSource, length: number): PointAt {
  const known = new Map<EpochMillis, Datapoint | null>()
  return (end) => {
    const point = known.get(end)
    if (point !== undefined) return point
    const found = source(end - length, end)
    known.set(end, found)
    return found
  }
}

/** The evaluation range, the newest last. */
function pointsAt({ period, evaluationPeriods }: Alarm, pointAt: PointAt, at: EpochMillis): (Datapoint | null)[] {
  const count = evaluationPeriods + EXTRA_PERIODS
  return Array.from({ length: count }, (_, index) => pointAt(at - (count - 1 - index) * period * 1000))
}

function stateAfter(alarm: Alarm, points: readonly (Datapoint | null)[], state: AlarmState): AlarmState {
  const newest = points.at(-1)
  if (newest && hasFewSamples(alarm, newest)) return state
  const { comparisonOperator, threshold } = alarm
  const verdicts = points.map((point): PointVerdict => {
    if (point === null) return null
    return isBreaching(comparisonOperator, point.value, threshold) ? 'breaching' : 'good'
  })
  const decision = decideAlarmState(ruleOf(alarm), verdicts)
  return decision === 'RETAIN' ? state : decision
}

function ruleOf({ evaluationPeriods, datapointsToAlarm, treatMissingData }: Alarm): AlarmRule {
  return {
    evaluationPeriods,
    datapointsToAlarm: datapointsToAlarm ?? evaluationPeriods,
    treatMissingData: treatMissingData ?? 'missing',
  }
}

/** Source: CloudWatch user guide, "Percentile-based CloudWatch alarms and low data samples". */
function hasFewSamples(alarm: Alarm, { sampleCount }: Datapoint): boolean {
  const statistic = parseStatistic(alarm.statistic)
  if (alarm.evaluateLowSampleCountPercentile !== 'ignore' || statistic?.type !== 'percentile') return false
  const { percent } = statistic
  if (percent <= 0 || percent >= 100) return false
  // In whole percents: 10 / (1 - 0.99) is a little above 1,000 otherwise.
  return sampleCount < 1000 / (percent >= 50 ? 100 - percent : percent)
}

function reasonOf(alarm: Alarm, points: readonly (Datapoint | null)[], state: AlarmState): string {
  const real = points.flatMap((point) => point?.value ?? []).slice(-alarm.evaluationPeriods)
  const treatment = alarm.treatMissingData ?? 'missing'
  if (real.length === 0) {
    return state === 'INSUFFICIENT_DATA'
      ? 'There is no data in any of the periods looked at.'
      : `There is no data, which counts as ${treatment === 'breaching' ? 'breaching' : 'not breaching'}.`
  }
  const { comparisonOperator, threshold } = alarm
  const breaching = real.filter((value) => isBreaching(comparisonOperator, value, threshold)).length
  const values = real.toReversed().map(shortNumber).join(', ')
  const noun = real.length === 1 ? 'datapoint' : 'datapoints'
  const verb = breaching === 1 ? 'is' : 'are'
  const limit = `${COMPARISON_WORDS[comparisonOperator]} ${shortNumber(threshold)}`
  const gaps = alarm.evaluationPeriods - real.length
  const missing = gaps > 0 ? ` ${gaps} ${gaps === 1 ? 'period has' : 'periods have'} no data (${treatment}).` : ''
  return `${breaching} of the newest ${real.length} ${noun} (${values}) ${verb} ${limit}.${missing}`
}

function shortNumber(value: number): string {
  return String(Number(value.toPrecision(6)))
}
