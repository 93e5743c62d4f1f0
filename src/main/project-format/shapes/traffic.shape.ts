import { ACCESS_LOG_FORMATS, type TrafficShape } from '@shared/design/scenario'
import { list, number, optional, required, struct, text, union, word } from '../shape'
import { latencyShape } from './latency.shape'

type TrafficOf<Type> = Extract<TrafficShape, { type: Type }>

interface RateStep {
  readonly at: number
  readonly ratePerSecond: number
}

const rateStepShape = struct<RateStep>('RateStep', { at: required(number), ratePerSecond: required(number) })

export const trafficShapeShape = union<TrafficShape, 'type'>('type', {
  CONSTANT: struct<TrafficOf<'CONSTANT'>>('ConstantTraffic', {
    type: required(word('CONSTANT')),
    ratePerSecond: required(number),
    from: optional(number),
    to: optional(number),
  }),
  POISSON: struct<TrafficOf<'POISSON'>>('PoissonTraffic', {
    type: required(word('POISSON')),
    ratePerSecond: required(number),
    from: optional(number),
    to: optional(number),
  }),
  BURST: struct<TrafficOf<'BURST'>>('BurstTraffic', {
    type: required(word('BURST')),
    count: required(number),
    at: required(number),
    spreadInSeconds: optional(number),
    everyInSeconds: optional(number),
  }),
  RAMP: struct<TrafficOf<'RAMP'>>('RampTraffic', {
    type: required(word('RAMP')),
    fromRatePerSecond: required(number),
    toRatePerSecond: required(number),
    from: optional(number),
    to: optional(number),
  }),
  STEPS: struct<TrafficOf<'STEPS'>>('StepsTraffic', {
    type: required(word('STEPS')),
    steps: required(list(rateStepShape)),
  }),
  SPIKE: struct<TrafficOf<'SPIKE'>>('SpikeTraffic', {
    type: required(word('SPIKE')),
    ratePerSecond: required(number),
    peakRatePerSecond: required(number),
    at: required(number),
    riseInSeconds: optional(number),
    holdInSeconds: optional(number),
    fallInSeconds: optional(number),
  }),
  DAILY: struct<TrafficOf<'DAILY'>>('DailyTraffic', {
    type: required(word('DAILY')),
    ratePerSecond: required(number),
    hours: optional(list(number)),
  }),
  WEEKLY: struct<TrafficOf<'WEEKLY'>>('WeeklyTraffic', {
    type: required(word('WEEKLY')),
    ratePerSecond: required(number),
    hours: optional(list(number)),
    days: optional(list(number)),
  }),
  CLOSED_LOOP: struct<TrafficOf<'CLOSED_LOOP'>>('ClosedLoopTraffic', {
    type: required(word('CLOSED_LOOP')),
    users: required(number),
    thinkTime: required(latencyShape),
    rampUpInSeconds: optional(number),
    from: optional(number),
    to: optional(number),
  }),
  REPLAY: struct<TrafficOf<'REPLAY'>>('ReplayTraffic', {
    type: required(word('REPLAY')),
    file: required(text),
    format: optional(word(...ACCESS_LOG_FORMATS)),
    speed: optional(number),
  }),
})
