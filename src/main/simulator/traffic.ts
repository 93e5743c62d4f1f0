import type { Scenario } from '@shared/design/scenario'
import { ABSENT, NO_CACHE_CONTROL, RENEW_NOT_PERMITTED, type Flight } from '../engine/flight'
import type { Millis } from '../engine/millis'
import { begin } from '../engine/pipeline/advance'
import type { Runtime } from '../engine/runtime'
import { CacheSlots } from './cache-slots'
import type { ClosedLoopDraws } from './closed-loop-draws'
import { DEFAULT_EPOCH } from './default-epoch'
import { drawsOf } from './draws-of'
import { CACHE_BYPASS_FLAG, STREAMS_PER_SOURCE, type ReplayContext, type RequestDraws } from './request-draws'
import { RequestRows } from './request-rows'
import type { TrafficTables } from './traffic-tables'

/** Who calls when: the arrivals of all sources as one stream, with the facts that the core reads from a flight. */
export class Traffic {
  /** When the next request arrives; Infinity when no more will but those that answers bring about. */
  nextAt: Millis = Infinity
  private readonly draws: readonly RequestDraws[]
  private readonly rows: readonly RequestRows[]
  private readonly heads: Float64Array
  private readonly tables: TrafficTables
  /** Null where each key of the cache has a slot of its own. */
  private readonly cacheSlots: CacheSlots | null
  private source = 0

  constructor(scenario: Scenario, tables: TrafficTables, epoch: number = DEFAULT_EPOCH, replay?: ReplayContext) {
    this.tables = tables
    this.cacheSlots = tables.sharedBase === null ? null : new CacheSlots()
    const uses = {
      apiKeys: tables.keyMask.includes(-1),
      identities: tables.identityMask.includes(-1) || tables.callerMask.includes(-1),
      items: tables.itemStride.some((stride) => stride > 0),
    }
    this.draws = scenario.sources.map((source, at) =>
      drawsOf(source, {
        durationMs: scenario.durationInSeconds * 1000,
        epoch,
        routes: tables.routesOf[at]!,
        apiKeys: tables.apiKeysOf[at]!,
        uses,
        seed: scenario.seed,
        stream: 1 + at * STREAMS_PER_SOURCE,
        canary: tables.canary,
        ...(replay && { replay }),
      }),
    )
    this.rows = this.draws.map((draws, at) => new RequestRows(draws, tables, tables.identityOffset[at]!))
    this.heads = Float64Array.from(this.draws, (draws) => draws.step())
    for (const rows of this.rows) rows.fill()
    this.findNext()
  }

  /** Open a flight for the arrival at `nextAt`, and step to the one after it. */
  arrive(runtime: Runtime, id: number): Flight {
    const flight = runtime.flights.open()
    const source = this.source
    const draws = this.draws[source]!
    const now = this.nextAt
    flight.id = id
    flight.caller = source
    this.rows[source]!.copy(draws.at, flight)
    if (this.cacheSlots !== null) flight.cacheSlot = this.slotOf(runtime, flight, draws, this.cacheSlots)
    this.heads[source] = draws.step()
    if (draws.at === 0) this.rows[source]!.fill()
    this.findNext()
    begin(runtime, flight, now)
    return flight
  }

  /** The next request of a user of a CLOSED_LOOP, in the flight that carried the one before. */
  arriveAgain(runtime: Runtime, flight: Flight, id: number, now: Millis): void {
    const draws = this.draws[flight.caller] as ClosedLoopDraws
    const rows = this.rows[flight.caller]!
    flight.id = id
    rows.copy(draws.at, flight)
    if (this.cacheSlots !== null) flight.cacheSlot = this.slotOf(runtime, flight, draws, this.cacheSlots)
    draws.stepAt(now)
    if (draws.at === 0) rows.fill()
    begin(runtime, flight, now)
  }

  /** The same request once more: an attempt after one that failed. */
  retry(runtime: Runtime, flight: Flight, id: number, now: Millis): void {
    flight.id = id
    flight.cacheControl = (flight.flags & CACHE_BYPASS_FLAG) === 0 ? NO_CACHE_CONTROL : RENEW_NOT_PERMITTED
    begin(runtime, flight, now)
  }

  private slotOf(runtime: Runtime, { route, caller }: Flight, { at, item, identity }: RequestDraws, slots: CacheSlots) {
    const { sharedBase, itemStride, callerMask, identityOffset } = this.tables
    const base = sharedBase![route]!
    const person = identityOffset[caller]! + identity[at]!
    const key = base + itemStride[route]! * item[at]! + (person & callerMask[route]!)
    return base === ABSENT ? ABSENT : slots.find(runtime, key)
  }

  private findNext(): void {
    const heads = this.heads
    let least = 0
    for (let source = 1; source < heads.length; source++) if (heads[source]! < heads[least]!) least = source
    this.source = least
    this.nextAt = heads[least]!
  }
}
