import { OUTCOME_INFO, OUTCOMES } from '@shared/outcome'
import type { Flight } from '../engine/flight'
import { Histogram } from '../engine/metrics/histogram'
import type { Millis } from '../engine/millis'
import { LAST_ANSWERED, OUTCOME_STRIDE } from '../engine/outcome'
import type { RouteLatencies } from './route-latencies'
import { SampleReservoirs } from './sample-reservoirs'

/** Classes of the per-second counts. */
export const ADMITTED = 0
export const THROTTLED = 1
export const OTHER = 2
const CLASSES = 4

/** Rows of `byApiKey` before the first key: a key nobody has, and no key. */
export const ROWS_BEFORE_KEYS = 2

const CLASS_OF = Uint8Array.from({ length: OUTCOME_STRIDE }, (_, outcome) => {
  const info = OUTCOME_INFO[OUTCOMES[outcome] ?? 'INTEGRATED']
  return info.isAdmitted ? ADMITTED : info.level === null ? OTHER : THROTTLED
})

/** Counts every request once, when it is answered. Seconds are those in which requests arrived. */
export class Recorder {
  readonly byRoute: Uint32Array
  readonly byApiKey: Uint32Array
  readonly bySecond: Uint32Array
  /** Since `latency` was last filled. */
  readonly recentLatency = new Histogram()
  readonly samples: SampleReservoirs
  latencySum = 0
  private readonly routeLatencies: RouteLatencies | null

  constructor(
    routes: number,
    apiKeys: number,
    durationInSeconds: number,
    seed: number,
    routeLatencies: RouteLatencies | null = null,
  ) {
    this.byRoute = new Uint32Array(routes * OUTCOME_STRIDE)
    this.byApiKey = new Uint32Array((apiKeys + ROWS_BEFORE_KEYS) * OUTCOME_STRIDE)
    this.bySecond = new Uint32Array(Math.ceil(durationInSeconds) * CLASSES)
    this.samples = new SampleReservoirs(seed)
    this.routeLatencies = routeLatencies
  }

  record(flight: Flight, latencyMs: Millis): void {
    const outcome = flight.outcome
    this.byRoute[flight.route * OUTCOME_STRIDE + outcome]!++
    this.byApiKey[(flight.apiKey + ROWS_BEFORE_KEYS) * OUTCOME_STRIDE + outcome]!++
    this.bySecond[((flight.startedAt * 0.001) | 0) * CLASSES + CLASS_OF[outcome]!]!++
    if (--this.samples.until[outcome]! === 0) this.samples.take(flight, latencyMs)
    if (outcome > LAST_ANSWERED) return
    this.recentLatency.record(latencyMs)
    this.latencySum += latencyMs
    if (this.routeLatencies !== null) this.routeLatencies.record(flight.route, latencyMs)
  }

  /** Requests by outcome, over all routes. */
  totals(): Float64Array {
    const totals = new Float64Array(OUTCOME_STRIDE)
    for (let at = 0; at < this.byRoute.length; at++) totals[at & (OUTCOME_STRIDE - 1)]! += this.byRoute[at]!
    return totals
  }

  second(index: number): { admitted: number; throttled: number; requests: number } {
    const at = index * CLASSES
    const admitted = this.bySecond[at + ADMITTED]!
    const throttled = this.bySecond[at + THROTTLED]!
    return { admitted, throttled, requests: admitted + throttled + this.bySecond[at + OTHER]! }
  }
}
