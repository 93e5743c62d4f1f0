import { widened } from './connection-table'

const FIRST_SIZE = 1024
/** A list of this number holds everybody. */
export const EVERYBODY = 0
const NONE = -1

/**
 * What the backends keep in their store: the connections they know, all of them and by room. A member leaves in a time that does not
 * depend on how many there are; the last one of a list takes its place.
 */
export class RoomLists {
  /** Lists a member can be on: everybody's, and those of its rooms. */
  private readonly places: number
  private readonly members: Int32Array[]
  private readonly counts: Int32Array
  /** By `slot * places + place`: which list, and where on it. */
  private listOf: Int32Array
  private positionOf: Int32Array

  constructor(rooms: number, mostJoined: number) {
    this.places = mostJoined + 1
    this.members = Array.from({ length: rooms + 1 }, () => NO_MEMBERS)
    this.counts = new Int32Array(rooms + 1)
    this.listOf = new Int32Array(FIRST_SIZE * this.places).fill(NONE)
    this.positionOf = new Int32Array(FIRST_SIZE * this.places)
  }

  count(list: number): number {
    return this.counts[list]!
  }

  /** The slots on a list; only the first `count` of them count. */
  slots(list: number): Int32Array {
    return this.members[list]!
  }

  /** Known from now on, and in no room yet. */
  enter(slot: number): void {
    while ((slot + 1) * this.places > this.listOf.length) this.grow()
    this.append(slot, 0, EVERYBODY)
  }

  /** False when it is in the room already, or in as many as it can be. */
  join(slot: number, room: number): boolean {
    const list = room + 1
    for (let place = 1; place < this.places; place++) {
      const taken = this.listOf[slot * this.places + place]!
      if (taken === list) return false
      if (taken !== NONE) continue
      this.append(slot, place, list)
      return true
    }
    return false
  }

  /** How many rooms it is in. */
  joined(slot: number): number {
    let rooms = 0
    for (let place = 1; place < this.places; place++) rooms += +(this.listOf[slot * this.places + place]! !== NONE)
    return rooms
  }

  /** The list of its n-th room, from 0. */
  listOfRoom(slot: number, n: number): number {
    return this.listOf[slot * this.places + 1 + n]!
  }

  isKnown(slot: number): boolean {
    return slot * this.places < this.listOf.length && this.listOf[slot * this.places]! !== NONE
  }

  leave(slot: number): void {
    for (let place = 0; place < this.places; place++) {
      const at = slot * this.places + place
      const list = this.listOf[at]!
      if (list === NONE) continue
      const members = this.members[list]!
      const last = members[--this.counts[list]!]!
      const position = this.positionOf[at]!
      members[position] = last
      this.positionOf[this.placeOf(last, list)] = position
      this.listOf[at] = NONE
    }
  }

  private placeOf(slot: number, list: number): number {
    let at = slot * this.places
    while (this.listOf[at] !== list) at++
    return at
  }

  private append(slot: number, place: number, list: number): void {
    const count = this.counts[list]!
    let members = this.members[list]!
    if (count === members.length) {
      members = widened(members, new Int32Array(Math.max(8, 2 * count)))
      this.members[list] = members
    }
    members[count] = slot
    const at = slot * this.places + place
    this.listOf[at] = list
    this.positionOf[at] = count
    this.counts[list] = count + 1
  }

  private grow(): void {
    const { listOf, positionOf } = this
    this.listOf = widened(listOf, new Int32Array(listOf.length * 2).fill(NONE))
    this.positionOf = widened(positionOf, new Int32Array(positionOf.length * 2))
  }
}

const NO_MEMBERS = new Int32Array(0)
