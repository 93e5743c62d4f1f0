import type { Trace, TraceEntry } from '@shared/trace'
import type { Flight } from '../flight'
import type { Millis } from '../millis'
import type { Runtime, TraceSink } from '../runtime'
import { describeAnswer, describeStep } from './describe-step'

/** Keeps every decision about the flights it is told to watch, until they are taken. */
export class TraceRecorder implements TraceSink {
  private readonly entries = new Map<number, TraceEntry[]>()
  private readonly isWatched: (flight: Flight) => boolean

  constructor(isWatched: (flight: Flight) => boolean = () => true) {
    this.isWatched = isWatched
  }

  step(runtime: Runtime, flight: Flight, code: number, verdict: number, now: Millis): void {
    if (this.isWatched(flight)) this.add(flight, describeStep(runtime, flight, code, verdict, now))
  }

  answered(runtime: Runtime, flight: Flight, code: number, answer: number, now: Millis): void {
    if (this.isWatched(flight)) this.add(flight, describeAnswer(runtime, flight, code, answer, now))
  }

  /** The trace of one request, by its id; forgotten then. */
  take(id: number): Trace {
    const trace = this.entries.get(id) ?? []
    this.entries.delete(id)
    return trace
  }

  private add(flight: Flight, entry: TraceEntry): void {
    const known = this.entries.get(flight.id)
    if (known === undefined) this.entries.set(flight.id, [entry])
    else known.push(entry)
  }
}
