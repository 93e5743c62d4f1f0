import { ABSENT, NO_CACHE_CONTROL, RENEW_NOT_PERMITTED, UNIDENTIFIED, UNKNOWN_KEY, type Flight } from '../engine/flight'
import {
  BLOCK,
  CACHE_BYPASS_FLAG,
  EXPIRED_TOKEN_FLAG,
  MISSING_TOKEN_FLAG,
  WRONG_KEY_FLAG,
  type RequestDraws,
} from './request-draws'
import type { TrafficTables } from './traffic-tables'

/** Numbers in a row, and the places of all but the first, which is the route. */
const COLUMNS = 4
const API_KEY = 1
const IDENTITY = 2
const CACHE_SLOT = 3

/**
 * The facts of a block of requests as flights carry them, a row for each request. Made for a whole block in one tight loop, so that the
 * arrival of a request is a copy of neighbouring numbers.
 */
export class RequestRows {
  private readonly rows = new Int32Array(BLOCK * COLUMNS)
  /** Whether some request of the block has a flag. */
  private hasFlags = false
  private readonly draws: RequestDraws
  private readonly tables: TrafficTables
  /** Where the callers of the source begin among all callers. */
  private readonly firstCaller: number

  constructor(draws: RequestDraws, tables: TrafficTables, firstCaller: number) {
    this.draws = draws
    this.tables = tables
    this.firstCaller = firstCaller
  }

  /** Give a flight the facts of the request at this place of the block. */
  copy(at: number, flight: Flight): void {
    const { rows } = this
    const of = at * COLUMNS
    flight.route = rows[of]!
    flight.apiKey = rows[of + API_KEY]!
    flight.identity = rows[of + IDENTITY]!
    flight.cacheSlot = rows[of + CACHE_SLOT]!
    flight.cacheControl = NO_CACHE_CONTROL
    flight.flags = 0
    if (this.hasFlags) this.spoil(flight, this.draws.flags[at]!)
  }

  /**
   * A new block is drawn. Sums, products and masks instead of jumps: a route that is not cached has base ABSENT, stride 0 and an empty
   * mask; and so it is with keys and callers.
   */
  fill(): void {
    const { rows, firstCaller } = this
    const { route: routes, apiKey: apiKeys, identity: identities, item: items, flags } = this.draws
    const { keyMask, identityBase, identityMask, cacheBase, itemStride, callerMask } = this.tables
    let allFlags = 0
    for (let i = 0; i < BLOCK; i++) {
      const of = i * COLUMNS
      const route = routes[i]!
      const caller = (firstCaller + identities[i]!) | 0
      rows[of] = route
      rows[of + API_KEY] = ((apiKeys[i]! - ABSENT) & keyMask[route]!) + ABSENT
      rows[of + IDENTITY] = (identityBase[route]! + (caller & identityMask[route]!)) | 0
      rows[of + CACHE_SLOT] =
        (cacheBase[route]! + Math.imul(itemStride[route]!, items[i]!) + (caller & callerMask[route]!)) | 0
      allFlags |= flags[i]!
    }
    this.hasFlags = allFlags !== 0
  }

  /** What the drawn shares change about a request. A token that ran out is another one than the caller's good one, so nothing is kept of it. */
  private spoil(flight: Flight, flags: number): void {
    const { tables } = this
    const checksToken = tables.checksToken[flight.route] === 1
    flight.flags = flags
    if ((flags & EXPIRED_TOKEN_FLAG) !== 0 && checksToken) flight.identity = ABSENT
    const isDenied = tables.isSigned[flight.route] === 1
    if ((flags & MISSING_TOKEN_FLAG) !== 0 && checksToken) flight.identity = isDenied ? ABSENT : UNIDENTIFIED
    if ((flags & WRONG_KEY_FLAG) !== 0 && tables.sendsKeys && tables.keyMask[flight.route] !== 0)
      flight.apiKey = UNKNOWN_KEY
    if ((flags & CACHE_BYPASS_FLAG) !== 0) flight.cacheControl = RENEW_NOT_PERMITTED
  }
}
