import type { Scenario, TrafficSource } from '@shared/design/scenario'
import type { Flight } from '../engine/flight'
import { Histogram } from '../engine/metrics/histogram'
import type { Millis } from '../engine/millis'
import { LAST_ANSWERED } from '../engine/outcome'
import { endOf } from './arrivals'
import { LatencyModel } from './latency-model'
import { Random } from './random'
import { SOURCE_STREAM, STREAMS_PER_SOURCE } from './request-draws'
import { RetryRules } from './retry-rules'

/** Nothing more comes of a flight. */
export const NEVER: Millis = Infinity

/**
 * The clients' side of the requests, where there is more to it than sending one: they see the answer some time after the gateway gave it,
 * try again when it is a failure, and as users of a closed loop think and send the next one. What they do is known by the slot of the
 * flight, which stays theirs until they are done.
 */
export class Clients {
  /** Requests that came again, requests that came for the first time, and those of these whose every attempt failed. */
  retries = 0
  firstAttempts = 0
  givenUp = 0
  /** From the first attempt until the answer was seen, of requests that a backend or the cache answered in the end. */
  readonly latency = new Histogram()
  private readonly durationMs: Millis
  private readonly sources: readonly ClientSource[]
  /** By slot: retries so far, and when the first attempt came. */
  private retryOf = new Int32Array(1024)
  private firstAt = new Float64Array(1024)

  /** `statuses` as `runStatuses` gives them. */
  constructor(scenario: Scenario, statuses: Uint16Array) {
    const durationMs = scenario.durationInSeconds * 1000
    this.durationMs = durationMs
    this.sources = scenario.sources.map((source, at) => {
      return clientSource(source, { at, seed: scenario.seed, durationMs, statuses })
    })
  }

  /** A request comes for the first time. */
  begin(flight: Flight, now: Millis): void {
    while (flight.slot >= this.retryOf.length) this.grow()
    this.retryOf[flight.slot] = 0
    this.firstAt[flight.slot] = now
    this.firstAttempts++
    this.sources[flight.caller]!.rules?.earn()
  }

  /** How many attempts were made before this one. */
  retryNumber(flight: Flight): number {
    return this.retryOf[flight.slot]!
  }

  /**
   * The gateway has answered: when this flight comes to it next, as a retry (`retryNumber` is above 0 from now on) or with another
   * request; NEVER when it does not.
   */
  nextArrival(flight: Flight, answeredAt: Millis): Millis {
    const { rules, way, thinkTime, end } = this.sources[flight.caller]!
    const seenAt = answeredAt + (way === null ? 0 : way.next())
    if (rules?.isFailed(flight)) {
      const retry = this.retryOf[flight.slot]! + 1
      const delay = rules.delayBefore(retry)
      if (delay !== null) {
        this.retryOf[flight.slot] = retry
        return seenAt + delay < this.durationMs ? seenAt + delay : NEVER
      }
      this.givenUp++
    }
    if (flight.outcome <= LAST_ANSWERED) this.latency.record(seenAt - this.firstAt[flight.slot]!)
    this.retryOf[flight.slot] = 0
    if (thinkTime === null) return NEVER
    const next = seenAt + thinkTime.next()
    return next < end ? next : NEVER
  }

  private grow(): void {
    const { retryOf, firstAt } = this
    this.retryOf = new Int32Array(retryOf.length * 2)
    this.retryOf.set(retryOf)
    this.firstAt = new Float64Array(firstAt.length * 2)
    this.firstAt.set(firstAt)
  }
}

/** Whether the clients of a scenario do more than send requests. */
export function needsClients({ sources }: Scenario): boolean {
  return sources.some(
    ({ shape, retry, clientLatency }) =>
      shape.type === 'CLOSED_LOOP' || retry !== undefined || clientLatency !== undefined,
  )
}

interface ClientSource {
  readonly rules: RetryRules | null
  /** There and back. */
  readonly way: LatencyModel | null
  /** Null for clients that send once. */
  readonly thinkTime: LatencyModel | null
  /** A user sends nothing at this time or later. */
  readonly end: Millis
}

interface ClientSurroundings {
  /** Position among the scenario's sources. */
  readonly at: number
  readonly seed: number
  readonly durationMs: Millis
  readonly statuses: Uint16Array
}

function clientSource(source: TrafficSource, { at, seed, durationMs, statuses }: ClientSurroundings): ClientSource {
  const { shape, retry, clientLatency } = source
  const stream = (of: keyof typeof SOURCE_STREAM): number => 1 + at * STREAMS_PER_SOURCE + SOURCE_STREAM[of]
  const isLoop = shape.type === 'CLOSED_LOOP'
  return {
    rules: retry === undefined ? null : new RetryRules(retry, new Random(seed, stream('retryDelay')), statuses),
    way: clientLatency === undefined ? null : new LatencyModel(clientLatency, seed, stream('clientLatency')),
    thinkTime: isLoop ? new LatencyModel(shape.thinkTime, seed, stream('thinkTime')) : null,
    end: isLoop ? endOf(shape, durationMs) : durationMs,
  }
}
