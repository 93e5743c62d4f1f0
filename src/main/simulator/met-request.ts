import type { Trace } from '@shared/trace'
import { ALLOW } from '../engine/effect'
import type { Flight } from '../engine/flight'
import type { Millis } from '../engine/millis'
import type { Outcome } from '../engine/outcome'
import { INTEGRATION } from '../engine/pipeline/step-codes'
import type { Runtime, TraceSink } from '../engine/runtime'
import { TraceRecorder } from '../engine/trace/trace-recorder'
import { RESPOND } from '../engine/verdict'
import { EVENTS_PER_TURN, justAfter, playAgain, playOn, type PlayedRun, type Turns } from './played-run'
import { bucketOf, type BucketRef } from './request-bucket'
import type { Simulation } from './simulation'

/** What became of one request of a run. Indexes are the runtime's. */
export interface MetRequest {
  readonly requestId: number
  readonly atMs: Millis
  readonly route: number
  /** Index of its traffic source. */
  readonly caller: number
  readonly apiKey: number
  /** Null while it waits for an answer. */
  readonly outcome: Outcome | null
  readonly trace: Trace
  /** The bucket it asked last. */
  readonly bucket: BucketRef | null
  /** Events handled until it came. */
  readonly eventsBefore: number
  readonly runtime: Runtime
}

/** Play the run again up to one request and record all decisions about it. Null when the run has no such request, or nobody asks any more. */
export async function meetRequest(run: PlayedRun, requestId: number, turns: Turns): Promise<MetRequest | null> {
  const simulation = playAgain(run)
  const { runtime } = simulation
  const eventsBefore = await playTo(simulation, requestId, run.reachedMs, turns)
  if (eventsBefore === null) return null
  const watcher = new RequestWatcher(requestId)
  runtime.trace = watcher
  const isHeard = await playOn(simulation, justAfter(run.reachedMs), turns, () => watcher.isDone)
  const { flight } = watcher
  if (!isHeard || flight === null) return null
  const trace = watcher.recorder.take(requestId)
  return { requestId, ...flight, trace, bucket: watcher.bucket, eventsBefore, runtime }
}

/**
 * Until this request is the next to come. An event brings one request at most, so as many events as requests are missing never go past
 * it. Gives how many there were; null when the run is over before.
 */
async function playTo(
  simulation: Simulation,
  requestId: number,
  reachedMs: Millis,
  turns: Turns,
): Promise<number | null> {
  let handled = 0
  while (simulation.requests < requestId) {
    const events = Math.min(EVENTS_PER_TURN, requestId - simulation.requests)
    if (!simulation.run(events) || simulation.now > reachedMs) return null
    handled += events
    if (events < EVENTS_PER_TURN) continue
    await turns.pause()
    if (turns.isCancelled()) return null
  }
  return handled
}

/** Records one request until it is answered. */
class RequestWatcher implements TraceSink {
  readonly recorder: TraceRecorder
  isDone = false
  flight: Pick<MetRequest, 'atMs' | 'route' | 'caller' | 'apiKey' | 'outcome'> | null = null
  bucket: BucketRef | null = null
  private readonly requestId: number

  constructor(requestId: number) {
    this.requestId = requestId
    this.recorder = new TraceRecorder((flight) => flight.id === requestId)
  }

  step(runtime: Runtime, flight: Flight, code: number, verdict: number, now: Millis): void {
    if (flight.id !== this.requestId) return
    this.recorder.step(runtime, flight, code, verdict, now)
    this.bucket = bucketOf(runtime, flight, code) ?? this.bucket
    this.note(flight, verdict === RESPOND)
  }

  answered(runtime: Runtime, flight: Flight, code: number, answer: number, now: Millis): void {
    if (flight.id !== this.requestId) return
    this.recorder.answered(runtime, flight, code, answer, now)
    this.note(flight, code === INTEGRATION || answer !== ALLOW, code === INTEGRATION ? answer : flight.outcome)
  }

  private note(flight: Flight, isDone: boolean, outcome = flight.outcome): void {
    this.isDone ||= isDone
    this.flight = {
      atMs: flight.startedAt,
      route: flight.route,
      caller: flight.caller,
      apiKey: flight.apiKey,
      outcome: this.isDone ? outcome : null,
    }
  }
}
