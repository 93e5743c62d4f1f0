import type { Trace } from '@shared/trace'
import { ABSENT, type Flight } from '../../engine/flight'
import type { HttpAnswer } from '../../engine/http-api/http-answer'
import type { HttpAuthorizerResult } from '../../engine/http-api/http-authorizer-result'
import { INTEGRATION_TIMEOUT } from '../../engine/outcome'
import { begin } from '../../engine/pipeline/advance'
import { localPools } from '../identity/local-pool'
import { withLastDetail } from '../last-detail'
import { serveFlight, type AuthorizerAnswer, type FlightHost, type IntegrationAnswer } from '../serve-flight'
import type { ServedCore } from '../served-core'
import { IDENTITY_SLOTS, Identities } from '../stores/identities'
import type { KeptResultRow } from '../stores/list-caches'
import { answerHttpFlight, httpIntegrationAnswer } from './answer-http-flight'
import { callRouteBackend } from './call-http-backend'
import { authorizeHttpCall, type HttpAuthorizePorts } from './http-authorize'
import { HttpCallTable, type HttpCall } from './http-call'
import { HttpFacts } from './http-facts'
import { holdHttpIdentity, keptHttpResults, type HttpIdentities } from './http-identities'
import { nameOfHttpRoute } from './http-live-route'
import { httpTokenPorts, poolIssuers } from './http-token-ports'

/** An answer with how it came about. */
export interface ServedHttpRequest {
  readonly answer: HttpAnswer
  readonly trace: Trace
  readonly integrationMs: number | null
}

/** Decides and answers requests that have found their route. */
export class ServedHttpRoutes implements FlightHost {
  private readonly core: ServedCore
  private readonly identities: HttpIdentities
  private readonly authorizing: HttpAuthorizePorts
  private readonly calls = new HttpCallTable()
  private readonly answers = new Map<number, HttpAnswer>()

  constructor(core: ServedCore) {
    const { callerPorts, design, facts, ports, runtime } = core
    this.core = core
    // The second half of the core's slots: the first is that of REST APIs.
    this.identities = new Identities<HttpAuthorizerResult>(runtime.authorizerResults, IDENTITY_SLOTS, IDENTITY_SLOTS)
    const issuers = poolIssuers(localPools(design), ports.ownPorts)
    this.authorizing = {
      pool: ports.pool,
      identities: this.identities,
      iamKeys: callerPorts.iamKeys,
      tokens: httpTokenPorts(callerPorts.tokens, ports.callers.publishedKeys, issuers),
      issuers,
      log: ports.log,
    }
    facts.answerFor(runtime, 'HTTP', new HttpFacts(this.calls, this.identities))
  }

  async serve(call: HttpCall): Promise<ServedHttpRequest> {
    const { identities, calls, core } = this
    const { runtime, ports, traces } = core
    const flight = runtime.flights.open()
    flight.id = core.nextFlightId()
    flight.route = call.route.index
    flight.apiKey = ABSENT
    flight.cacheSlot = ABSENT
    flight.caller = ABSENT
    flight.flags = 0
    flight.identity = holdHttpIdentity(identities, call)
    calls.set(flight, call)
    try {
      begin(runtime, flight, ports.clock.now())
      await serveFlight(runtime, flight, this, ports.clock)
      return this.served(flight, call)
    } finally {
      if (flight.identity >= 0) identities.release(flight.identity)
      calls.clear(flight)
      this.answers.delete(flight.id)
      traces.take(flight.id)
      runtime.flights.close(flight)
    }
  }

  async callAuthorizer(flight: Flight, signal: AbortSignal): Promise<AuthorizerAnswer> {
    const effect = await authorizeHttpCall(this.authorizing, this.calls.of(flight), flight, signal)
    return { effect, apiKey: ABSENT }
  }

  async callIntegration(flight: Flight, signal: AbortSignal): Promise<IntegrationAnswer> {
    const { ports, runtime } = this.core
    const call = this.calls.of(flight)
    const startedAt = ports.clock.now()
    const result = await callRouteBackend(ports, call, runtime.timeout[call.route.index]!, signal)
    call.backendResult = result
    call.integrationMs = ports.clock.now() - startedAt
    return httpIntegrationAnswer(result)
  }

  respond(flight: Flight): void {
    const call = this.calls.of(flight)
    if (flight.outcome === INTEGRATION_TIMEOUT) call.integrationMs = this.core.runtime.timeout[flight.route]!
    this.answers.set(flight.id, answerHttpFlight(flight, call))
  }

  keptResults(): KeptResultRow[] {
    return keptHttpResults(this.identities)
  }

  private served(flight: Flight, call: HttpCall): ServedHttpRequest {
    const { traces, ports } = this.core
    const problem = this.problemOf(flight, call)
    if (problem !== null) ports.log(problem)
    const trace = traces.take(flight.id)
    return {
      answer: this.answers.get(flight.id)!,
      trace: withLastDetail(withLastDetail(trace, 'problem', problem), 'reason', call.refusal?.reason ?? null),
      integrationMs: call.integrationMs,
    }
  }

  /** What went wrong behind the gateway, in words. */
  private problemOf(flight: Flight, { backendResult, route }: HttpCall): string | null {
    if (flight.outcome === INTEGRATION_TIMEOUT) {
      return `${nameOfHttpRoute(route)}: no answer within ${this.core.runtime.timeout[route.index]} ms`
    }
    return backendResult?.problem ?? null
  }
}
