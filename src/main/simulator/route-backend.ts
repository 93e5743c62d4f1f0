import type { BackendModel } from '@shared/design/scenario'
import type { Flight } from '../engine/flight'
import type { Millis } from '../engine/millis'
import { BLOCKED, INTEGRATED, INTEGRATION_SERVER_ERROR, INTEGRATION_TIMEOUT } from '../engine/outcome'
import type { BackendTally } from './backend-tally'
import { LatencyModel } from './latency-model'
import { Random } from './random'

/** Streams of one route's backend, far from those of the sources: its latencies and its errors. */
export const BACKEND_STREAM = 2_000_000

/** A limit that no run reaches. */
export const NO_LIMIT = 2 ** 30

/** What works on the calls of one route. */
export interface Backend {
  /** Milliseconds until the call is over, as far as that is known now; `flight.result` becomes its outcome. */
  call(flight: Flight, now: Millis): Millis
  /** A call is over: its answer is there, or the gateway waits no longer. */
  finish(flight: Flight, now: Millis): void
  /** The most calls that it had at a time, and how many it works on at most; NO_LIMIT without a limit. */
  readonly peak: number
  readonly limit: number
}

/** A backend without memory but for the number of calls it works on: how long they take and how often it fails. */
export class RouteBackend implements Backend {
  peak = 0
  readonly limit: number
  private inFlight = 0
  private readonly latency: LatencyModel
  private readonly timeout: Millis
  private readonly errorRate: number
  private readonly errors: Random
  private readonly tally: BackendTally

  constructor(model: BackendModel, timeout: Millis, seed: number, route: number, tally: BackendTally) {
    this.latency = new LatencyModel(model.latency, seed, BACKEND_STREAM + 2 * route)
    this.errors = new Random(seed, BACKEND_STREAM + 2 * route + 1)
    this.timeout = timeout
    this.errorRate = model.errorRate ?? 0
    this.limit = model.concurrencyLimit ?? NO_LIMIT
    this.tally = tally
  }

  call(flight: Flight, now: Millis): Millis {
    if (this.inFlight >= this.limit) {
      flight.result = BLOCKED
      return 0
    }
    if (++this.inFlight > this.peak) this.peak = this.inFlight
    const latency = this.latency.next()
    const isError = this.errorRate > 0 && this.errors.uniform() < this.errorRate
    const isLate = latency > this.timeout
    flight.result = isLate ? INTEGRATION_TIMEOUT : isError ? INTEGRATION_SERVER_ERROR : INTEGRATED
    const waitMs = isLate ? this.timeout : latency
    this.tally.worked(now, waitMs)
    return waitMs
  }

  finish(flight: Flight): void {
    if (flight.result !== BLOCKED) this.inFlight--
  }
}
