import type { ThrottleSettings } from '@shared/design/design'
import type { TraceEntry } from '@shared/trace'
import type { LimitPointers } from './limit-pointers'
import { roundRateAbove } from './round-rates'

/** Requests that nobody would let in at once, and steps of a rate beyond which nobody would go. */
const LARGEST_BURST_STEP = 2 ** 30
const LARGEST_RATE_STEP = 9_000

/** One of a bucket's two numbers, and the values to try for it: step 1 is the next one above. */
export interface LimitKnob {
  readonly current: number
  readonly pointer: string
  readonly last: number
  readonly valueAt: (step: number) => number
  readonly limitAt: (step: number) => ThrottleSettings
  readonly words: (value: string, before: string) => string
}

/** Bursts are whole numbers, rates have three digits. */
export function limitKnobs({ details }: TraceEntry, pointers: LimitPointers): LimitKnob[] {
  const rateLimit = Number(details['rateLimit'])
  const burstLimit = Number(details['burstLimit'])
  const rateAt = (step: number): number => roundRateAbove(rateLimit, step)
  const burstAt = (step: number): number => Math.floor(burstLimit) + step
  return [
    {
      current: burstLimit,
      pointer: pointers.burstLimit,
      last: LARGEST_BURST_STEP,
      valueAt: burstAt,
      limitAt: (step) => ({ rateLimit, burstLimit: burstAt(step) }),
      words: (value, before) => `A burst limit of ${value} instead of ${before}`,
    },
    {
      current: rateLimit,
      pointer: pointers.rateLimit,
      last: LARGEST_RATE_STEP,
      valueAt: rateAt,
      limitAt: (step) => ({ rateLimit: rateAt(step), burstLimit }),
      words: (value, before) => `A rate limit of ${value} requests a second instead of ${before}`,
    },
  ]
}
