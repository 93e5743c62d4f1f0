import type { Millis } from '../../engine/millis'
import { monotonicClock, type Clock } from '../clock'

/** A clock that stands still until it is told; its timers are real, so that what hangs is still ended. */
export function testClock(): Clock & { pass(ms: Millis): void } {
  let now = 0
  const { after } = monotonicClock()
  return { now: () => now, after, wall: () => 1_767_225_600_000 + now, pass: (ms) => (now += ms) }
}
