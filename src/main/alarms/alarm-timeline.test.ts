import { describe, expect, it } from 'vitest'
import type { Alarm } from '@shared/design/alarm'
import { alarmSpans, alarmSummary } from './alarm-spans'
import { alarmTimeline } from './alarm-timeline'
import { fromSamples, type DatapointSource } from './datapoint-source'
import { guideAlarms } from './guide-alarms'
import { parseStatistic } from './statistic'

const MINUTE = 60_000
const [ERRORS] = guideAlarms({ protocolType: 'REST', id: 'a1', name: 'Orders' }, 'prod')

/** So many errors in each minute; null: no traffic. */
function errorsPerMinute(counts: readonly (number | null)[], statistic = 'Sum'): DatapointSource {
  const samples = counts.flatMap((value, minute) => (value === null ? [] : [{ at: minute * MINUTE, value }]))
  return fromSamples(samples, parseStatistic(statistic)!)
}

const minutes = (alarm: Alarm, counts: readonly (number | null)[]): (string | number)[][] =>
  alarmTimeline(alarm, errorsPerMinute(counts), { from: 0, to: counts.length * MINUTE }).changes.map(
    ({ at, state }) => [at / MINUTE, state],
  )
const each = <T>(count: number, value: T): T[] => Array<T>(count).fill(value)

describe('alarmTimeline', () => {
  it('evaluates a period of five minutes at every minute, over a window that slides', () => {
    // Quiet for 10 minutes, then 20 errors a minute: three of them are above 50, in both windows from minute 18 on.
    const changes = minutes(ERRORS, [...each(10, 0), ...each(15, 20), ...each(10, 0)])
    expect(changes).toEqual([
      [1, 'OK'],
      [18, 'ALARM'],
      [28, 'OK'],
    ])
  })

  it('says how often it fired, when and for how long', () => {
    const counts = [...each(10, 0), ...each(15, 20), ...each(10, 0)]
    const timeline = alarmTimeline(ERRORS, errorsPerMinute(counts), { from: 0, to: 35 * MINUTE })
    expect(alarmSummary(timeline)).toEqual({ hasFired: true, firstAt: 18 * MINUTE, times: 1, seconds: 600 })
    expect(alarmSpans(timeline).map(({ from, to, state }) => [from / MINUTE, to / MINUTE, state])).toEqual([
      [0, 1, 'INSUFFICIENT_DATA'],
      [1, 18, 'OK'],
      [18, 28, 'ALARM'],
      [28, 35, 'OK'],
    ])
    expect(timeline.changes[1]?.reason).toBe('2 of the newest 2 datapoints (100, 60) are greater than 50.')
  })

  it('never fires where nothing breaches', () => {
    const timeline = alarmTimeline(ERRORS, errorsPerMinute(each(30, 1)), { from: 0, to: 30 * MINUTE })
    expect(alarmSummary(timeline)).toEqual({ hasFired: false, firstAt: null, times: 0, seconds: 0 })
  })

  it('keeps quiet about gaps until the whole range is empty', () => {
    const alarm: Alarm = { ...ERRORS, period: 60, evaluationPeriods: 3 }
    const counts = [0, null, null, null, null, null, 0]
    expect(minutes(alarm, counts)).toEqual([
      [1, 'OK'],
      [6, 'INSUFFICIENT_DATA'],
      [7, 'OK'],
    ])
    expect(minutes({ ...alarm, treatMissingData: 'notBreaching' }, counts)).toEqual([[1, 'OK']])
    expect(minutes({ ...alarm, treatMissingData: 'ignore' }, counts)).toEqual([[1, 'OK']])
    expect(minutes({ ...alarm, treatMissingData: 'breaching' }, counts)).toEqual([
      [1, 'OK'],
      [6, 'ALARM'],
      [7, 'OK'],
    ])
  })

  it('counts data from before it was there', () => {
    const changes = alarmTimeline(ERRORS, errorsPerMinute(each(30, 20)), { from: 20 * MINUTE, to: 25 * MINUTE }).changes
    expect(changes.map(({ at, state }) => [at / MINUTE, state])).toEqual([[21, 'ALARM']])
  })

  it('looks every ten seconds when its period is short', () => {
    const alarm: Alarm = { ...ERRORS, period: 10, evaluationPeriods: 1 }
    const source = fromSamples([{ at: 25_000, value: 99 }], parseStatistic('Sum')!)
    const { changes } = alarmTimeline(alarm, source, { from: 0, to: 60_000 })
    expect(changes.map(({ at, state }) => [at / 1000, state])).toEqual([
      [30, 'ALARM'],
      [60, 'INSUFFICIENT_DATA'],
    ])
  })

  it('keeps its state while a percentile has few samples, if told so', () => {
    const alarm: Alarm = {
      ...ERRORS,
      statistic: 'p99',
      period: 60,
      evaluationPeriods: 1,
      evaluateLowSampleCountPercentile: 'ignore',
    }
    const states = (count: number): string[] => {
      const samples = Array.from({ length: count }, () => ({ at: 1000, value: 9999 }))
      const source = fromSamples(samples, parseStatistic('p99')!)
      return alarmTimeline(alarm, source, { from: 0, to: MINUTE }).changes.map(({ state }) => state)
    }
    expect([states(999), states(1000)]).toEqual([[], ['ALARM']])
  })
})
