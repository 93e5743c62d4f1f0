import type { SampledRequest } from '@shared/contract/snapshot'
import type { SimulationExplanation } from '@shared/contract/simulation'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import { OUTCOME_INFO, OUTCOMES } from '@shared/outcome'
import { ALLOW } from '../engine/effect'
import type { Flight } from '../engine/flight'
import type { Millis } from '../engine/millis'
import { ACCOUNT_THROTTLE, INTEGRATION, METHOD_THROTTLE, STAGE_THROTTLE } from '../engine/pipeline/step-codes'
import type { Runtime, TraceSink } from '../engine/runtime'
import { TraceRecorder } from '../engine/trace/trace-recorder'
import { CONTINUE, RESPOND } from '../engine/verdict'
import { reasonOf, type TokenUse } from './reason'
import { routeRows } from './route-rows'
import { settingOf } from './setting-of'
import { Simulation } from './simulation'

/** How far back "who used the tokens" looks. */
const WINDOW_MS: Millis = 1000

/** Play the run again, exactly, and record all decisions about one request. `epoch` as the run had it. */
export function explain(
  design: Design,
  scenario: Scenario,
  epoch: number | undefined,
  sample: SampledRequest,
): SimulationExplanation {
  const watcher = new Watcher(sample)
  const simulation = new Simulation(design, scenario, epoch, watcher)
  while (!watcher.isDone && simulation.run(1000));
  const { routes } = simulation.runtime.names
  const route = routes[watcher.route ?? routeOfRow(simulation.runtime, sample.route)]!
  const trace = watcher.recorder.take(sample.requestId)
  const last = trace.at(-1)
  return {
    requestId: sample.requestId,
    atMs: sample.atMs,
    routeKey: route.routeKey,
    ...(route.isCanary !== undefined && { isCanary: route.isCanary }),
    sourceName: scenario.sources[watcher.caller]?.name ?? '',
    apiKeyName: design.apiKeys[sample.apiKey]?.name ?? null,
    trace,
    reason: last === undefined ? '' : reasonOf(OUTCOMES[sample.outcome]!, last, watcher.uses(design)),
    setting: last === undefined ? null : settingOf(design, scenario, route, last),
  }
}

/** A snapshot's row of routes -> an index in the runtime. */
function routeOfRow({ names }: Runtime, row: number): number {
  return routeRows(names.routes)[row]!.routes[0]!
}

/** Records one request, and who took tokens from the bucket that refused it during the second before. */
class Watcher implements TraceSink {
  readonly recorder: TraceRecorder
  isDone = false
  caller = 0
  /** Index in the runtime, once the request has come. */
  route: number | null = null
  private readonly sample: SampledRequest
  private readonly level: string | null
  private readonly taken = new Map<number, number>()
  /** Of the stage for the sample's route, which its canary shares. */
  private bucket: number | null = null

  constructor(sample: SampledRequest) {
    this.sample = sample
    this.level = OUTCOME_INFO[OUTCOMES[sample.outcome]!].level
    this.recorder = new TraceRecorder((flight) => flight.id === sample.requestId)
  }

  step(runtime: Runtime, flight: Flight, code: number, verdict: number, now: Millis): void {
    if (flight.id === this.sample.requestId) {
      this.recorder.step(runtime, flight, code, verdict, now)
      this.caller = flight.caller
      this.route = flight.route
      this.isDone ||= verdict === RESPOND
      return
    }
    // The turn goes on after the request was refused; what others took then is not why.
    if (this.isDone || verdict !== CONTINUE || now < this.sample.atMs - WINDOW_MS) return
    if (!this.isSameBucket(runtime, flight, code)) return
    this.taken.set(flight.apiKey, (this.taken.get(flight.apiKey) ?? 0) + 1)
  }

  answered(runtime: Runtime, flight: Flight, code: number, answer: number, now: Millis): void {
    if (flight.id !== this.sample.requestId) return
    this.recorder.answered(runtime, flight, code, answer, now)
    this.isDone ||= code === INTEGRATION || answer !== ALLOW
  }

  /** Busiest client first. */
  uses(design: Design): TokenUse[] {
    return [...this.taken]
      .map(([apiKey, tokens]) => ({ client: design.apiKeys[apiKey]?.name ?? 'clients without a key', tokens }))
      .sort((a, b) => b.tokens - a.tokens)
  }

  private isSameBucket(runtime: Runtime, flight: Flight, code: number): boolean {
    if (this.level === 'account') return code === ACCOUNT_THROTTLE
    const isOfStage = code === METHOD_THROTTLE || code === STAGE_THROTTLE
    const isAsked = this.level === 'method' || this.level === 'stage'
    if (!isAsked || !isOfStage) return false
    this.bucket ??= runtime.methodBucketOf[routeOfRow(runtime, this.sample.route)]!
    return runtime.methodBucketOf[flight.route] === this.bucket
  }
}
