import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import { OUTCOME_INFO, OUTCOMES } from '@shared/outcome'
import { ABSENT, NO_CACHE_CONTROL, type Flight } from '../../engine/flight'
import type { Millis } from '../../engine/millis'
import { INTEGRATED, LAST_ANSWERED } from '../../engine/outcome'
import { advance, authorized, begin, integrated } from '../../engine/pipeline/advance'
import type { Runtime } from '../../engine/runtime'
import { CALL_AUTHORIZER, CALL_INTEGRATION, CONTINUE, RESPOND, type Verdict } from '../../engine/verdict'
import { AGE_LIMIT, IDLE_LIMIT } from '../../engine/websocket-api/connection-limits'
import type { Audit } from '../audit'
import type { Backends } from '../backends'
import { EventQueue } from '../event-queue'
import type { LatencyModel } from '../latency-model'
import { Random } from '../random'
import type { Recorder } from '../recorder'
import { INVALID_BODY_FLAG } from '../request-draws'
import type { Traffic } from '../traffic'
import { ClientBook } from './client-book'
import { CLOSED, OPEN, VANISHED } from './connection-states'
import { ConnectionTable } from './connection-table'
import { FanOuts } from './fan-outs'
import { FlightConnections } from './flight-connections'
import { Outgoing } from './outgoing'
import { PushArrivals } from './push-arrivals'
import { RoomLists } from './room-lists'
import { IS_CONNECT, IS_MESSAGE, socketRoutes, type SocketRoutes } from './socket-routes'
import { SocketTally } from './socket-tally'

const LOST_STREAM = 4_300_000

/** The parts of a simulation that connections share with requests. */
export interface SocketSurroundings {
  readonly design: Design
  readonly scenario: Scenario
  readonly epoch: number
  readonly runtime: Runtime
  /** Of handshakes. */
  readonly traffic: Traffic
  readonly queue: EventQueue
  readonly backends: Backends
  readonly recorder: Recorder
  readonly audit: Audit | null
  /** Counts the requests: handshakes, messages, and the news that a connection is over. */
  readonly counter: { requests: number }
}

/**
 * Clients that stay connected, through the same pipeline as requests. A handshake, a message and the event of an end are requests, each
 * with a flight; how connections come to an end, and what is sent to them, happens beside it. At one time what was waited for goes first,
 * then calls of @connections, then the connections' own doings, then pushes, then handshakes.
 */
export class Sockets {
  readonly tally = new SocketTally()
  private readonly around: SocketSurroundings
  private readonly durationMs: Millis
  private readonly routes: SocketRoutes
  private readonly table = new ConnectionTable()
  private readonly flights = new FlightConnections(this.table)
  private readonly rooms: RoomLists
  private readonly clients: ClientBook
  private readonly fanOuts: FanOuts
  private readonly pushes: PushArrivals
  private readonly outgoing: Outgoing
  /** By connection: what it does next. */
  private readonly timers = new EventQueue(0.1)
  private readonly lostDisconnects: number
  private readonly lost: Random

  constructor(around: SocketSurroundings) {
    const { design, scenario, runtime } = around
    const { rooms, lostDisconnects = 0 } = scenario.webSocket ?? {}
    this.around = around
    this.durationMs = scenario.durationInSeconds * 1000
    this.routes = socketRoutes(scenario, runtime)
    this.rooms = new RoomLists(rooms?.count ?? 0, rooms === undefined ? 0 : mostJoined(scenario))
    this.clients = new ClientBook(design, scenario, runtime, this.table, this.rooms)
    const { table, tally } = this
    this.fanOuts = new FanOuts(scenario, {
      runtime,
      table,
      rooms: this.rooms,
      tally,
      forget: (slot) => this.forget(slot),
    })
    this.pushes = new PushArrivals(scenario, around.epoch)
    const { routes, clients, fanOuts, flights } = this
    this.outgoing = new Outgoing(scenario, { routes, table, tally, rooms: this.rooms, clients, fanOuts, flights })
    this.lostDisconnects = lostDisconnects
    this.lost = new Random(scenario.seed, LOST_STREAM)
  }

  /** When something happens next; Infinity when nothing will. */
  get nextAt(): Millis {
    const { queue, traffic } = this.around
    const timer = this.timers.nextDue
    const ofRun = Math.min(timer < this.durationMs ? timer : Infinity, this.pushes.nextAt, traffic.nextAt)
    return Math.min(queue.nextDue, this.fanOuts.nextDue, ofRun)
  }

  /** Handle one event, of those at `now` the first. It brings one request at most. */
  step(now: Millis): void {
    const { runtime, queue, traffic, counter } = this.around
    if (queue.nextDue <= now) this.resume(runtime.flights.at(queue.pop()), now)
    else if (this.fanOuts.nextDue <= now) this.fanOuts.step(now)
    else if (this.timers.nextDue <= now) this.actOf(this.timers.pop(), now)
    else if (this.pushes.nextAt <= now) {
      this.outgoing.push(this.pushes.push, now)
      this.pushes.step()
    } else this.decide(traffic.arrive(runtime, counter.requests++), now)
  }

  private decide(flight: Flight, now: Millis): void {
    const verdict = advance(this.around.runtime, flight, now)
    if (this.around.audit !== null) this.around.audit.decided(flight, verdict, now)
    this.goOn(flight, verdict, now)
  }

  private resume(flight: Flight, now: Millis): void {
    const { runtime, backends, counter } = this.around
    if (flight.waitsFor === CALL_INTEGRATION) {
      backends.finish(flight, now)
      this.goOn(flight, integrated(runtime, flight, flight.result, ABSENT, now), now)
    } else if (flight.waitsFor === CALL_AUTHORIZER) {
      this.goOn(flight, authorized(runtime, flight, backends.effectOf(flight), flight.apiKey, now), now)
    } else {
      flight.id = counter.requests++
      begin(runtime, flight, now)
      this.decide(flight, now)
    }
  }

  private goOn(flight: Flight, verdict: Verdict, now: Millis): void {
    const { runtime, backends, queue } = this.around
    if (verdict === RESPOND) return this.answer(flight, now)
    flight.waitsFor = verdict
    if (verdict === CALL_AUTHORIZER) queue.push(now + backends.callAuthorizer(flight), flight.slot)
    else if (this.routes.hasBackend[flight.route] === 1)
      queue.push(now + backends.callIntegration(flight, now), flight.slot)
    else this.goOn(flight, integrated(runtime, flight, INTEGRATED, ABSENT, now), now)
  }

  private answer(flight: Flight, now: Millis): void {
    const { backends, recorder, runtime } = this.around
    const overheadMs = flight.outcome <= LAST_ANSWERED ? backends.overhead.next() : 0
    recorder.record(flight, now - flight.startedAt + overheadMs)
    const kind = this.routes.kind[flight.route]
    if (kind === IS_CONNECT) return this.shake(flight, now)
    if (kind === IS_MESSAGE) this.outgoing.answer(flight, now)
    else if (flight.outcome === INTEGRATED && this.flights.isSame(flight)) this.forget(this.flights.of(flight))
    runtime.flights.close(flight)
  }

  /** A handshake is answered: the client is connected, or comes again later. */
  private shake(flight: Flight, now: Millis): void {
    const { clients, table, tally, timers } = this
    if (flight.outcome !== INTEGRATED) {
      tally.refused++
      const { comesBack, thinks } = clients.sources[flight.caller]!
      return this.comeAgain(flight, IS_PASSING[flight.outcome] === 1 ? comesBack : thinks, now)
    }
    if (now < this.durationMs) {
      const slot = table.take()
      table.state[slot] = OPEN
      table.source[slot] = flight.caller
      table.apiKey[slot] = flight.apiKey
      table.identity[slot] = flight.identity
      table.flags[slot] = flight.flags
      clients.settle(slot, now)
      tally.opened(now)
      timers.push(table.nextDue(slot), slot)
    }
    this.around.runtime.flights.close(flight)
  }

  /** A connection does what is due: it ends, its client leaves or sends. */
  private actOf(slot: number, now: Millis): void {
    const { clients, table, tally, timers } = this
    clients.notePings(slot, now)
    const isVanished = table.state[slot] === VANISHED
    if (!isVanished && table.leavesAt[slot]! <= now) {
      if (this.leave(slot, now)) return
    } else if (table.openedAt[slot]! + AGE_LIMIT <= now) {
      tally.ageClosed++
      return this.cutOff(slot, now)
    } else if (!isVanished && table.nextMessageAt[slot]! <= now) this.send(slot, now)
    else if (table.lastActiveAt[slot]! + IDLE_LIMIT <= now) {
      tally.idleClosed++
      return this.cutOff(slot, now)
    }
    timers.push(table.nextDue(slot), slot)
  }

  /** Whether the gateway knows; otherwise it finds out when the connection was idle for too long. */
  private leave(slot: number, now: Millis): boolean {
    const { table, tally } = this
    const { leavesSilently, leaving, thinks } = this.clients.of(slot)
    this.connectAgain(slot, thinks, now)
    if (leavesSilently > 0 && leaving.uniform() < leavesSilently) {
      tally.vanished++
      table.state[slot] = VANISHED
      return false
    }
    tally.leftByClient++
    this.end(slot, now)
    return true
  }

  private cutOff(slot: number, now: Millis): void {
    if (this.table.state[slot] === OPEN) this.connectAgain(slot, this.clients.of(slot).comesBack, now)
    this.end(slot, now)
  }

  /** The gateway's connection is over: the backends are told, if that works. */
  private end(slot: number, now: Millis): void {
    const { routes, table, tally } = this
    table.state[slot] = CLOSED
    tally.closed(now)
    const isLost = this.lostDisconnects > 0 && this.lost.uniform() < this.lostDisconnects
    if (routes.disconnect === -1 || isLost) tally.lostDisconnects++
    else this.request(slot, routes.disconnect, 0, now)
  }

  private send(slot: number, now: Millis): void {
    const { table, tally } = this
    const { gap, routes, routeDraws, units, invalidBodies, bodies } = this.clients.of(slot)
    table.touch(slot, now)
    table.nextMessageAt[slot] = now + gap!.next()
    tally.messagesIn += units
    const isInvalid = invalidBodies > 0 && bodies.uniform() < invalidBodies
    this.request(slot, routes!.draw(routeDraws), isInvalid ? INVALID_BODY_FLAG : 0, now)
  }

  /** Begin a request on a connection that is, or was, open. */
  private request(slot: number, route: number, flags: number, now: Millis): void {
    const { runtime, counter } = this.around
    const { table } = this
    const flight = runtime.flights.open()
    flight.id = counter.requests++
    flight.route = route
    flight.caller = table.source[slot]!
    flight.apiKey = table.apiKey[slot]!
    flight.identity = ABSENT
    flight.cacheSlot = ABSENT
    flight.cacheControl = NO_CACHE_CONTROL
    flight.flags = flags
    this.flights.set(flight, slot)
    begin(runtime, flight, now)
    this.decide(flight, now)
  }

  /** The backends know this connection no more. */
  private forget(slot: number): void {
    this.rooms.leave(slot)
    this.table.release(slot)
  }

  private connectAgain(slot: number, after: LatencyModel | null, now: Millis): void {
    if (after === null) return
    const { table } = this
    const flight = this.around.runtime.flights.open()
    flight.route = this.routes.connect
    flight.caller = table.source[slot]!
    flight.apiKey = table.apiKey[slot]!
    flight.identity = table.identity[slot]!
    flight.flags = table.flags[slot]!
    flight.cacheSlot = ABSENT
    flight.cacheControl = NO_CACHE_CONTROL
    this.comeAgain(flight, after, now)
  }

  /** With the same key and token, as a handshake of the same source. */
  private comeAgain(flight: Flight, after: LatencyModel | null, now: Millis): void {
    const at = after === null ? Infinity : now + after.next()
    if (at >= this.clients.sources[flight.caller]!.end) return this.around.runtime.flights.close(flight)
    flight.waitsFor = CONTINUE
    this.around.queue.push(at, flight.slot)
  }
}

/** By outcome: 1 for a refusal that may be none the next time. Who is denied stays so. */
const IS_PASSING = Uint8Array.from(OUTCOMES, (name) => {
  const { status } = OUTCOME_INFO[name]
  return status === 429 || status >= 500 ? 1 : 0
})

function mostJoined({ connections = [] }: Scenario): number {
  return Math.max(1, ...connections.map(({ joins = 1 }) => joins))
}
