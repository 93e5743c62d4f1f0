import type { Scenario } from '@shared/design/scenario'
import { ALLOW } from '../engine/effect'
import { ABSENT, type Flight } from '../engine/flight'
import type { Millis } from '../engine/millis'
import { CACHED } from '../engine/outcome'
import type { Runtime } from '../engine/runtime'
import { CALL_INTEGRATION, RESPOND, type Verdict } from '../engine/verdict'
import type { TrafficTables } from './traffic-tables'

/**
 * What nobody inside the gateway can know: that a cached answer is about somebody else or out of date, that a caller who was let in on a
 * kept result had been revoked.
 */
export class Audit {
  /** Cached answers about one caller that another one got. */
  leakedReads = 0
  /** Cached answers that entered the cache before the data behind them changed. */
  staleReads = 0
  /** Requests that a kept result let through after their caller was revoked, and how long after the last of them was. */
  allowedAfterRevocation = 0
  revocationDelayMs: Millis = 0
  private readonly runtime: Runtime
  private readonly callers: number
  private readonly isPersonal: Uint8Array
  /** By slot of the response cache: the caller whose answer is kept. */
  private readonly keptFor: Int32Array
  /** By route, and by caller. */
  private readonly changedAt: Float64Array
  private readonly revokedAt: Float64Array

  constructor(runtime: Runtime, tables: TrafficTables) {
    this.runtime = runtime
    this.callers = tables.identities
    this.isPersonal = tables.isAudited
    this.keptFor = new Int32Array(tables.cacheSlots).fill(ABSENT)
    this.changedAt = new Float64Array(runtime.routeCount).fill(-Infinity)
    this.revokedAt = new Float64Array(tables.identities).fill(Infinity)
  }

  /** The data behind a route is other data from now on. */
  changed(route: number, now: Millis): void {
    this.changedAt[route] = now
  }

  /** The authorizer denies these callers from now on, `end` not among them. */
  revoked(first: number, end: number, now: Millis): void {
    for (let caller = first; caller < end; caller++) this.revokedAt[caller] = Math.min(this.revokedAt[caller]!, now)
  }

  /** The core has decided about a request that arrived just now: an authorizer that was not called has answered before. */
  decided(flight: Flight, verdict: Verdict, now: Millis): void {
    if (flight.identity < 0 || flight.identityEffect !== ALLOW) return
    const revokedAt = this.revokedAt[flight.identity % this.callers]!
    const isThrough = verdict === CALL_INTEGRATION || (verdict === RESPOND && flight.outcome === CACHED)
    if (now < revokedAt || !isThrough) return
    this.allowedAfterRevocation++
    this.revocationDelayMs = now - revokedAt
  }

  /** A backend's answer is there, and the core has kept it or not. */
  integrated(flight: Flight, now: Millis): void {
    const { cacheSlot, identity } = flight
    if (cacheSlot === ABSENT || this.responses(flight).ageOf(cacheSlot, now) !== 0) return
    this.keptFor[cacheSlot] = identity < 0 ? ABSENT : identity % this.callers
  }

  answered(flight: Flight, now: Millis): void {
    if (flight.outcome !== CACHED) return
    const { route, cacheSlot, identity } = flight
    const keptFor = this.keptFor[cacheSlot]!
    const isOthers = identity >= 0 && keptFor !== ABSENT && keptFor !== identity % this.callers
    if (isOthers && this.isPersonal[route] === 1) this.leakedReads++
    if (this.responses(flight).ageOf(cacheSlot, now) > now - this.changedAt[route]!) this.staleReads++
  }

  private responses({ route }: Flight): Runtime['responses'][number] {
    return this.runtime.responses[this.runtime.stageOf[route]!]!
  }
}

/** Whether a scenario can do what only an audit sees. */
export function needsAudit({ events = [] }: Scenario, { isAudited }: TrafficTables): boolean {
  return isAudited.includes(1) || events.some(({ type }) => type === 'CHANGE_DATA' || type === 'REVOKE')
}
