import type { Diagnostic } from '../../diagnostic'
import { isNumberWithin, isWholeWithin } from './numbers'
import { unless, type Path } from './problem'

/** The two members of a token bucket under their names; `undefined` is not checked. */
export interface ThrottleMembers {
  readonly rate: readonly [name: string, value: unknown]
  readonly burst: readonly [name: string, value: unknown]
}

/**
 * A rate is a number from 0, a burst a whole number from 0, as recorded: a burst below the rate is legal, 0 blocks everything.
 * Source: rest-api.md 5.2.
 */
export function checkThrottle(label: string, at: Path, { rate, burst }: ThrottleMembers): Diagnostic[] {
  const [rateName, rateValue] = rate
  const [burstName, burstValue] = burst
  return [
    ...unless(
      rateValue === undefined || isNumberWithin(rateValue, 0),
      'design/throttle-rate-invalid',
      [...at, rateName],
      () => `${label}: ${rateName} is ${String(rateValue)}. Give a number of requests per second, 0 or more.`,
    ),
    ...unless(
      burstValue === undefined || isWholeWithin(burstValue, 0),
      'design/throttle-burst-invalid',
      [...at, burstName],
      () => `${label}: ${burstName} is ${String(burstValue)}. Give a whole number of requests, 0 or more.`,
    ),
  ]
}
