import type { Scenario } from '@shared/design/scenario'
import { DEFAULT_MESSAGE_BYTES, type ServerPush } from '@shared/design/web-socket-scenario'
import type { Flight } from '../../engine/flight'
import type { Millis } from '../../engine/millis'
import { INTEGRATED, QUOTA_EXCEEDED, THROTTLED_PLAN_METHOD } from '../../engine/outcome'
import type { ClientBook } from './client-book'
import { OPEN } from './connection-states'
import type { ConnectionTable } from './connection-table'
import { NO_ONE, type FanOuts } from './fan-outs'
import type { FlightConnections } from './flight-connections'
import { EVERYBODY, type RoomLists } from './room-lists'
import { TO_EVERYBODY, TO_NOBODY, type SocketRoutes } from './socket-routes'
import type { SocketTally } from './socket-tally'
import { unitsOf } from './source-behaviour'

/** What a client gets for a message that was refused or failed; some hundred bytes. */
const ERROR_FRAME = { bytes: 128, units: 1 }

export interface OutgoingSurroundings {
  readonly routes: SocketRoutes
  readonly table: ConnectionTable
  readonly tally: SocketTally
  readonly rooms: RoomLists
  readonly clients: ClientBook
  readonly fanOuts: FanOuts
  readonly flights: FlightConnections
}

/** What goes out to connections: replies and error frames over the connection itself, broadcasts and pushes as calls of @connections. */
export class Outgoing {
  private readonly around: OutgoingSurroundings
  private readonly pushes: readonly { to: ServerPush['to']; bytes: number; units: number }[]

  constructor({ webSocket = {} }: Scenario, around: OutgoingSurroundings) {
    const { rooms, pushes = [] } = webSocket
    this.around = around
    this.pushes = pushes.map(({ to, bytes = DEFAULT_MESSAGE_BYTES }) => ({
      to: to === 'ROOM' && rooms === undefined ? 'ALL' : to,
      bytes,
      units: unitsOf(bytes),
    }))
  }

  /** A message is answered, by the core or by its backend. */
  answer(flight: Flight, now: Millis): void {
    const { routes, table, tally, flights, fanOuts } = this.around
    const { outcome, route } = flight
    const slot = flights.of(flight)
    const isSame = flights.isSame(flight)
    const isThere = isSame && table.state[slot] === OPEN
    if (outcome >= THROTTLED_PLAN_METHOD && outcome <= QUOTA_EXCEEDED) tally.throttledMessages++
    if (isThere && outcome !== INTEGRATED) this.sendBack(slot, ERROR_FRAME, now)
    if (outcome !== INTEGRATED) return
    const message = routes.out[route]!
    if (isThere && routes.replies[route] === 1) this.sendBack(slot, message, now)
    const target = routes.broadcast[route]!
    if (target === TO_NOBODY) return
    const except = routes.includesSender[route] === 1 || !isSame ? NO_ONE : slot
    const list = target === TO_EVERYBODY ? EVERYBODY : this.roomOf(slot, isSame)
    if (list !== NO_ONE) fanOuts.toList(list, except, message, flight.startedAt, now)
  }

  /** A backend sends by itself. */
  push(which: number, now: Millis): void {
    const { clients, fanOuts, rooms } = this.around
    const message = this.pushes[which]!
    if (message.to === 'ALL') return fanOuts.toList(EVERYBODY, NO_ONE, message, now, now)
    if (message.to === 'ROOM') return fanOuts.toList(1 + clients.drawRoom(), NO_ONE, message, now, now)
    const count = rooms.count(EVERYBODY)
    if (count > 0) fanOuts.toOne(rooms.slots(EVERYBODY)[clients.drawOne(count)]!, message, now)
  }

  /** A message over the connection itself. */
  private sendBack(slot: number, { bytes, units }: { bytes: number; units: number }, now: Millis): void {
    const { table, tally } = this.around
    tally.messagesOut += units
    tally.bytesOut += bytes
    table.touch(slot, now)
  }

  /** The list of one of the sender's rooms; NO_ONE when it is in none, or its backends have forgotten it. */
  private roomOf(slot: number, isSame: boolean): number {
    const { rooms, clients } = this.around
    const joined = isSame ? rooms.joined(slot) : 0
    if (joined === 0) return NO_ONE
    return rooms.listOfRoom(slot, joined === 1 ? 0 : clients.drawOne(joined))
  }
}
