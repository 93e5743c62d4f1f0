import { ABSENT } from '../engine/flight'
import type { Millis } from '../engine/millis'

const DAYS = 4096

/**
 * Slots by due time, equal times in the order queued: a calendar, that is a ring of days, each a short sorted list. A heap's exact
 * order, at a cost that does not grow with the number in flight. Best with `daysPerMs` near the number of events in a millisecond.
 */
export class EventQueue {
  size = 0
  nextDue: Millis = Infinity
  private readonly first = new Int32Array(DAYS).fill(ABSENT)
  private readonly last = new Int32Array(DAYS).fill(ABSENT)
  private readonly daysPerMs: number
  private later = new Int32Array(1024)
  private due = new Float64Array(1024)
  private day = 0
  private top = ABSENT

  constructor(daysPerMs: number) {
    this.daysPerMs = daysPerMs
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
    if (due < this.nextDue) {
      this.nextDue = due
      this.top = slot
      this.day = day
    }
    this.size++
  }

  /** Take the slot due at `nextDue`. The queue must not be empty. */
  pop(): number {
    const slot = this.top
    const place = this.day & (DAYS - 1)
    const after = this.later[slot]!
    this.first[place] = after
    this.nextDue = Infinity
    if (after === ABSENT) this.last[place] = ABSENT
    if (--this.size > 0) this.findTop()
    return slot
  }

  private findTop(): void {
    for (let day = this.day, last = day + DAYS; ; day++) {
      const slot = this.first[day & (DAYS - 1)]!
      if (slot !== ABSENT && this.due[slot]! * this.daysPerMs < day + 1) {
        this.nextDue = this.due[slot]!
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
