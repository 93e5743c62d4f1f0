import { performance } from 'node:perf_hooks'
import type { Millis } from '../engine/millis'

/** Where the live host gets its time from. */
export interface Clock {
  /** Milliseconds since the gateway was made; never goes back. */
  now(): Millis
  /** Calls `wake` once, `ms` from now, unless it is called off with the function returned. */
  after(ms: Millis, wake: () => void): () => void
  /** Milliseconds since 1970: for dates in events, never for decisions. */
  wall(): number
}

/** The computer's monotonic clock. */
export function monotonicClock(): Clock {
  const start = performance.now()
  return {
    now: () => performance.now() - start,
    after: (ms, wake) => {
      const timer = setTimeout(wake, ms)
      return () => clearTimeout(timer)
    },
    wall: () => Date.now(),
  }
}
