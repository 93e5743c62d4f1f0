import type { Millis } from '../../engine/millis'
import type { Clock } from '../clock'

interface Sleeper {
  readonly due: Millis
  readonly wake: () => void
}

/** Time that passes only when everybody waits: the sleeper due first is woken, equal times in the order they were asked for. */
export class ManualClock implements Pick<Clock, 'now' | 'after'> {
  private time: Millis = 0
  private readonly sleepers: Sleeper[] = []

  now(): Millis {
    return this.time
  }

  after(ms: Millis, wake: () => void): () => void {
    return this.at(this.time + ms, wake)
  }

  /** Calls `wake` at a time; returns how to call it off. */
  at(due: Millis, wake: () => void): () => void {
    const sleeper = { due, wake }
    let place = this.sleepers.length
    while (place > 0 && this.sleepers[place - 1]!.due > due) place--
    this.sleepers.splice(place, 0, sleeper)
    return () => {
      const found = this.sleepers.indexOf(sleeper)
      if (found !== -1) this.sleepers.splice(found, 1)
    }
  }

  until(due: Millis): Promise<void> {
    return new Promise((wake) => this.at(due, wake))
  }

  sleep(ms: Millis): Promise<void> {
    return this.until(this.time + ms)
  }

  /** Lets time pass until nobody sleeps. */
  async run(): Promise<void> {
    for (await settled(); this.sleepers.length > 0; await settled()) {
      const next = this.sleepers.shift()!
      this.time = next.due
      next.wake()
    }
  }
}

/** Until every promise that can go on has gone on. */
function settled(): Promise<void> {
  return new Promise((done) => setImmediate(done))
}
