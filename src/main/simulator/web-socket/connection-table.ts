import type { Millis } from '../../engine/millis'
import { AGE_LIMIT, IDLE_LIMIT } from '../../engine/websocket-api/connection-limits'
import { FREE, VANISHED } from './connection-states'

const FIRST_SIZE = 1024

/** The connections of a run by slot: columns of numbers, so that a million of them are a few arrays. */
export class ConnectionTable {
  state = new Uint8Array(FIRST_SIZE)
  /** Counts the connections that had the slot: an id is a slot and its generation. */
  generation = new Int32Array(FIRST_SIZE)
  source = new Int32Array(FIRST_SIZE)
  /** As drawn for the handshake. */
  apiKey = new Int32Array(FIRST_SIZE)
  identity = new Int32Array(FIRST_SIZE)
  flags = new Int32Array(FIRST_SIZE)
  openedAt = new Float64Array(FIRST_SIZE)
  lastActiveAt = new Float64Array(FIRST_SIZE)
  nextMessageAt = new Float64Array(FIRST_SIZE)
  leavesAt = new Float64Array(FIRST_SIZE)
  private free = new Int32Array(FIRST_SIZE)
  private top = 0
  private used = 0

  take(): number {
    if (this.top > 0) return this.free[--this.top]!
    if (this.used === this.state.length) this.grow()
    return this.used++
  }

  release(slot: number): void {
    this.state[slot] = FREE
    this.generation[slot]!++
    this.free[this.top++] = slot
  }

  /** Slots that were ever taken. */
  get size(): number {
    return this.used
  }

  /** A sign of life in either direction. */
  touch(slot: number, now: Millis): void {
    if (now > this.lastActiveAt[slot]!) this.lastActiveAt[slot] = now
  }

  /** When the gateway or the client does something next, as far as that is known now. */
  nextDue(slot: number): Millis {
    const byGateway = Math.min(this.lastActiveAt[slot]! + IDLE_LIMIT, this.openedAt[slot]! + AGE_LIMIT)
    if (this.state[slot] === VANISHED) return byGateway
    return Math.min(byGateway, this.leavesAt[slot]!, this.nextMessageAt[slot]!)
  }

  private grow(): void {
    const size = this.state.length * 2
    this.state = widened(this.state, new Uint8Array(size))
    this.generation = widened(this.generation, new Int32Array(size))
    this.source = widened(this.source, new Int32Array(size))
    this.apiKey = widened(this.apiKey, new Int32Array(size))
    this.identity = widened(this.identity, new Int32Array(size))
    this.flags = widened(this.flags, new Int32Array(size))
    this.openedAt = widened(this.openedAt, new Float64Array(size))
    this.lastActiveAt = widened(this.lastActiveAt, new Float64Array(size))
    this.nextMessageAt = widened(this.nextMessageAt, new Float64Array(size))
    this.leavesAt = widened(this.leavesAt, new Float64Array(size))
    this.free = widened(this.free, new Int32Array(size))
  }
}

interface Column<Self> {
  set(values: Self): void
}

/** `wide` with what the narrower one held. */
export function widened<Array extends Column<Array>>(narrow: Array, wide: Array): Array {
  wide.set(narrow)
  return wide
}
