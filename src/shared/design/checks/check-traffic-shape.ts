import type { Diagnostic } from '../../diagnostic'
import type { TrafficShape } from '../scenario'
import { checkClosedLoop } from './check-closed-loop'
import { checkHourWeights } from './check-hour-weights'
import { checkRate } from './check-rate'
import { checkReplay } from './check-replay'
import { checkRange, checkSeconds } from './check-seconds'
import { checkSteps } from './check-steps'
import { isNumberWithin, isWholeWithin } from './numbers'
import { unless, type Path } from './problem'

/** When requests come: rates and counts from 0, times from the start of the run on. */
export function checkTrafficShape(label: string, shape: TrafficShape, at: Path): Diagnostic[] {
  switch (shape.type) {
    case 'CONSTANT':
    case 'POISSON':
      return [...checkRate(label, 'ratePerSecond', shape.ratePerSecond, at), ...checkRange(label, shape, at)]
    case 'RAMP':
      return [
        ...checkRate(label, 'fromRatePerSecond', shape.fromRatePerSecond, at),
        ...checkRate(label, 'toRatePerSecond', shape.toRatePerSecond, at),
        ...checkRange(label, shape, at),
      ]
    case 'BURST':
      return checkBurst(label, shape, at)
    case 'STEPS':
      return checkSteps(label, shape, at)
    case 'SPIKE':
      return checkSpike(label, shape, at)
    case 'DAILY':
    case 'WEEKLY':
      return [
        ...checkRate(label, 'ratePerSecond', shape.ratePerSecond, at),
        ...checkHourWeights(label, 'hours', shape.hours, at),
        ...(shape.type === 'WEEKLY' ? checkHourWeights(label, 'days', shape.days, at) : []),
      ]
    case 'CLOSED_LOOP':
      return checkClosedLoop(label, shape, at)
    case 'REPLAY':
      return checkReplay(label, shape, at)
  }
}

function checkSpike(label: string, shape: Extract<TrafficShape, { type: 'SPIKE' }>, at: Path): Diagnostic[] {
  return [
    ...checkRate(label, 'ratePerSecond', shape.ratePerSecond, at),
    ...checkRate(label, 'peakRatePerSecond', shape.peakRatePerSecond, at),
    ...(['at', 'riseInSeconds', 'holdInSeconds', 'fallInSeconds'] as const).flatMap((member) =>
      checkSeconds(label, member, shape[member], at),
    ),
  ]
}

function checkBurst(label: string, shape: Extract<TrafficShape, { type: 'BURST' }>, at: Path): Diagnostic[] {
  const { count, spreadInSeconds = 0, everyInSeconds } = shape
  return [
    ...unless(
      isWholeWithin(count, 0),
      'scenario/rate-invalid',
      [...at, 'count'],
      () => `${label}: count is ${count}. Give a whole number of requests, 0 or more.`,
    ),
    ...checkSeconds(label, 'at', shape.at, at),
    ...checkSeconds(label, 'spreadInSeconds', spreadInSeconds, at),
    ...unless(
      everyInSeconds === undefined || isNumberWithin(everyInSeconds, Number.MIN_VALUE),
      'scenario/range-invalid',
      [...at, 'everyInSeconds'],
      () => `${label}: everyInSeconds is ${everyInSeconds}. Give a number of seconds above 0, or leave it out.`,
    ),
    ...unless(
      everyInSeconds === undefined || everyInSeconds <= 0 || spreadInSeconds <= everyInSeconds,
      'scenario/range-invalid',
      [...at, 'spreadInSeconds'],
      () =>
        `${label}: a burst is spread over ${spreadInSeconds} s and the next begins after ${everyInSeconds} s. Spread it over less, or use two sources.`,
    ),
  ]
}
