import type { BackendModel, ColdStart, Outage } from '@shared/design/scenario'
import type { Flight } from '../engine/flight'
import type { FlightPool } from '../engine/flight-pool'
import type { Millis } from '../engine/millis'
import { BLOCKED, INTEGRATED, INTEGRATION_SERVER_ERROR, INTEGRATION_TIMEOUT } from '../engine/outcome'
import type { BackendTally } from './backend-tally'
import { ELSEWHERE, WAITING, WORKED_ON, type CallPlaces } from './call-places'
import type { EventQueue } from './event-queue'
import { LatencyModel } from './latency-model'
import { Random } from './random'
import { BACKEND_STREAM, NO_LIMIT, type Backend } from './route-backend'
import { SlotQueue } from './slot-queue'
import { WarmInstances } from './warm-instances'

/** Streams that only these backends draw from: cold starts and calls that never end. */
const POOL_STREAM = 5_000_000

/** AWS does not say; ten minutes is what people measure. */
const DEFAULT_IDLE_TIMEOUT_S = 600

/** What backends with places and instances share: where each call is, and the queue of what happens next. */
export interface PoolSurroundings {
  readonly places: CallPlaces
  readonly flights: FlightPool
  readonly queue: EventQueue
  readonly tally: BackendTally
}

/**
 * A backend with everything a model can say: calls that never end, a queue before its places, instances that must be started, outages, and
 * changes while the run goes on. A place is taken until the backend answers or the gateway waits no longer; what still waits by then is
 * answered 504 and never worked on.
 */
export class BackendPool implements Backend {
  peak = 0
  readonly limit: number
  private inFlight = 0
  private latencyFactor = 1
  private errorRate: number
  private readonly latency: LatencyModel
  private readonly errors: Random
  private readonly hangs: Random
  private readonly timeoutRate: number
  private readonly timeout: Millis
  private readonly queueLimit: number
  private readonly coldLatency: LatencyModel | null
  private readonly instances: WarmInstances
  private readonly outages: readonly Outage[]
  private readonly line = new SlotQueue()
  private readonly around: PoolSurroundings

  constructor(model: BackendModel, timeout: Millis, seed: number, route: number, around: PoolSurroundings) {
    const stream = BACKEND_STREAM + 2 * route
    this.latency = new LatencyModel(model.latency, seed, stream)
    this.errors = new Random(seed, stream + 1)
    this.coldLatency = coldLatencyOf(model.coldStart, seed, POOL_STREAM + 2 * route)
    this.hangs = new Random(seed, POOL_STREAM + 2 * route + 1)
    this.errorRate = model.errorRate ?? 0
    this.timeoutRate = model.timeoutRate ?? 0
    this.timeout = timeout
    this.limit = model.concurrencyLimit ?? NO_LIMIT
    this.queueLimit = model.whenBusy === 'QUEUE' ? (model.queueLimit ?? NO_LIMIT) : 0
    this.instances = new WarmInstances((model.coldStart?.idleTimeoutInSeconds ?? DEFAULT_IDLE_TIMEOUT_S) * 1000)
    this.outages = model.outages ?? []
    this.around = around
  }

  call(flight: Flight, now: Millis): Millis {
    if (this.inFlight < this.limit || this.outageAt(now) === 'ERROR') return this.start(flight, now, this.timeout)
    if (this.line.size >= this.queueLimit) {
      flight.result = BLOCKED
      this.around.places.put(flight.slot, ELSEWHERE, now)
      return 0
    }
    this.line.push(flight.slot)
    this.around.places.put(flight.slot, WAITING, now)
    this.around.tally.queued++
    this.around.tally.waiting++
    this.reached()
    flight.result = INTEGRATION_TIMEOUT
    return this.timeout
  }

  finish(flight: Flight, now: Millis): void {
    const place = this.around.places.of(flight.slot)
    if (place === WAITING) {
      // All wait equally long, so it is the first in the line whose time is up.
      this.line.shift()
      this.stopWaiting(this.timeout)
    } else if (place === WORKED_ON) {
      this.inFlight--
      if (this.coldLatency !== null) this.instances.giveBack(now)
    }
    while (this.line.size > 0 && this.inFlight < this.limit) this.startNext(now)
  }

  /** From now on: times the latency of the model, and this share of failures when it is given. */
  change(latencyFactor: number | undefined, errorRate: number | undefined): void {
    this.latencyFactor = latencyFactor ?? this.latencyFactor
    this.errorRate = errorRate ?? this.errorRate
  }

  private startNext(now: Millis): void {
    const { places, flights, queue } = this.around
    const flight = flights.at(this.line.shift())
    const waitedMs = now - places.since(flight.slot)
    this.stopWaiting(waitedMs)
    queue.remove(flight.slot)
    queue.push(now + this.start(flight, now, Math.max(0, this.timeout - waitedMs)), flight.slot)
  }

  private stopWaiting(waitedMs: Millis): void {
    this.around.tally.waiting--
    this.around.tally.waitedMs += waitedMs
  }

  /** Milliseconds until the work is done; the gateway waits for so long at most. */
  private start(flight: Flight, now: Millis, longestMs: Millis): Millis {
    const outage = this.outageAt(now)
    if (outage === 'ERROR') {
      flight.result = INTEGRATION_SERVER_ERROR
      this.around.places.put(flight.slot, ELSEWHERE, now)
      return 0
    }
    this.inFlight++
    this.reached()
    this.around.places.put(flight.slot, WORKED_ON, now)
    const latency = this.latency.next() * this.latencyFactor + this.coldStartMs(now)
    const isError = this.errorRate > 0 && this.errors.uniform() < this.errorRate
    const isHanging = (this.timeoutRate > 0 && this.hangs.uniform() < this.timeoutRate) || outage === 'TIMEOUT'
    const isLate = isHanging || latency > longestMs
    flight.result = isLate ? INTEGRATION_TIMEOUT : isError ? INTEGRATION_SERVER_ERROR : INTEGRATED
    const workMs = isLate ? longestMs : latency
    this.around.tally.worked(now, workMs)
    return workMs
  }

  private coldStartMs(now: Millis): Millis {
    if (this.coldLatency === null || this.instances.take(now)) return 0
    this.around.tally.coldStarts++
    return this.coldLatency.next()
  }

  private outageAt(now: Millis): Outage['type'] | null {
    for (const { from, to, type } of this.outages) if (now >= from * 1000 && now < to * 1000) return type
    return null
  }

  private reached(): void {
    this.peak = Math.max(this.peak, this.inFlight + this.line.size)
  }
}

/** Whether a model says more than a `RouteBackend` knows. */
export function needsPool(model: BackendModel): boolean {
  const { timeoutRate, whenBusy, coldStart, outages } = model
  return (timeoutRate ?? 0) > 0 || whenBusy === 'QUEUE' || coldStart !== undefined || (outages ?? []).length > 0
}

function coldLatencyOf(coldStart: ColdStart | undefined, seed: number, stream: number): LatencyModel | null {
  return coldStart === undefined ? null : new LatencyModel(coldStart.latency, seed, stream)
}
