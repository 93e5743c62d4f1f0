import type { Flight } from '../engine/flight'
import type { Millis } from '../engine/millis'
import { INTEGRATION } from '../engine/pipeline/step-codes'
import type { Runtime, TraceSink } from '../engine/runtime'

export interface LoggedRequest {
  readonly id: number
  readonly atMs: Millis
  readonly route: number
  readonly apiKey: number
  readonly identity: number
  readonly cacheSlot: number
  readonly flags: number
}

/** Writes down every request as it arrives, and which of them a backend answered when. */
export class ArrivalLog implements TraceSink {
  readonly requests: LoggedRequest[] = []
  readonly integrated: { readonly id: number; readonly atMs: Millis }[] = []

  step(_: Runtime, flight: Flight): void {
    const { id, startedAt, route, apiKey, identity, cacheSlot, flags } = flight
    this.requests[id] ??= { id, atMs: startedAt, route, apiKey, identity, cacheSlot, flags }
  }

  answered(_: Runtime, flight: Flight, step: number, _answer: number, now: Millis): void {
    if (step === INTEGRATION) this.integrated.push({ id: flight.id, atMs: now })
  }
}
