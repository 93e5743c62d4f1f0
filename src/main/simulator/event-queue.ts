import { ABSENT } from '../engine/flight'
import type { Millis } from '../engine/millis'

const DAYS = 4096
/** The next event has been taken, and the one after it is not known yet. */
const UNKNOWN = -2

/**
 * Slots by due time, equal times in the order queued: a calendar, that is a ring of days, each a short sorted list. A heap's exact
 * order, at a cost that does not grow with the number in flight. Best with `daysPerMs` near the number of events in a millisecond.
 */
export class EventQueue {
  size = 0
  private readonly first = new Int32Array(DAYS).fill(ABSENT)
  private readonly last = new Int32Array(DAYS).fill(ABSENT)
  private readonly daysPerMs: number
  private later = new Int32Array(1024)
  private due = new Float64Array(1024)
  /** The next event, its time and its day; before `day` there is nothing. The next one is looked for when somebody asks. */
  private top = ABSENT
  private topDue: Millis = Infinity
  private day = 0

  constructor(daysPerMs: number) {
    this.daysPerMs = daysPerMs
  }

  /** When the next event is due; Infinity when there is none. */
  get nextDue(): Millis {
    if (this.top === UNKNOWN) this.findTop()
    return this.topDue
  }

  push(due: Millis, slot: number): void {
    while (slot >= this.due.length) this.grow()
    const day = Math.floor(due * this.daysPerMs)
    const place = day & (DAYS - 1)
    let before = this.last[place]!
    let after = ABSENT
    if (before !== ABSENT && this.due[before]! > due) {
      // Rare: equal times and constant latencies are always appended.
      before = ABSENT
      after = this.first[place]!
      while (this.due[after]! <= due) {
        before = after
        after = this.later[after]!
      }
    }
    this.due[slot] = due
    this.later[slot] = after
    if (after === ABSENT) this.last[place] = slot
    if (before === ABSENT) this.first[place] = slot
    else this.later[before] = slot
    if (this.top === UNKNOWN) {
      if (day < this.day) this.day = day
    } else if (due < this.topDue) {
      this.topDue = due
      this.top = slot
      this.day = day
    }
    this.size++
  }

  /** Take the slot due at `nextDue`. The queue must not be empty. */
  pop(): number {
    if (this.top === UNKNOWN) this.findTop()
    const slot = this.top
    const place = this.day & (DAYS - 1)
    const after = this.later[slot]!
    this.first[place] = after
    if (after === ABSENT) this.last[place] = ABSENT
    this.size--
    this.top = UNKNOWN
    return slot
  }

  /** Take out a slot that is in the queue, wherever it stands. */
  remove(slot: number): void {
    const place = Math.floor(this.due[slot]! * this.daysPerMs) & (DAYS - 1)
    const after = this.later[slot]!
    let before = ABSENT
    for (let at = this.first[place]!; at !== slot; at = this.later[at]!) before = at
    if (before === ABSENT) this.first[place] = after
    else this.later[before] = after
    if (after === ABSENT) this.last[place] = before
    this.size--
    if (slot === this.top) this.top = UNKNOWN
  }

  private findTop(): void {
    this.top = ABSENT
    this.topDue = Infinity
    if (this.size === 0) return
    for (let day = this.day, last = day + DAYS; ; day++) {
      const slot = this.first[day & (DAYS - 1)]!
      if (slot !== ABSENT && this.due[slot]! * this.daysPerMs < day + 1) {
        this.topDue = this.due[slot]!
        this.top = slot
        this.day = day
        return
      }
      // A whole turn is empty: jump.
      if (day === last) day = this.firstDay() - 1
    }
  }

  private grow(): void {
    const { later, due } = this
    this.later = new Int32Array(due.length * 2)
    this.later.set(later)
    this.due = new Float64Array(due.length * 2)
    this.due.set(due)
  }

  private firstDay(): number {
    const dueAt = (slot: number): Millis => (slot === ABSENT ? Infinity : this.due[slot]!)
    const earliest = this.first.reduce((least, slot) => Math.min(least, dueAt(slot)), Infinity)
    return Math.floor(earliest * this.daysPerMs)
  }
}
