import type { TemplateRun } from '@shared/contract/gateway'
import type { FlushTarget, GatewayCaches, LogLine } from '@shared/contract/try'
import type { Design } from '@shared/design/design'
import type { TemplateEvent } from '@shared/template-event'
import type { Trace, TraceEntry } from '@shared/trace'
import { iamKeys } from '../engine/authorizers/iam-caller'
import { compile } from '../engine/compile/compile'
import { assumptionsOf } from '../engine/compile/route-plan'
import type { Flight } from '../engine/flight'
import { describeTemplateProblem } from '../engine/mapping/run-template'
import type { MappingTools } from '../engine/mapping/mapping-tools'
import { TemplateCache } from '../engine/mapping/template-cache'
import type { Millis } from '../engine/millis'
import { INTEGRATION_TIMEOUT } from '../engine/outcome'
import { begin, skipToMethod } from '../engine/pipeline/advance'
import { ABSENT } from '../engine/flight'
import type { Runtime, StageRef } from '../engine/runtime'
import { TraceRecorder } from '../engine/trace/trace-recorder'
import { wafDetails } from '../engine/trace/waf-details'
import type { Answer } from './answers/answer'
import { answerFlight } from './answers/answer-flight'
import { describeFlight, holdAddress, letGo, type ArrivalStores } from './arrival'
import { callAuthorizer } from './authorizer-call'
import { integrationAnswer } from './backends/backend-answer'
import { callBackend } from './backends/call-backend'
import { BUFFER_CODEC } from './buffer-codec'
import { CallTable, newCall, type Call } from './call'
import { checkCaller, type CallerPorts } from './callers/check-caller'
import type { KnownCallers } from './callers/known-callers'
import type { Clock } from './clock'
import { templateEventOf } from './events/template-event'
import { executionLog } from './execution-log/execution-log'
import type { HandlerPool } from './functions/handler-pool'
import { nameOfRoute, type LiveRoute } from './live-route'
import { routedStages, type RoutedStage } from './live-routes'
import { MessageFacts } from './message-facts'
import type { Message } from './request/message'
import type { LocalServices } from './services/local-services'
import { serveFlight, type AuthorizerAnswer, type FlightHost, type IntegrationAnswer } from './serve-flight'
import { ADDRESS_SLOTS, Addresses } from './stores/addresses'
import { ApiKeyIndex } from './stores/api-key-index'
import { IDENTITY_SLOTS, Identities } from './stores/identities'
import { listCaches } from './stores/list-caches'
import { CACHE_SLOTS, ResponseStore } from './stores/response-store'

/** What a served design does its work with. */
export interface ServedDesignPorts {
  readonly clock: Clock
  readonly pool: HandlerPool
  readonly ownPorts: () => readonly number[]
  readonly services: LocalServices
  readonly callers: KnownCallers
  /** False: nobody asks later what became of a request. */
  readonly keepsRecords: boolean
  readonly log: (line: string) => void
}

/** An answer with how it came about. */
export interface ServedRequest {
  readonly answer: Answer
  readonly trace: Trace
  readonly integrationMs: number | null
  readonly apiKeyName: string | null
  readonly templateRuns: readonly TemplateRun[]
  readonly templateEvent?: TemplateEvent
  readonly executionLog: readonly LogLine[]
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
  private readonly traces: TraceRecorder
  private readonly answers = new Map<number, Answer>()
  private readonly ports: ServedDesignPorts
  private readonly mapping: MappingTools
  private readonly callerPorts: Omit<CallerPorts, 'log'>
  private requests = 0

  constructor(design: Design, stages: readonly StageRef[], ports: ServedDesignPorts) {
    this.design = design
    this.ports = ports
    this.traces = new TraceRecorder(() => ports.keepsRecords)
    this.mapping = { templates: new TemplateCache(), codec: BUFFER_CODEC, now: () => ports.clock.now() }
    this.runtime = compile(design, {
      stages,
      definition: 'DEPLOYED',
      facts: new MessageFacts(this.calls, () => this.stores.identities),
      epoch: ports.clock.wall() - ports.clock.now(),
      identitySlots: IDENTITY_SLOTS,
      cacheSlots: CACHE_SLOTS,
      addressSlots: ADDRESS_SLOTS,
      trace: this.traces,
    })
    this.stores = {
      identities: new Identities(this.runtime.authorizerResults),
      responses: new ResponseStore(this.runtime.responses),
      apiKeys: new ApiKeyIndex(design.apiKeys),
      addresses: new Addresses(this.runtime.webAcls),
    }
    const { rootKey, localTokens, anyTokens } = ports.callers
    const tokens = assumptionsOf(design).fetchPoolKeys ? anyTokens : localTokens
    this.callerPorts = { iamKeys: iamKeys(design, rootKey), tokens }
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
    flight.caller = ABSENT
    calls.set(flight, call)
    try {
      describeFlight(runtime, stores, flight, call)
      begin(runtime, flight, ports.clock.now())
      if (message.isTestInvoke) skipToMethod(runtime, flight)
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

  /**
   * How the web ACL of a stage stops a request that has found no route, or null where it does not. Such a request counts like any other.
   */
  filter({ stage }: RoutedStage, message: Message): TraceEntry | null {
    const { runtime, stores } = this
    const address = holdAddress(runtime, stores, stage, message)
    if (address === ABSENT) return null
    const acl = runtime.webAclOf[stage.index]!
    const now = this.ports.clock.now()
    const passes = runtime.webAcls.passes(acl, address, now)
    stores.addresses.release(address)
    if (passes) return null
    return { step: 'waf', verdict: 'stopped', atMs: now, details: wafDetails(runtime, acl, address, true) }
  }

  async callAuthorizer(flight: Flight, signal: AbortSignal): Promise<AuthorizerAnswer> {
    const { clock, pool, log } = this.ports
    const call = this.calls.of(flight)
    const startedAt = clock.now()
    const { callerCheck } = call.route
    const answer =
      callerCheck === null
        ? await callAuthorizer({ pool, log, ...this.stores }, call, flight, signal)
        : await checkCaller({ ...this.callerPorts, log }, callerCheck, call, flight)
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

  caches(): GatewayCaches {
    return listCaches(this.runtime, this.stores, this.ports.clock.now())
  }

  /** Requests in progress go on with what they found. */
  flush(what: FlushTarget): void {
    const { runtime } = this
    if (what === 'authorizer') runtime.authorizerResults.flush()
    else if (what === 'response') for (const cache of runtime.responses) cache.flush()
    else refillBuckets(runtime)
  }

  private served(flight: Flight, call: Call): ServedRequest {
    const answer = this.answers.get(flight.id)!
    const trace = this.traces.take(flight.id)
    const problem = this.problemOf(flight, call)
    if (problem !== null) this.ports.log(problem)
    for (const warning of templateWarnings(call)) this.ports.log(warning)
    return {
      answer,
      trace: withLastDetail(withLastDetail(trace, 'problem', problem), 'reason', call.refusal?.reason ?? null),
      integrationMs: call.integrationMs,
      apiKeyName: this.design.apiKeys[flight.apiKey]?.name ?? null,
      templateRuns: call.templateRuns,
      ...(this.ports.keepsRecords && { templateEvent: templateEventOf(call) }),
      executionLog: this.ports.keepsRecords
        ? executionLog(call, { trace, answer, outcome: flight.outcome, startedAt: flight.startedAt })
        : [],
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

/** Every throttle is as it was at the start; quotas stay counted. */
function refillBuckets({ usagePlanBuckets, planMethodBuckets, methodBuckets, accountBucket }: Runtime): void {
  for (const buckets of [usagePlanBuckets, planMethodBuckets, methodBuckets, accountBucket]) buckets.refill()
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
function withLastDetail(trace: Trace, name: 'problem' | 'reason', text: string | null): Trace {
  const last = trace.at(-1)
  if (text === null || last === undefined) return trace
  return [...trace.slice(0, -1), { ...last, details: { ...last.details, [name]: text } }]
}
