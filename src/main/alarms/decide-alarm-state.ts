import type { TreatMissingData } from '@shared/design/alarm'

/** One period, seen from an alarm's threshold; null: it has no data. */
export type PointVerdict = 'good' | 'breaching' | null

/** RETAIN: whatever the state was, it stays. */
export type AlarmDecision = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA' | 'RETAIN'

/** N, M and what fills a gap. */
export interface AlarmRule {
  readonly evaluationPeriods: number
  readonly datapointsToAlarm: number
  readonly treatMissingData: TreatMissingData
}

/**
 * The state that follows from the points of the evaluation range, the newest last; the range is longer than `evaluationPeriods`. With
 * enough real points the newest of them decide and missing data plays no part; otherwise as few gaps as possible are filled.
 * Source: CloudWatch user guide, "Configuring how CloudWatch alarms treat missing data"; observability-and-cost.md 2.3.
 */
export function decideAlarmState(rule: AlarmRule, points: readonly PointVerdict[]): AlarmDecision {
  const { evaluationPeriods, datapointsToAlarm, treatMissingData } = rule
  const real = points.filter((point) => point !== null).slice(-evaluationPeriods)
  const breaching = real.filter((point) => point === 'breaching').length
  const gaps = evaluationPeriods - real.length
  const filled = treatMissingData === 'breaching' ? breaching + gaps : breaching
  if (filled >= datapointsToAlarm) return 'ALARM'
  if (gaps === 0 || treatMissingData === 'breaching' || treatMissingData === 'notBreaching') return 'OK'
  if (breaching < real.length) return 'OK'
  if (treatMissingData === 'ignore') return 'RETAIN'
  if (real.length === 0) return 'INSUFFICIENT_DATA'
  return isOldEnough(rule, points) ? 'ALARM' : 'OK'
}

/**
 * Few points, all of them breaching: the alarm waits for more, but not longer than `datapointsToAlarm` periods from the oldest of them.
 */
function isOldEnough({ evaluationPeriods, datapointsToAlarm }: AlarmRule, points: readonly PointVerdict[]): boolean {
  const newest = points.slice(-evaluationPeriods)
  const oldest = newest.indexOf('breaching')
  return oldest >= 0 && newest.length - oldest >= datapointsToAlarm
}
