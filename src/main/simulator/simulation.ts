import type { ReplayReport } from '@shared/contract/simulation'
import type { Design } from '@shared/design/design'
import type { Scenario, ScenarioEvent } from '@shared/design/scenario'
import { ABSENT, type Flight } from '../engine/flight'
import type { Millis } from '../engine/millis'
import { INTEGRATED, LAST_ANSWERED } from '../engine/outcome'
import { advance, authorized, integrated } from '../engine/pipeline/advance'
import type { Runtime, TraceSink } from '../engine/runtime'
import { CALL_AUTHORIZER, CALL_INTEGRATION, CONTINUE, RESPOND, type Verdict } from '../engine/verdict'
import { Audit, needsAudit } from './audit'
import { Backends } from './backends'
import { BusiestSeconds } from './busiest-seconds'
import { Clients, needsClients, NEVER } from './clients'
import { compileRun } from './compile-run'
import { DEFAULT_EPOCH } from './default-epoch'
import { EventPlayer } from './event-player'
import { EventQueue } from './event-queue'
import { meanRate } from './mean-rate'
import { Recorder } from './recorder'
import type { LogReader } from './replay/log-reader'
import { replayTargets } from './replay/replay-targets'
import type { ReplayContext } from './request-draws'
import { runStatuses } from './run-statuses'
import { routeLatenciesOf, type RouteLatencies } from './route-latencies'
import { TimeSeries } from './time-series'
import { Traffic } from './traffic'
import { trafficTables } from './traffic-tables'
import { withConnectTraffic } from './web-socket/connect-traffic'
import { Sockets } from './web-socket/sockets'

export interface SimulationOptions {
  /** When the run begins, in milliseconds since 1970. */
  readonly epoch?: number
  readonly trace?: TraceSink | null
  /** Opens the access log of a REPLAY source from its beginning. Asked once for each of them. */
  readonly openLog?: (file: string) => LogReader
}

/**
 * The pipeline in virtual time. Arrivals never enter the queue: they are merged with it, and what was waited for goes before an arrival
 * at the same time; so do retries and the next requests of closed loops, which do enter it. An event of the scenario goes before
 * everything else of its time. The design and scenario have no errors (`checkDesign`, `checkScenario`).
 */
export class Simulation {
  readonly design: Design
  readonly runtime: Runtime
  readonly recorder: Recorder
  readonly series: TimeSeries
  readonly durationMs: Millis
  readonly backends: Backends
  /** Null where requests come once and nobody looks at them from outside. */
  readonly clients: Clients | null
  readonly audit: Audit | null
  /** Null where clients do not stay connected. */
  readonly sockets: Sockets | null
  readonly busiest: BusiestSeconds
  readonly routeLatencies: RouteLatencies | null
  /** By `route * OUTCOME_STRIDE + outcome`. */
  readonly statuses: Uint16Array
  requests = 0
  evictions = 0
  /** Of the sources that play a log and are through with it. */
  readonly replays: ReplayReport[] = []
  private readonly traffic: Traffic
  private readonly queue: EventQueue
  private readonly events: EventPlayer

  constructor(design: Design, given: Scenario, options: SimulationOptions = {}) {
    const { epoch = DEFAULT_EPOCH, trace = null, openLog } = options
    const scenario = withConnectTraffic(given)
    const tables = trafficTables(design, scenario)
    this.design = design
    this.durationMs = scenario.durationInSeconds * 1000
    this.runtime = compileRun(design, scenario, tables, epoch, trace)
    this.queue = new EventQueue(Math.min(64, Math.max(0.1, meanRate(scenario, epoch) / 1000)))
    const replay = openLog && this.replayWith(openLog, scenario)
    this.traffic = new Traffic(scenario, tables, epoch, replay)
    this.backends = new Backends(scenario, this.runtime, tables, this.queue)
    this.statuses = runStatuses(design, this.runtime)
    const hasConnections = scenario.connections !== undefined
    this.clients = !hasConnections && needsClients(scenario) ? new Clients(scenario, this.statuses) : null
    this.audit = needsAudit(scenario, tables) ? new Audit(this.runtime, tables) : null
    const { runtime, backends, audit } = this
    this.events = new EventPlayer({ design, scenario, tables, runtime, backends, audit })
    this.busiest = new BusiestSeconds(this.runtime)
    this.routeLatencies = routeLatenciesOf(scenario, this.runtime.names.routes)
    this.recorder = new Recorder(
      this.runtime.routeCount,
      design.apiKeys.length,
      scenario.durationInSeconds,
      scenario.seed,
      this.routeLatencies,
    )
    const { traffic, queue, recorder } = this
    this.sockets = hasConnections
      ? new Sockets({ design, scenario, epoch, runtime, traffic, queue, backends, recorder, audit, counter: this })
      : null
    this.series = new TimeSeries(this.runtime, this.recorder, this.durationMs, this)
    for (const responses of this.runtime.responses) responses.onEvict = () => this.evictions++
  }

  private replayWith(openLog: ReplayContext['openLog'], scenario: Scenario): ReplayContext {
    const targets = replayTargets(this.design, scenario)
    return { openLog, targets, onReport: (report) => void this.replays.push(report) }
  }

  /** Handle up to this many events, those before `until` only; false once everything is answered, which nobody hears who says `until`. */
  run(events: number, until: Millis = Infinity): boolean {
    const { runtime, queue, traffic } = this
    if (this.sockets !== null) return this.runSockets(this.sockets, events, until)
    let lookAt = this.nextLook(until)
    for (let handled = 0; handled < events; handled++) {
      const arrival = traffic.nextAt
      const due = queue.nextDue
      const isDue = due <= arrival
      const now = isDue ? due : arrival
      if (now >= lookAt) {
        if (now === Infinity && until === Infinity) return this.finish()
        this.lookAround(Math.min(now, until), now < until)
        if (now >= until) return true
        lookAt = this.nextLook(until)
      }
      // One way out for all events: what follows is compiled into the loop once.
      const flight = isDue ? runtime.flights.at(queue.pop()) : traffic.arrive(runtime, this.requests++)
      const verdict = isDue ? this.resume(flight, due) : this.arrive(flight, arrival)
      if (verdict === RESPOND) this.answer(flight, now)
      else this.wait(flight, verdict, now)
    }
    return true
  }

  /** The same for clients that stay connected: what an event is, is theirs to say. */
  private runSockets(sockets: Sockets, events: number, until: Millis): boolean {
    let lookAt = this.nextLook(until)
    for (let handled = 0; handled < events; handled++) {
      const now = sockets.nextAt
      if (now >= lookAt) {
        if (now === Infinity && until === Infinity) return this.finish()
        this.lookAround(Math.min(now, until), now < until)
        if (now >= until) return true
        lookAt = this.nextLook(until)
      }
      sockets.step(now)
    }
    return true
  }

  /** Virtual time reached. */
  get now(): Millis {
    if (this.sockets !== null) return Math.min(this.sockets.nextAt, this.durationMs)
    return Math.min(this.traffic.nextAt, this.queue.nextDue, this.durationMs)
  }

  /** Events that join those of the scenario, none of them in the past. */
  addEvents(events: readonly ScenarioEvent[]): void {
    this.events.add(events)
  }

  /** How many attempts were made at a request before this one. */
  attemptsBefore(flight: Flight): number {
    return this.clients === null ? 0 : this.clients.retryNumber(flight)
  }

  /** Requests that were an attempt after the first. */
  get retries(): number {
    return this.clients === null ? 0 : this.clients.retries
  }

  /** Calls that wait for a backend now. */
  get queued(): number {
    return this.backends.tally.waiting
  }

  private nextLook(until: Millis): Millis {
    return Math.min(this.series.nextStepAt, this.busiest.endsAt, this.events.nextAt, until)
  }

  /**
   * Catch up with what happens between the requests, in the order of time: steps of the charts, whole seconds, and at the same time after
   * both the scenario's events, those at `now` itself only if it is said so.
   */
  private lookAround(now: Millis, playsEventsOfNow: boolean): void {
    const { series, busiest, events } = this
    for (;;) {
      const next = this.nextLook(Infinity)
      if (next > now || next === Infinity) return
      if (series.nextStepAt === next) series.roll(next, this.requests)
      else if (busiest.endsAt === next) busiest.roll()
      else if (next < now || playsEventsOfNow) events.play()
      else return
    }
  }

  private finish(): false {
    this.lookAround(this.durationMs, false)
    this.busiest.roll()
    this.series.finish(this.requests)
    return false
  }

  private arrive(flight: Flight, now: Millis): Verdict {
    if (this.clients !== null) this.clients.begin(flight, now)
    return this.decide(flight, now)
  }

  private decide(flight: Flight, now: Millis): Verdict {
    const verdict = advance(this.runtime, flight, now)
    if (this.audit !== null) this.audit.decided(flight, verdict, now)
    return verdict
  }

  private resume(flight: Flight, now: Millis): Verdict {
    const { runtime, backends } = this
    if (flight.waitsFor === CALL_INTEGRATION) {
      backends.finish(flight, now)
      const bytes = flight.result === INTEGRATED ? backends.responseBytes[flight.route]! : ABSENT
      const verdict = integrated(runtime, flight, flight.result, bytes, now)
      if (this.audit !== null && bytes !== ABSENT) this.audit.integrated(flight, now)
      return verdict
    }
    return flight.waitsFor === CALL_AUTHORIZER
      ? authorized(runtime, flight, backends.effectOf(flight), flight.apiKey, now)
      : this.comeAgain(flight, this.clients!, now)
  }

  private wait(flight: Flight, verdict: Verdict, now: Millis): void {
    flight.waitsFor = verdict
    const { backends } = this
    const waitMs =
      verdict === CALL_INTEGRATION ? backends.callIntegration(flight, now) : backends.callAuthorizer(flight)
    this.queue.push(now + waitMs, flight.slot)
  }

  private answer(flight: Flight, now: Millis): void {
    const overheadMs = flight.outcome <= LAST_ANSWERED ? this.backends.overhead.next() : 0
    if (this.audit !== null) this.audit.answered(flight, now)
    this.recorder.record(flight, now - flight.startedAt + overheadMs)
    if (this.clients === null) this.runtime.flights.close(flight)
    else this.leave(flight, this.clients.nextArrival(flight, now + overheadMs))
  }

  /** The client has its answer. Its flight stays open until it is done. */
  private leave(flight: Flight, nextArrival: Millis): void {
    if (nextArrival === NEVER) {
      this.runtime.flights.close(flight)
      return
    }
    flight.waitsFor = CONTINUE
    this.queue.push(nextArrival, flight.slot)
  }

  private comeAgain(flight: Flight, clients: Clients, now: Millis): Verdict {
    const id = this.requests++
    if (clients.retryNumber(flight) > 0) {
      clients.retries++
      this.traffic.retry(this.runtime, flight, id, now)
    } else {
      this.traffic.arriveAgain(this.runtime, flight, id, now)
      clients.begin(flight, now)
    }
    return this.decide(flight, now)
  }
}
