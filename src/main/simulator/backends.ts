import {
  DEFAULT_AUTHORIZER,
  DEFAULT_BACKEND,
  DEFAULT_REST_OVERHEAD,
  type BackendModel,
  type Scenario,
} from '@shared/design/scenario'
import { ALLOW, DENY, FAILED, type AuthorizerEffect } from '../engine/effect'
import type { Flight } from '../engine/flight'
import type { Millis } from '../engine/millis'
import { BLOCKED, INTEGRATED, INTEGRATION_SERVER_ERROR, INTEGRATION_TIMEOUT } from '../engine/outcome'
import type { Runtime } from '../engine/runtime'
import { LatencyModel } from './latency-model'
import { Random } from './random'
import type { TrafficTables } from './traffic-tables'

/** Streams far from those of the sources. */
const AUTHORIZER_STREAM = 1_000_001
const AUTHORIZER_ERROR_STREAM = 1_000_002
const OVERHEAD_STREAM = 1_000_003
const IDENTITY_STREAM = 1_000_004
const BACKEND_STREAM = 2_000_000

/** Longest wait for an authorizer function. Source: `LIMITS.authorizerTimeout` (U15, unknown). */
const AUTHORIZER_TIMEOUT: Millis = 29_000

/** How long what the core asks for takes, and how it ends. Draws come from streams of their own. */
export class Backends {
  readonly overhead: LatencyModel
  readonly responseBytes: Int32Array
  private readonly authorizerLatency: LatencyModel
  private readonly authorizerErrors: Random
  private readonly authorizerErrorRate: number
  private readonly effects: Uint8Array
  private readonly asksFunction: Uint8Array
  private readonly routes: readonly RouteBackend[]

  constructor(scenario: Scenario, runtime: Runtime, tables: TrafficTables) {
    const models = runtime.names.routes.map(({ routeKey }) => backendOf(scenario, routeKey))
    const authorizer = scenario.authorizer ?? DEFAULT_AUTHORIZER
    this.overhead = new LatencyModel(scenario.overhead ?? DEFAULT_REST_OVERHEAD, scenario.seed, OVERHEAD_STREAM)
    this.authorizerLatency = new LatencyModel(authorizer.latency, scenario.seed, AUTHORIZER_STREAM)
    this.authorizerErrors = new Random(scenario.seed, AUTHORIZER_ERROR_STREAM)
    this.authorizerErrorRate = authorizer.errorRate ?? 0
    this.effects = effectsOf(scenario, tables)
    this.asksFunction = runtime.asksFunction
    this.routes = models.map((model, at) => new RouteBackend(model, runtime.timeout[at]!, scenario.seed, at))
    this.responseBytes = Int32Array.from(models, ({ responseBytes }) => responseBytes ?? DEFAULT_BACKEND.responseBytes!)
  }

  /**
   * Milliseconds until the authorizer answers; `flight.result` becomes its effect. IAM and user pools take no time, and the traffic model
   * has only callers that they let in.
   */
  callAuthorizer(flight: Flight): Millis {
    if (this.asksFunction[flight.route] === 0) {
      flight.result = ALLOW
      return 0
    }
    const latency = this.authorizerLatency.next()
    const isError = this.authorizerErrorRate > 0 && this.authorizerErrors.uniform() < this.authorizerErrorRate
    flight.result = isError || latency > AUTHORIZER_TIMEOUT ? FAILED : (this.effects[flight.identity] ?? ALLOW)
    return Math.min(latency, AUTHORIZER_TIMEOUT)
  }

  /** Milliseconds until the backend answers, 0 when it refuses; `flight.result` becomes the outcome. */
  callIntegration(flight: Flight): Millis {
    return this.routes[flight.route]!.call(flight)
  }

  /** The backend is done with a call it took. */
  finish(flight: Flight): void {
    if (flight.result !== BLOCKED) this.routes[flight.route]!.inFlight--
  }

  effectOf(flight: Flight): AuthorizerEffect {
    return flight.result as AuthorizerEffect
  }
}

/** One route's backend: how long its calls take, how many it works on, how often it fails. */
class RouteBackend {
  inFlight = 0
  private readonly latency: LatencyModel
  private readonly timeout: Millis
  private readonly errorRate: number
  private readonly errors: Random
  private readonly limit: number

  constructor(model: BackendModel, timeout: Millis, seed: number, route: number) {
    this.latency = new LatencyModel(model.latency, seed, BACKEND_STREAM + 2 * route)
    this.errors = new Random(seed, BACKEND_STREAM + 2 * route + 1)
    this.timeout = timeout
    this.errorRate = model.errorRate ?? 0
    this.limit = model.concurrencyLimit ?? 2 ** 30
  }

  call(flight: Flight): Millis {
    if (this.inFlight >= this.limit) {
      flight.result = BLOCKED
      return 0
    }
    this.inFlight++
    const latency = this.latency.next()
    const isError = this.errorRate > 0 && this.errors.uniform() < this.errorRate
    const isLate = latency > this.timeout
    flight.result = isLate ? INTEGRATION_TIMEOUT : isError ? INTEGRATION_SERVER_ERROR : INTEGRATED
    return isLate ? this.timeout : latency
  }
}

export function backendOf(scenario: Scenario, routeKey: string): BackendModel {
  return scenario.backends?.[routeKey] ?? scenario.backends?.['*'] ?? DEFAULT_BACKEND
}

/** Which callers the authorizer denies: a share of each source's, spread over popular and rare ones. */
function effectsOf(scenario: Scenario, tables: TrafficTables): Uint8Array {
  const random = new Random(scenario.seed, IDENTITY_STREAM)
  const ofCallers = scenario.sources.flatMap((source) =>
    Array.from({ length: source.identities?.count ?? 1 }, () =>
      random.uniform() < (source.deniedIdentities ?? 0) ? DENY : ALLOW,
    ),
  )
  return Uint8Array.from({ length: tables.identitySlots }, (_, slot) => ofCallers[slot % tables.identities]!)
}
