import { describe, expect, it } from 'vitest'
import { EventQueue } from './event-queue'
import { Random } from './random'

/** The same queue as a list kept sorted by time, equal times in the order they came. */
class SortedList {
  readonly events: { readonly due: number; readonly slot: number }[] = []

  push(due: number, slot: number): void {
    let [low, high] = [0, this.events.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.events[middle]!.due <= due) low = middle + 1
      else high = middle
    }
    this.events.splice(low, 0, { due, slot })
  }
}

/** Waits of every kind: none, equal, whole, short, long, and far beyond a turn of the calendar. */
function waitOf(random: Random): number {
  const kind = Math.floor(random.uniform() * 7)
  const x = random.uniform()
  return [0, 30, Math.floor(x * 10), x, x * 1000, x * 30_000, x < 0.05 ? 5e7 * x : 25][kind]!
}

describe('EventQueue', () => {
  it.each([0.1, 1, 7.3, 64])(
    'gives 100,000 random events in the order of a sorted list, some of them taken out before, with %d days a millisecond',
    (days) => {
      const random = new Random(4, Math.round(days * 10))
      const queue = new EventQueue(days)
      const list = new SortedList()
      const free = Array.from({ length: 3000 }, (_, slot) => 2999 - slot)
      let now = 0
      for (let step = 0; step < 100_000; step++) {
        const isPush = list.events.length === 0 || (free.length > 0 && random.uniform() < 0.5)
        if (!isPush && random.uniform() < 0.2) {
          const [taken] = list.events.splice(Math.floor(random.uniform() * list.events.length), 1)
          queue.remove(taken!.slot)
          free.push(taken!.slot)
        } else if (isPush) {
          const [due, slot] = [now + waitOf(random), free.pop()!]
          queue.push(due, slot)
          list.push(due, slot)
        } else {
          const expected = list.events.shift()!
          const actual = { due: queue.nextDue, slot: queue.pop() }
          if (actual.due !== expected.due || actual.slot !== expected.slot) expect(actual).toEqual(expected)
          now = expected.due
          free.push(expected.slot)
        }
        const isAlike = queue.size === list.events.length && queue.nextDue === (list.events[0]?.due ?? Infinity)
        if (!isAlike) expect([queue.size, queue.nextDue]).toEqual([list.events.length, list.events[0]?.due ?? Infinity])
      }
    },
  )

  it('keeps the order of arrival among equal times', () => {
    const queue = new EventQueue(1)
    for (const slot of [5, 2, 9, 0]) queue.push(70, slot)
    queue.push(69, 1)
    expect([1, 2, 3, 4, 5].map(() => queue.pop())).toEqual([1, 5, 2, 9, 0])
    expect([queue.size, queue.nextDue]).toEqual([0, Infinity])
  })

  it('finds the next event after any gap', () => {
    const queue = new EventQueue(64)
    const times = [0, 1, 5000, 5000.5, 86_400_000, 2_678_400_000]
    times.forEach((due, slot) => queue.push(due, slot))
    const popped = times.map(() => [queue.nextDue, queue.pop()])
    expect(popped).toEqual(times.map((due, slot) => [due, slot]))
  })

  it('takes slots of any number', () => {
    const queue = new EventQueue(1)
    queue.push(3, 100_000)
    queue.push(2, 7)
    expect([queue.pop(), queue.pop()]).toEqual([7, 100_000])
  })

  it('finds an event that is put in after the next one, far away, was taken out', () => {
    const queue = new EventQueue(1)
    queue.push(3000, 1)
    queue.push(3001, 2)
    const far = queue.nextDue
    queue.remove(1)
    queue.push(5, 3)
    expect([far, queue.nextDue, queue.pop(), queue.nextDue, queue.pop(), queue.nextDue]).toEqual([
      3000,
      5,
      3,
      3001,
      2,
      Infinity,
    ])
  })
})
