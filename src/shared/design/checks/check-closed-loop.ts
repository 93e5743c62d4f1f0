import type { Diagnostic } from '../../diagnostic'
import { meanLatency } from '../mean-latency'
import type { TrafficShape } from '../scenario'
import { checkLatency } from './check-latency'
import { checkRange, checkSeconds } from './check-seconds'
import { isWholeWithin } from './numbers'
import { unless, type Path } from './problem'

/** Each of them takes memory for as long as the run goes on. */
const MOST_USERS = 1_000_000
/** Users who do not think at all would send without end before a refused answer's time is over. */
const LEAST_MEAN_THINK_TIME_MS = 1

/** Users who wait for their answers. */
export function checkClosedLoop(
  label: string,
  shape: Extract<TrafficShape, { type: 'CLOSED_LOOP' }>,
  at: Path,
): Diagnostic[] {
  const { users, thinkTime } = shape
  const wrong = checkLatency(`${label}, thinkTime`, thinkTime, [...at, 'thinkTime'])
  return [
    ...unless(
      isWholeWithin(users, 1, MOST_USERS),
      'scenario/rate-invalid',
      [...at, 'users'],
      () => `${label}: users is ${users}. Give a whole number from 1 to 1,000,000.`,
    ),
    ...wrong,
    ...unless(
      wrong.length > 0 || meanLatency(thinkTime) >= LEAST_MEAN_THINK_TIME_MS,
      'scenario/latency-invalid',
      [...at, 'thinkTime'],
      () => `${label}: users think ${meanLatency(thinkTime)} ms on average. Give them 1 ms or more.`,
    ),
    ...checkSeconds(label, 'rampUpInSeconds', shape.rampUpInSeconds, at),
    ...checkRange(label, shape, at),
  ]
}
