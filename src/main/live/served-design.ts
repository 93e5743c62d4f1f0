import type { TemplateRun } from '@shared/contract/gateway'
import type { Design } from '@shared/design/design'
import type { TemplateEvent } from '@shared/template-event'
import type { Trace } from '@shared/trace'
import { compile } from '../engine/compile/compile'
import type { Flight } from '../engine/flight'
import { describeTemplateProblem } from '../engine/mapping/run-template'
import type { MappingTools } from '../engine/mapping/mapping-tools'
import { TemplateCache } from '../engine/mapping/template-cache'
import type { Millis } from '../engine/millis'
import { INTEGRATION_TIMEOUT } from '../engine/outcome'
import { begin } from '../engine/pipeline/advance'
import { ABSENT } from '../engine/flight'
import type { Runtime, StageRef } from '../engine/runtime'
import { TraceRecorder } from '../engine/trace/trace-recorder'
import type { Answer } from './answers/answer'
import { answerFlight } from './answers/answer-flight'
import { describeFlight, letGo, type ArrivalStores } from './arrival'
import { callAuthorizer } from './authorizer-call'
import { integrationAnswer } from './backends/backend-answer'
import { callBackend } from './backends/call-backend'
import { BUFFER_CODEC } from './buffer-codec'
import { CallTable, newCall, type Call } from './call'
import type { Clock } from './clock'
import { templateEventOf } from './events/template-event'
import type { HandlerPool } from './functions/handler-pool'
import { nameOfRoute, type LiveRoute } from './live-route'
import { routedStages, type RoutedStage } from './live-routes'
import { MessageFacts } from './message-facts'
import type { Message } from './request/message'
import { serveFlight, type AuthorizerAnswer, type FlightHost, type IntegrationAnswer } from './serve-flight'
import { ApiKeyIndex } from './stores/api-key-index'
import { IDENTITY_SLOTS, Identities } from './stores/identities'
import { CACHE_SLOTS, ResponseStore } from './stores/response-store'

/** What a served design does its work with. */
export interface ServedDesignPorts {
  readonly clock: Clock
  readonly pool: HandlerPool
  readonly ownPorts: () => readonly number[]
  readonly log: (line: string) => void
}

/** An answer with how it came about. */
export interface ServedRequest {
  readonly answer: Answer
  readonly trace: Trace
  readonly integrationMs: number | null
  readonly apiKeyName: string | null
  readonly templateRuns: readonly TemplateRun[]
  readonly templateEvent: TemplateEvent
}

/**
 * A design being served: its compiled runtime, whose state begins fresh (buckets full, caches empty, quotas unused), and the host's half
 * of that state. A changed design is a new one of these; requests in progress end where they began.
 */
export class ServedDesign implements FlightHost {
  readonly design: Design
  readonly stages: readonly RoutedStage[]
  private readonly runtime: Runtime
  private readonly stores: ArrivalStores
  private readonly calls = new CallTable()
  private readonly traces = new TraceRecorder()
  private readonly answers = new Map<number, Answer>()
  private readonly ports: ServedDesignPorts
  private readonly mapping: MappingTools
  private requests = 0

  constructor(design: Design, stages: readonly StageRef[], ports: ServedDesignPorts) {
    this.design = design
    this.ports = ports
    this.mapping = { templates: new TemplateCache(), codec: BUFFER_CODEC, now: () => ports.clock.now() }
    this.runtime = compile(design, {
      stages,
      definition: 'DEPLOYED',
      facts: new MessageFacts(this.calls, () => this.stores.identities),
      epoch: ports.clock.wall() - ports.clock.now(),
      identitySlots: IDENTITY_SLOTS,
      cacheSlots: CACHE_SLOTS,
      trace: this.traces,
    })
    this.stores = {
      identities: new Identities(this.runtime.authorizerResults),
      responses: new ResponseStore(this.runtime.responses),
      apiKeys: new ApiKeyIndex(design.apiKeys),
    }
    this.stages = routedStages(design, this.runtime)
  }

  /** Decide and answer one request that has found its route. */
  async serve(
    message: Message,
    route: LiveRoute,
    pathParameters: Readonly<Record<string, string>>,
  ): Promise<ServedRequest> {
    const { runtime, stores, calls, ports } = this
    const call = newCall(message, route, pathParameters)
    const flight = runtime.flights.open()
    flight.id = this.requests++
    flight.identity = ABSENT
    flight.cacheSlot = ABSENT
    calls.set(flight, call)
    try {
      describeFlight(runtime, stores, flight, call)
      begin(runtime, flight, ports.clock.now())
      await serveFlight(runtime, flight, this, ports.clock)
      return this.served(flight, call)
    } finally {
      letGo(stores, flight)
      calls.clear(flight)
      this.answers.delete(flight.id)
      this.traces.take(flight.id)
      runtime.flights.close(flight)
    }
  }

  async callAuthorizer(flight: Flight, signal: AbortSignal): Promise<AuthorizerAnswer> {
    const { clock, pool, log } = this.ports
    const call = this.calls.of(flight)
    const startedAt = clock.now()
    const answer = await callAuthorizer({ pool, log, ...this.stores }, call, flight, signal)
    call.authorizerMs = clock.now() - startedAt
    return answer
  }

  async callIntegration(flight: Flight, signal: AbortSignal): Promise<IntegrationAnswer> {
    const { clock } = this.ports
    const call = this.calls.of(flight)
    noteApiKey(flight, call)
    const startedAt = clock.now()
    const ports = { ...this.ports, mapping: this.mapping }
    const answer = await callBackend(ports, call, this.runtime.timeout[call.route.index]!, signal)
    call.backendAnswer = answer
    call.integrationMs = clock.now() - startedAt
    return integrationAnswer(answer)
  }

  respond(flight: Flight, now: Millis): void {
    const call = this.calls.of(flight)
    noteApiKey(flight, call)
    if (flight.outcome === INTEGRATION_TIMEOUT) call.integrationMs = this.runtime.timeout[flight.route]!
    this.answers.set(flight.id, answerFlight(this.runtime, this.stores.responses, flight, call, now))
  }

  private served(flight: Flight, call: Call): ServedRequest {
    const problem = this.problemOf(flight, call)
    if (problem !== null) this.ports.log(problem)
    for (const warning of templateWarnings(call)) this.ports.log(warning)
    return {
      answer: this.answers.get(flight.id)!,
      trace: withProblem(this.traces.take(flight.id), problem),
      integrationMs: call.integrationMs,
      apiKeyName: this.design.apiKeys[flight.apiKey]?.name ?? null,
      templateRuns: call.templateRuns,
      templateEvent: templateEventOf(call),
    }
  }

  /** What went wrong behind the gateway, in words. */
  private problemOf(flight: Flight, { backendAnswer, route }: Call): string | null {
    if (flight.outcome === INTEGRATION_TIMEOUT) {
      return `${nameOfRoute(route)}: no answer within ${this.runtime.timeout[route.index]} ms`
    }
    return backendAnswer?.problem ?? null
  }
}

/** A key is known to events and answers once it was accepted. */
function noteApiKey(flight: Flight, call: Call): void {
  if (flight.planKey !== ABSENT) call.apiKey = flight.apiKey
}

/** What the service would have kept silent about, as lines for the log. */
function templateWarnings({ route, templateRuns }: Call): string[] {
  return templateRuns.flatMap((run) =>
    run.warnings.map((warning) => `${nameOfRoute(route)}: ${describeTemplateProblem(run, warning)}`),
  )
}

/** The last entry says what went wrong, in words. */
function withProblem(trace: Trace, problem: string | null): Trace {
  const last = trace.at(-1)
  if (problem === null || last === undefined) return trace
  return [...trace.slice(0, -1), { ...last, details: { ...last.details, problem } }]
}
