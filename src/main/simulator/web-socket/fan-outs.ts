import type { Scenario } from '@shared/design/scenario'
import { DEFAULT_PARALLEL_POSTS, DEFAULT_POST_LATENCY } from '@shared/design/web-socket-scenario'
import type { Millis } from '../../engine/millis'
import type { Runtime } from '../../engine/runtime'
import { EventQueue } from '../event-queue'
import { LatencyModel } from '../latency-model'
import { CLOSED, OPEN, VANISHED } from './connection-states'
import type { ConnectionTable } from './connection-table'
import { widened } from './connection-table'
import type { RoomLists } from './room-lists'
import type { SocketTally } from './socket-tally'

/** No connection: nobody is left out. */
export const NO_ONE = -1

const POST_STREAM = 4_000_000

/** What calls of @connections work on. */
export interface FanOutSurroundings {
  readonly runtime: Runtime
  readonly table: ConnectionTable
  readonly rooms: RoomLists
  readonly tally: SocketTally
  /** A backend has heard that this connection is gone, and forgets it. */
  readonly forget: (slot: number) => void
}

/**
 * Messages on their way to many: one call of @connections for each connection that the backend found in its store when it began, so many
 * of them at a time, the next ones when the slowest of those is done. Every call takes a token of the account; one that is refused is not
 * tried again. Source: websocket-api.md 6.1, 9.
 */
export class FanOuts {
  private readonly queue = new EventQueue(1)
  private readonly around: FanOutSurroundings
  private readonly latency: LatencyModel
  private readonly parallel: number
  private readonly cleansUpGone: boolean
  /** By slot: whom it goes to, as pairs of slot and generation; how many numbers that are, and how far it came. */
  private readonly receivers: Int32Array[] = []
  private ends = new Int32Array(64)
  private reached = new Int32Array(64)
  private bytes = new Float64Array(64)
  private units = new Int32Array(64)
  private begunAt = new Float64Array(64)
  private readonly free: number[] = []

  constructor({ seed, webSocket = {} }: Scenario, around: FanOutSurroundings) {
    this.around = around
    this.latency = new LatencyModel(webSocket.postLatency ?? DEFAULT_POST_LATENCY, seed, POST_STREAM)
    this.parallel = webSocket.parallelPosts ?? DEFAULT_PARALLEL_POSTS
    this.cleansUpGone = webSocket.cleansUpGone ?? true
  }

  get nextDue(): Millis {
    return this.queue.nextDue
  }

  /** To everybody on a list but `except` (NO_ONE: nobody is left out). `since`: when the message came that this is about. */
  toList(list: number, except: number, message: { bytes: number; units: number }, since: Millis, now: Millis): void {
    const { rooms } = this.around
    const count = rooms.count(list)
    const slot = this.take(count)
    const members = rooms.slots(list)
    let end = 0
    for (let i = 0; i < count; i++) if (members[i] !== except) end = this.add(slot, end, members[i]!)
    this.begin(slot, end, message, since, now)
  }

  toOne(connection: number, message: { bytes: number; units: number }, now: Millis): void {
    const slot = this.take(1)
    this.begin(slot, this.add(slot, 0, connection), message, now, now)
  }

  /** Do the calls that are due at `now`. */
  step(now: Millis): void {
    const slot = this.queue.pop()
    const end = Math.min(this.ends[slot]!, this.reached[slot]! + 2 * this.parallel)
    const receivers = this.receivers[slot]!
    let longest = 0
    for (let at = this.reached[slot]!; at < end; at += 2) {
      longest = Math.max(longest, this.post(slot, receivers[at]!, receivers[at + 1]!, now))
    }
    this.reached[slot] = end
    if (end < this.ends[slot]!) this.queue.push(now + longest, slot)
    else this.free.push(slot)
  }

  /** One call; gives how long it takes. */
  private post(slot: number, connection: number, generation: number, now: Millis): Millis {
    const { runtime, table, tally, forget } = this.around
    if (!runtime.accountBucket.take(0, now)) {
      tally.throttledPosts++
      return 0
    }
    const latencyMs = this.latency.next()
    const isSame = table.generation[connection] === generation
    const state = table.state[connection]!
    if (isSame && state === OPEN) {
      tally.delivered++
      tally.delivery.record(now + latencyMs - this.begunAt[slot]!)
      table.touch(connection, now)
      this.countOut(slot)
    } else if (isSame && state === VANISHED) {
      tally.wastedPosts++
      this.countOut(slot)
    } else {
      tally.gonePosts++
      if (this.cleansUpGone && isSame && state === CLOSED) forget(connection)
    }
    return latencyMs
  }

  private countOut(slot: number): void {
    const { tally } = this.around
    tally.messagesOut += this.units[slot]!
    tally.bytesOut += this.bytes[slot]!
  }

  private take(count: number): number {
    const slot = this.free.pop() ?? this.receivers.push(NOBODY) - 1
    if (slot === this.ends.length) this.grow()
    if (this.receivers[slot]!.length < 2 * count) this.receivers[slot] = new Int32Array(4 * count)
    return slot
  }

  private add(slot: number, end: number, connection: number): number {
    const receivers = this.receivers[slot]!
    receivers[end] = connection
    receivers[end + 1] = this.around.table.generation[connection]!
    return end + 2
  }

  private begin(slot: number, end: number, message: { bytes: number; units: number }, since: Millis, now: Millis) {
    const { tally } = this.around
    tally.fanOuts++
    tally.receivers += end / 2
    tally.fanOut.record(end / 2)
    if (end === 0) {
      this.free.push(slot)
      return
    }
    this.ends[slot] = end
    this.reached[slot] = 0
    this.bytes[slot] = message.bytes
    this.units[slot] = message.units
    this.begunAt[slot] = since
    this.queue.push(now, slot)
  }

  private grow(): void {
    const size = this.ends.length * 2
    this.ends = widened(this.ends, new Int32Array(size))
    this.reached = widened(this.reached, new Int32Array(size))
    this.bytes = widened(this.bytes, new Float64Array(size))
    this.units = widened(this.units, new Int32Array(size))
    this.begunAt = widened(this.begunAt, new Float64Array(size))
  }
}

const NOBODY = new Int32Array(0)
