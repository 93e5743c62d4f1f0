import type { Diagnostic } from '../../diagnostic'
import type { TrafficShape } from '../scenario'
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
  }
}

function checkRate(label: string, member: string, value: number, at: Path): Diagnostic[] {
  return unless(
    isNumberWithin(value, 0),
    'scenario/rate-invalid',
    [...at, member],
    () => `${label}: ${member} is ${value}. Give a number of requests per second, 0 or more.`,
  )
}

function checkRange(
  label: string,
  { from = 0, to }: { readonly from?: number; readonly to?: number },
  at: Path,
): Diagnostic[] {
  return [
    ...checkSeconds(label, 'from', from, at),
    ...unless(
      to === undefined || to > from,
      'scenario/range-invalid',
      [...at, 'to'],
      () => `${label} ends at ${to} s, before it begins at ${from} s. Give a later end.`,
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

function checkSeconds(label: string, member: string, value: number, at: Path): Diagnostic[] {
  return unless(
    isNumberWithin(value, 0),
    'scenario/range-invalid',
    [...at, member],
    () => `${label}: ${member} is ${value}. Give a number of seconds, 0 or more.`,
  )
}
