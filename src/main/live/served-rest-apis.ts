import type { TemplateRun } from '@shared/contract/gateway'
import type { Design } from '@shared/design/design'
import type { LogLine } from '@shared/contract/try'
import type { TemplateEvent } from '@shared/template-event'
import type { Trace, TraceEntry } from '@shared/trace'
import { ABSENT, type Flight } from '../engine/flight'
import { describeTemplateProblem } from '../engine/mapping/run-template'
import type { Millis } from '../engine/millis'
import { INTEGRATION_TIMEOUT } from '../engine/outcome'
import { begin, skipToMethod } from '../engine/pipeline/advance'
import { wafDetails } from '../engine/trace/waf-details'
import type { Answer } from './answers/answer'
import { answerFlight } from './answers/answer-flight'
import { describeFlight, holdAddress, letGo, type ArrivalStores } from './arrival'
import { callAuthorizer } from './authorizer-call'
import { integrationAnswer } from './backends/backend-answer'
import { callBackend } from './backends/call-backend'
import { CallTable, newCall, type Call } from './call'
import { checkCaller } from './callers/check-caller'
import { templateEventOf } from './events/template-event'
import { executionLog } from './execution-log/execution-log'
import { withLastDetail } from './last-detail'
import { nameOfRoute, type LiveRoute } from './live-route'
import { routedStages, type RoutedStage } from './live-routes'
import { MessageFacts } from './message-facts'
import type { Message } from './request/message'
import { serveFlight, type AuthorizerAnswer, type FlightHost, type IntegrationAnswer } from './serve-flight'
import type { ServedCore } from './served-core'
import { Addresses } from './stores/addresses'
import { Identities } from './stores/identities'
import { keptPolicies, type KeptResultRow } from './stores/list-caches'
import { ResponseStore } from './stores/response-store'

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

/** The REST APIs of a served design. Requests in progress end where they began. */
export class ServedRestApis implements FlightHost {
  readonly design: Design
  readonly stages: readonly RoutedStage[]
  readonly stores: ArrivalStores
  private readonly core: ServedCore
  private readonly calls = new CallTable()
  private readonly answers = new Map<number, Answer>()

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
    this.stages = routedStages(design, runtime)
  }

  /** Decide and answer one request that has found its route. */
  async serve(
    message: Message,
    route: LiveRoute,
    pathParameters: Readonly<Record<string, string>>,
  ): Promise<ServedRequest> {
    const { stores, calls, core } = this
    const { runtime, ports, traces } = core
    const call = newCall(message, route, pathParameters)
    const flight = runtime.flights.open()
    flight.id = core.nextFlightId()
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
      traces.take(flight.id)
      runtime.flights.close(flight)
    }
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
    this.answers.set(flight.id, answerFlight(this.core.runtime, this.stores.responses, flight, call, now))
  }

  keptResults(): KeptResultRow[] {
    return keptPolicies(this.stores.identities)
  }

  private served(flight: Flight, call: Call): ServedRequest {
    const answer = this.answers.get(flight.id)!
    const { traces, ports, design } = this.core
    const trace = traces.take(flight.id)
    const problem = this.problemOf(flight, call)
    if (problem !== null) ports.log(problem)
    for (const warning of templateWarnings(call)) ports.log(warning)
    return {
      answer,
      trace: withLastDetail(withLastDetail(trace, 'problem', problem), 'reason', call.refusal?.reason ?? null),
      integrationMs: call.integrationMs,
      apiKeyName: design.apiKeys[flight.apiKey]?.name ?? null,
      templateRuns: call.templateRuns,
      ...(ports.keepsRecords && { templateEvent: templateEventOf(call) }),
      executionLog: ports.keepsRecords
        ? executionLog(call, { trace, answer, outcome: flight.outcome, startedAt: flight.startedAt })
        : [],
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

/** What the service would have kept silent about, as lines for the log. */
function templateWarnings({ route, templateRuns }: Call): string[] {
  return templateRuns.flatMap((run) =>
    run.warnings.map((warning) => `${nameOfRoute(route)}: ${describeTemplateProblem(run, warning)}`),
  )
}
