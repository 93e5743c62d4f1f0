import type { AlarmState } from '@shared/design/alarm'
import type { AlarmTimeline } from './alarm-timeline'
import type { EpochMillis } from './datapoint-source'

/** A time in one state, from `from` up to `to`. */
export interface AlarmSpan {
  readonly from: EpochMillis
  readonly to: EpochMillis
  readonly state: AlarmState
}

/** A timeline as spans that touch each other, in order: what a chart draws. */
export function alarmSpans({ from, to, changes }: AlarmTimeline): AlarmSpan[] {
  const starts = [{ at: from, state: 'INSUFFICIENT_DATA' as AlarmState }, ...changes]
  return starts.map(({ at, state }, index) => ({ from: at, to: starts[index + 1]?.at ?? to, state }))
}

/** Would it have fired, when first, how often, and for how long altogether? */
export interface AlarmSummary {
  readonly hasFired: boolean
  readonly firstAt: EpochMillis | null
  readonly times: number
  /** Seconds in ALARM; what has not ended counts up to the end of the timeline. */
  readonly seconds: number
}

export function alarmSummary(timeline: AlarmTimeline): AlarmSummary {
  const firing = alarmSpans(timeline).filter(({ state }) => state === 'ALARM')
  return {
    hasFired: firing.length > 0,
    firstAt: firing[0]?.from ?? null,
    times: firing.length,
    seconds: firing.reduce((total, { from, to }) => total + (to - from) / 1000, 0),
  }
}
