import type { Design } from '@shared/design/design'
import { DEFAULT_BACKEND, type Scenario } from '@shared/design/scenario'
import { compile } from '../engine/compile/compile'
import { stageViews } from '../engine/compile/stage-view'
import { policyJudge } from './policy-judge'
import { ABSENT, type Flight } from '../engine/flight'
import type { Millis } from '../engine/millis'
import { INTEGRATED, LAST_ANSWERED } from '../engine/outcome'
import { advance, authorized, integrated } from '../engine/pipeline/advance'
import type { Runtime, TraceSink } from '../engine/runtime'
import { CALL_AUTHORIZER, RESPOND, type Verdict } from '../engine/verdict'
import { Backends } from './backends'
import { EventQueue } from './event-queue'
import { meanRate } from './mean-rate'
import { Recorder } from './recorder'
import { SimulatedFacts } from './simulated-facts'
import { sourceAddresses } from './source-addresses'
import { TimeSeries } from './time-series'
import { Traffic } from './traffic'
import { trafficTables } from './traffic-tables'

/** 2026-01-01T00:00:00Z, when a scenario does not say when it begins. */
const DEFAULT_EPOCH = 1_767_225_600_000

/**
 * The pipeline in virtual time. Arrivals never enter the queue: they are merged with it, and what was waited for goes before an arrival
 * at the same time. The design and scenario have no errors (`checkDesign`, `checkScenario`); `epoch` in milliseconds since 1970.
 */
export class Simulation {
  readonly runtime: Runtime
  readonly recorder: Recorder
  readonly series: TimeSeries
  readonly durationMs: Millis
  requests = 0
  /** Sum over calls of the milliseconds, within the run's length, that the backend worked on them. */
  busyMs = 0
  private readonly traffic: Traffic
  private readonly backends: Backends
  private readonly queue: EventQueue

  constructor(design: Design, scenario: Scenario, epoch: number = DEFAULT_EPOCH, trace: TraceSink | null = null) {
    const tables = trafficTables(design, scenario)
    this.durationMs = scenario.durationInSeconds * 1000
    this.runtime = compileFor(design, scenario, tables, epoch, trace)
    this.traffic = new Traffic(scenario, tables)
    this.backends = new Backends(scenario, this.runtime, tables)
    this.queue = new EventQueue(Math.min(64, Math.max(0.1, meanRate(scenario) / 1000)))
    this.recorder = new Recorder(
      this.runtime.routeCount,
      design.apiKeys.length,
      scenario.durationInSeconds,
      scenario.seed,
    )
    this.series = new TimeSeries(this.runtime, this.recorder, this.durationMs)
  }

  /** Handle up to this many events; false once everything is answered. */
  run(events: number): boolean {
    const { queue, traffic, series } = this
    for (let handled = 0; handled < events; handled++) {
      const arrival = traffic.nextAt
      const due = queue.nextDue
      const isCompletion = due <= arrival
      const now = isCompletion ? due : arrival
      if (now >= series.nextStepAt) {
        if (now === Infinity) return this.finish()
        series.roll(now, this.requests)
      }
      if (isCompletion) this.resume(now)
      else this.arrive(now)
    }
    return true
  }

  /** Virtual time reached. */
  get now(): Millis {
    return Math.min(this.traffic.nextAt, this.queue.nextDue, this.durationMs)
  }

  private finish(): false {
    this.series.finish(this.requests)
    return false
  }

  private arrive(now: Millis): void {
    const flight = this.traffic.arrive(this.runtime, this.requests++)
    this.follow(flight, advance(this.runtime, flight, now), now)
  }

  private resume(now: Millis): void {
    const { runtime, backends } = this
    const flight = runtime.flights.at(this.queue.pop())
    if (flight.waitsFor === CALL_AUTHORIZER) {
      this.follow(flight, authorized(runtime, flight, backends.effectOf(flight), flight.apiKey, now), now)
      return
    }
    backends.finish(flight)
    const bytes = flight.result === INTEGRATED ? backends.responseBytes[flight.route]! : ABSENT
    this.follow(flight, integrated(runtime, flight, flight.result, bytes, now), now)
  }

  private follow(flight: Flight, verdict: Verdict, now: Millis): void {
    if (verdict === RESPOND) {
      this.answer(flight, now)
      return
    }
    flight.waitsFor = verdict
    const waitMs =
      verdict === CALL_AUTHORIZER ? this.backends.callAuthorizer(flight) : this.callIntegration(flight, now)
    this.queue.push(now + waitMs, flight.slot)
  }

  private callIntegration(flight: Flight, now: Millis): Millis {
    const waitMs = this.backends.callIntegration(flight)
    const left = this.durationMs - now
    this.busyMs += waitMs < left ? waitMs : Math.max(0, left)
    return waitMs
  }

  private answer(flight: Flight, now: Millis): void {
    const overheadMs = flight.outcome <= LAST_ANSWERED ? this.backends.overhead.next() : 0
    this.recorder.record(flight, now - flight.startedAt + overheadMs)
    this.runtime.flights.close(flight)
  }
}

function compileFor(
  design: Design,
  scenario: Scenario,
  tables: ReturnType<typeof trafficTables>,
  epoch: number,
  trace: TraceSink | null,
): Runtime {
  const parts = stageViews(design, scenario, 'CURRENT').map(({ definition }) => ({
    definition,
    judge: policyJudge(design, scenario, definition),
  }))
  const { addresses } = sourceAddresses(scenario)
  const largest = Object.values(scenario.backends ?? {}).map(({ responseBytes }) => responseBytes ?? 0)
  const runtime = compile(design, {
    stages: [scenario],
    definition: 'CURRENT',
    facts: new SimulatedFacts(scenario, parts),
    epoch,
    identitySlots: tables.identitySlots,
    cacheSlots: tables.cacheSlots,
    addressSlots: addresses.length,
    largestResponse: Math.max(DEFAULT_BACKEND.responseBytes!, ...largest),
    trace,
  })
  addresses.forEach((address, slot) => runtime.webAcls.learn(slot, address))
  return runtime
}
