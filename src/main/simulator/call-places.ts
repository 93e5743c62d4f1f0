import type { Millis } from '../engine/millis'

/** Where a call is: not with a backend (refused, or failed at once), in the line before one, or worked on. */
export const ELSEWHERE = 0
export const WAITING = 1
export const WORKED_ON = 2

/** By the slot of a call: where it is, and since when. */
export class CallPlaces {
  private places = new Uint8Array(1024)
  private times = new Float64Array(1024)

  put(slot: number, place: number, now: Millis): void {
    while (slot >= this.places.length) this.grow()
    this.places[slot] = place
    this.times[slot] = now
  }

  of(slot: number): number {
    return this.places[slot]!
  }

  since(slot: number): Millis {
    return this.times[slot]!
  }

  private grow(): void {
    const { places, times } = this
    this.places = new Uint8Array(places.length * 2)
    this.places.set(places)
    this.times = new Float64Array(times.length * 2)
    this.times.set(times)
  }
}
