import type { TemplateRun } from '@shared/contract/gateway'
import type { Design } from '@shared/design/design'
import type { TemplateEvent } from '@shared/template-event'
import type { Trace, TraceEntry } from '@shared/trace'
import { ABSENT, type Flight } from '../engine/flight'
import { describeTemplateProblem } from '../engine/mapping/run-template'
import type { Millis } from '../engine/millis'
import type { StageRef } from '../engine/runtime'
import { INTEGRATION_TIMEOUT } from '../engine/outcome'
import { begin, skipToMethod } from '../engine/pipeline/advance'
import { wafDetails } from '../engine/trace/waf-details'
import type { Answer } from './answers/answer'
import { answerFlight } from './answers/answer-flight'
import { describeFlight, holdAddress, letGo, type ArrivalStores } from './arrival'
import { callAuthorizer } from './authorizer-call'
import { integrationAnswer } from './backends/backend-answer'
import { answerAtOnce, answersAtOnce } from './backends/answer-at-once'
import { callBackend } from './backends/call-backend'
import { CallTable, newCall, type Call } from './call'
import { checkCaller } from './callers/check-caller'
import { templateEventOf } from './events/template-event'
import { readLog, type ReadLog } from './execution-log/read-log'
import { withLastDetail } from './last-detail'
import { nameOfRoute, type LiveRoute } from './live-route'
import { routedStages, type RoutedStage } from './live-routes'
import { MessageFacts } from './message-facts'
import type { Message } from './request/message'
import { serveFlight, type AuthorizerAnswer, type FlightHost, type IntegrationAnswer } from './serve-flight'
import type { ServedCore } from './served-core'
import { endingWith, soon, type Soon } from './soon'
import { Addresses } from './stores/addresses'
import { Identities } from './stores/identities'
import { keptPolicies, type KeptResultRow } from './stores/list-caches'
import { ResponseStore } from './stores/response-store'

/** An answer with how it came about; without that where no records are kept. */
export interface ServedRequest {
  readonly answer: Answer
  readonly record?: ServedRecord
}

export interface ServedRecord {
  readonly trace: Trace
  readonly integrationMs: number | null
  readonly apiKeyName: string | null
  readonly templateRuns: readonly TemplateRun[]
  readonly templateEvent: TemplateEvent
  readonly executionLog: ReadLog
}

/** The REST APIs of a served design. Requests in progress end where they began. */
export class ServedRestApis implements FlightHost {
  readonly design: Design
  readonly stores: ArrivalStores
  private readonly core: ServedCore
  private readonly calls = new CallTable()
  /** A stage with its canary, by `stageKey`. */
  private readonly stages = new Map<string, RoutedStage[]>()

  constructor(core: ServedCore) {
    const { design, runtime, facts, apiKeys } = core
    this.core = core
    this.design = design
    this.stores = {
      identities: new Identities(runtime.authorizerResults),
      responses: new ResponseStore(runtime.responses),
      apiKeys,
      addresses: new Addresses(runtime.webAcls),
    }
    facts.answerFor(runtime, 'REST', new MessageFacts(this.calls, this.stores.identities))
    for (const routed of routedStages(design, runtime)) {
      const key = stageKey(routed.stage.view)
      this.stages.set(key, [...(this.stages.get(key) ?? []), routed])
    }
  }

  /** The stage at a place with its canary, if it has one. */
  stagesAt(place: StageRef): readonly RoutedStage[] {
    return this.stages.get(stageKey(place)) ?? []
  }

  /** Decide and answer one request that has found its route. */
  serve(message: Message, route: LiveRoute, pathParameters: Readonly<Record<string, string>>): Soon<ServedRequest> {
    const call = newCall(message, route, pathParameters)
    const flight = this.open(call)
    return endingWith(
      () => soon(this.decide(flight, call), () => this.served(flight, call)),
      () => this.close(flight),
    )
  }

  /**
   * How the web ACL of a stage stops a request that has found no route, or null where it does not. Such a request counts like any other.
   */
  filter({ stage }: RoutedStage, message: Message): TraceEntry | null {
    const { stores } = this
    const { runtime, ports } = this.core
    const address = holdAddress(runtime, stores, stage, message)
    if (address === ABSENT) return null
    const acl = runtime.webAclOf[stage.index]!
    const now = ports.clock.now()
    const passes = runtime.webAcls.passes(acl, address, now)
    stores.addresses.release(address)
    if (passes) return null
    return { step: 'waf', verdict: 'stopped', atMs: now, details: wafDetails(runtime, acl, address, true) }
  }

  async callAuthorizer(flight: Flight, signal: AbortSignal): Promise<AuthorizerAnswer> {
    const { callerPorts } = this.core
    const { clock, pool, log } = this.core.ports
    const call = this.calls.of(flight)
    const startedAt = clock.now()
    const { callerCheck } = call.route
    const answer =
      callerCheck === null
        ? await callAuthorizer({ pool, log, ...this.stores }, call, flight, signal)
        : await checkCaller({ ...callerPorts, log }, callerCheck, call, flight)
    call.authorizerMs = clock.now() - startedAt
    return answer
  }

  integrateAtOnce(flight: Flight): IntegrationAnswer | null {
    const call = this.calls.of(flight)
    if (!answersAtOnce(call)) return null
    noteApiKey(flight, call)
    const { clock } = this.core.ports
    const startedAt = clock.now()
    const answer = answerAtOnce(this.core.mapping, call)
    call.backendAnswer = answer
    call.integrationMs = clock.now() - startedAt
    return integrationAnswer(answer)
  }

  async callIntegration(flight: Flight, signal: AbortSignal): Promise<IntegrationAnswer> {
    const { mapping, runtime } = this.core
    const { clock } = this.core.ports
    const call = this.calls.of(flight)
    noteApiKey(flight, call)
    const startedAt = clock.now()
    const ports = { ...this.core.ports, mapping }
    const answer = await callBackend(ports, call, runtime.timeout[call.route.index]!, signal)
    call.backendAnswer = answer
    call.integrationMs = clock.now() - startedAt
    return integrationAnswer(answer)
  }

  respond(flight: Flight, now: Millis): void {
    const call = this.calls.of(flight)
    noteApiKey(flight, call)
    if (flight.outcome === INTEGRATION_TIMEOUT) call.integrationMs = this.core.runtime.timeout[flight.route]!
    call.answer = answerFlight(this.core.runtime, this.stores.responses, flight, call, now)
  }

  keptResults(): KeptResultRow[] {
    return keptPolicies(this.stores.identities)
  }

  private open(call: Call): Flight {
    const { core } = this
    const flight = core.runtime.flights.open()
    flight.id = core.nextFlightId()
    flight.identity = ABSENT
    flight.cacheSlot = ABSENT
    flight.caller = ABSENT
    this.calls.set(flight, call)
    return flight
  }

  private close(flight: Flight): void {
    const { runtime, traces } = this.core
    letGo(this.stores, flight)
    this.calls.clear(flight)
    if (runtime.trace !== null) traces.take(flight.id)
    runtime.flights.close(flight)
  }

  private decide(flight: Flight, call: Call): Soon<void> {
    const { runtime, ports } = this.core
    describeFlight(runtime, this.stores, flight, call)
    begin(runtime, flight, ports.clock.now())
    if (call.message.isTestInvoke) skipToMethod(runtime, flight)
    return serveFlight(runtime, flight, this, ports.clock)
  }

  private served(flight: Flight, call: Call): ServedRequest {
    const answer = call.answer!
    const { traces, ports, design } = this.core
    const problem = this.problemOf(flight, call)
    if (problem !== null) ports.log(problem)
    logTemplateWarnings(call, ports.log)
    if (!ports.keepsRecords) return { answer }
    const trace = traces.take(flight.id)
    return {
      answer,
      record: {
        trace: withLastDetail(withLastDetail(trace, 'problem', problem), 'reason', call.refusal?.reason ?? null),
        integrationMs: call.integrationMs,
        apiKeyName: design.apiKeys[flight.apiKey]?.name ?? null,
        templateRuns: call.templateRuns,
        templateEvent: templateEventOf(call),
        executionLog: readLog(call, { trace, answer, outcome: flight.outcome, startedAt: flight.startedAt }),
      },
    }
  }

  /** What went wrong behind the gateway, in words. */
  private problemOf(flight: Flight, { backendAnswer, route }: Call): string | null {
    if (flight.outcome === INTEGRATION_TIMEOUT) {
      return `${nameOfRoute(route)}: no answer within ${this.core.runtime.timeout[route.index]} ms`
    }
    return backendAnswer?.problem ?? null
  }
}

/** A key is known to events and answers once it was accepted. */
function noteApiKey(flight: Flight, call: Call): void {
  if (flight.planKey !== ABSENT) call.apiKey = flight.apiKey
}

function stageKey({ apiId, stage }: StageRef): string {
  return `${apiId}/${stage}`
}

/** What the service would have kept silent about, as lines for the log. */
function logTemplateWarnings({ route, templateRuns }: Call, log: (line: string) => void): void {
  for (const run of templateRuns) {
    for (const warning of run.warnings) log(`${nameOfRoute(route)}: ${describeTemplateProblem(run, warning)}`)
  }
}
