import type { Scenario } from '@shared/design/scenario'
import { ABSENT, NO_CACHE_CONTROL, RENEW_NOT_PERMITTED, UNIDENTIFIED, UNKNOWN_KEY, type Flight } from '../engine/flight'
import type { Millis } from '../engine/millis'
import { begin } from '../engine/pipeline/advance'
import type { Runtime } from '../engine/runtime'
import { CACHE_BYPASS_FLAG, MISSING_TOKEN_FLAG, SourceDraws, STREAMS_PER_SOURCE, WRONG_KEY_FLAG } from './source-draws'
import type { TrafficTables } from './traffic-tables'

const ROUTE_FACTS = 8

/** Who calls when: the arrivals of all sources as one stream, with the facts that the core reads from a flight. */
export class Traffic {
  /** When the next request arrives; Infinity when no more will. */
  nextAt: Millis = Infinity
  private readonly draws: readonly SourceDraws[]
  private readonly heads: Float64Array
  private readonly routeFacts: Int32Array
  private readonly identityOffset: Int32Array
  private readonly sendsKeys: boolean
  private source = 0

  constructor(scenario: Scenario, tables: TrafficTables) {
    this.routeFacts = routeFactsOf(tables)
    this.identityOffset = tables.identityOffset
    this.sendsKeys = tables.sendsKeys
    const uses = {
      apiKeys: tables.needsKey.includes(1),
      identities: tables.identitySpread.includes(1),
      items: tables.cacheSpread.includes(1),
    }
    this.draws = scenario.sources.map(
      (source, at) =>
        new SourceDraws(
          source,
          scenario.durationInSeconds * 1000,
          tables.routesOf[at]!,
          tables.apiKeysOf[at]!,
          uses,
          scenario.seed,
          1 + at * STREAMS_PER_SOURCE,
          tables.canary,
        ),
    )
    this.heads = Float64Array.from(this.draws, (draws) => draws.step())
    this.findNext()
  }

  /**
   * Open a flight for the arrival at `nextAt`, and step to the one after it. Sums and products of tables instead of jumps: a route that
   * is not cached has base -1 and spread 0, which is ABSENT.
   */
  arrive(runtime: Runtime, id: number): Flight {
    const flight = runtime.flights.open()
    const source = this.source
    const draws = this.draws[source]!
    const at = draws.at
    const route = draws.route[at]!
    const flags = draws.flags[at]!
    const facts = this.routeFacts
    const of = route * ROUTE_FACTS
    flight.id = id
    flight.caller = source
    flight.route = route
    flight.apiKey = facts[of]! * (draws.apiKey[at]! + 1) + ABSENT
    flight.identity = facts[of + 1]! + facts[of + 2]! * (this.identityOffset[source]! + draws.identity[at]!)
    flight.cacheSlot = facts[of + 3]! + facts[of + 4]! * draws.item[at]!
    flight.cacheControl = NO_CACHE_CONTROL
    flight.flags = flags
    if (flags !== 0) spoil(flight, facts[of + 2] === 1, this.sendsKeys && facts[of] === 1)
    begin(runtime, flight, this.nextAt)
    this.heads[source] = draws.step()
    this.findNext()
    return flight
  }

  private findNext(): void {
    const heads = this.heads
    let least = 0
    for (let source = 1; source < heads.length; source++) if (heads[source]! < heads[least]!) least = source
    this.source = least
    this.nextAt = heads[least]!
  }
}

/** The tables by route side by side: needs a key, identity base and spread, cache base and spread. */
function routeFactsOf(tables: TrafficTables): Int32Array {
  const { needsKey, identityBase, identitySpread, cacheBase, cacheSpread } = tables
  const facts = new Int32Array(needsKey.length * ROUTE_FACTS)
  needsKey.forEach((needs, route) =>
    facts.set(
      [needs, identityBase[route]!, identitySpread[route]!, cacheBase[route]!, cacheSpread[route]!],
      route * ROUTE_FACTS,
    ),
  )
  return facts
}

/** What the drawn shares change about a request. */
function spoil(flight: Flight, hasIdentity: boolean, sendsKey: boolean): void {
  if ((flight.flags & MISSING_TOKEN_FLAG) !== 0 && hasIdentity) flight.identity = UNIDENTIFIED
  if ((flight.flags & WRONG_KEY_FLAG) !== 0 && sendsKey) flight.apiKey = UNKNOWN_KEY
  if ((flight.flags & CACHE_BYPASS_FLAG) !== 0) flight.cacheControl = RENEW_NOT_PERMITTED
}
