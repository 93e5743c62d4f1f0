import {
  DEFAULT_AUTHORIZER,
  DEFAULT_BACKEND,
  defaultOverhead,
  type LatencyDistribution,
  type Scenario,
} from '@shared/design/scenario'
import { ALLOW, DENY, FAILED, REFUSED, type AuthorizerEffect } from '../engine/effect'
import type { Flight } from '../engine/flight'
import type { Millis } from '../engine/millis'
import type { Runtime } from '../engine/runtime'
import { backendOf } from './backend-of'
import { BackendPool, needsPool, type PoolSurroundings } from './backend-pool'
import { BackendTally } from './backend-tally'
import { CallPlaces } from './call-places'
import { EventQueue } from './event-queue'
import { LatencyModel } from './latency-model'
import { Random } from './random'
import { EXPIRED_TOKEN_FLAG, MISSING_TOKEN_FLAG } from './request-draws'
import { RouteBackend, type Backend } from './route-backend'
import type { TrafficTables } from './traffic-tables'

/** Streams far from those of the sources. */
const AUTHORIZER_STREAM = 1_000_001
const AUTHORIZER_ERROR_STREAM = 1_000_002
const OVERHEAD_STREAM = 1_000_003
const IDENTITY_STREAM = 1_000_004

/** Longest wait for an authorizer function. Source: `LIMITS.authorizerTimeout` (U15, unknown). */
const AUTHORIZER_TIMEOUT: Millis = 29_000

/** How long what the core asks for takes, and how it ends. Draws come from streams of their own. */
export class Backends {
  readonly overhead: LatencyModel
  readonly responseBytes: Int32Array
  readonly tally: BackendTally
  /** By route of the runtime. */
  readonly routes: readonly Backend[]
  /** Sum over calls of the milliseconds that the authorizer took. */
  authorizerMs = 0
  private readonly authorizerLatency: LatencyModel
  private readonly authorizerErrors: Random
  private readonly authorizerErrorRate: number
  /** By caller. */
  private readonly effects: Uint8Array
  private readonly asksFunction: Uint8Array
  private readonly isSigned: Uint8Array

  /** `queue` is where calls that wait for a place stand meanwhile. */
  constructor(scenario: Scenario, runtime: Runtime, tables: TrafficTables, queue: EventQueue = new EventQueue(1)) {
    const models = runtime.names.routes.map(({ routeKey }) => backendOf(scenario, routeKey))
    const authorizer = scenario.authorizer ?? DEFAULT_AUTHORIZER
    this.overhead = new LatencyModel(scenario.overhead ?? overheadOf(runtime), scenario.seed, OVERHEAD_STREAM)
    this.authorizerLatency = new LatencyModel(authorizer.latency, scenario.seed, AUTHORIZER_STREAM)
    this.authorizerErrors = new Random(scenario.seed, AUTHORIZER_ERROR_STREAM)
    this.authorizerErrorRate = authorizer.errorRate ?? 0
    this.effects = effectsOf(scenario, tables)
    this.asksFunction = runtime.asksFunction
    this.isSigned = tables.isSigned
    this.tally = new BackendTally(scenario.durationInSeconds * 1000)
    this.routes = routeBackends(scenario, runtime, { flights: runtime.flights, queue, tally: this.tally })
    this.responseBytes = Int32Array.from(models, ({ responseBytes }) => responseBytes ?? DEFAULT_BACKEND.responseBytes!)
  }

  /**
   * Milliseconds until the authorizer answers; `flight.result` becomes its effect. IAM and user pools take no time. A token that ran out
   * is refused by all of them.
   */
  callAuthorizer(flight: Flight): Millis {
    const isExpired = (flight.flags & EXPIRED_TOKEN_FLAG) !== 0
    const isSigned = this.isSigned[flight.route] === 1
    const effect = isSigned
      ? this.effectOfSignature(flight)
      : isExpired
        ? REFUSED
        : (this.effects[flight.identity % this.effects.length] ?? ALLOW)
    if (this.asksFunction[flight.route] === 0) {
      flight.result = effect
      return 0
    }
    const latency = this.authorizerLatency.next()
    const isError = this.authorizerErrorRate > 0 && this.authorizerErrors.uniform() < this.authorizerErrorRate
    flight.result = isError || latency > AUTHORIZER_TIMEOUT ? FAILED : effect
    const waitMs = Math.min(latency, AUTHORIZER_TIMEOUT)
    this.authorizerMs += waitMs
    return waitMs
  }

  /** Not signed, or too long ago: denied. */
  private effectOfSignature({ flags, identity }: Flight): number {
    if ((flags & (EXPIRED_TOKEN_FLAG | MISSING_TOKEN_FLAG)) !== 0) return DENY
    return this.effects[identity % this.effects.length] ?? ALLOW
  }

  /** Milliseconds until the backend answers, 0 when it refuses; `flight.result` becomes the outcome. */
  callIntegration(flight: Flight, now: Millis): Millis {
    return this.routes[flight.route]!.call(flight, now)
  }

  /** The backend is done with a call it took, or the gateway with waiting for it. */
  finish(flight: Flight, now: Millis): void {
    this.routes[flight.route]!.finish(flight, now)
  }

  effectOf(flight: Flight): AuthorizerEffect {
    return flight.result as AuthorizerEffect
  }

  /** From now on the authorizer denies these callers, `end` not among them. */
  deny(first: number, end: number): void {
    this.effects.fill(DENY, first, end)
  }

  /** From now on the backend of a route takes so many times its latency, and fails so often. */
  change(route: number, latencyFactor: number | undefined, errorRate: number | undefined): void {
    const backend = this.routes[route]!
    if (backend instanceof BackendPool) backend.change(latencyFactor, errorRate)
  }
}

function overheadOf({ names }: Runtime): LatencyDistribution {
  return defaultOverhead(names.routes[0]?.protocolType ?? 'REST')
}

/** Plain ones, and pools where the model or an event asks for more. */
function routeBackends(scenario: Scenario, runtime: Runtime, parts: Omit<PoolSurroundings, 'places'>): Backend[] {
  const around = { ...parts, places: new CallPlaces() }
  const { seed } = scenario
  return runtime.names.routes.map(({ routeKey }, route) => {
    const model = backendOf(scenario, routeKey)
    const timeout = runtime.timeout[route]!
    return needsPool(model) || isChanged(scenario, routeKey)
      ? new BackendPool(model, timeout, seed, route, around)
      : new RouteBackend(model, timeout, seed, route, parts.tally)
  })
}

function isChanged({ events = [] }: Scenario, routeKey: string): boolean {
  return events.some((event) => event.type === 'CHANGE_BACKEND' && (event.route === '*' || event.route === routeKey))
}

/** Which callers the authorizer denies: a share of each source's, spread over popular and rare ones. */
function effectsOf(scenario: Scenario, tables: TrafficTables): Uint8Array {
  const random = new Random(scenario.seed, IDENTITY_STREAM)
  const effects = scenario.sources.flatMap((source) =>
    Array.from({ length: source.identities?.count ?? 1 }, () =>
      random.uniform() < (source.deniedIdentities ?? 0) ? DENY : ALLOW,
    ),
  )
  return Uint8Array.from({ length: tables.identities }, (_, caller) => effects[caller]!)
}
