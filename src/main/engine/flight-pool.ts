import { Flight } from './flight'

/** Flights for reuse: a host opens one for each request and closes it after the response. */
export class FlightPool {
  private readonly all: Flight[] = []
  /** Slots of closed flights, the last closed on top; as wide as `all`. */
  private free = new Int32Array(1024)
  private top = 0

  open(): Flight {
    return this.top > 0 ? this.all[this.free[--this.top]!]! : this.grow()
  }

  close(flight: Flight): void {
    this.free[this.top++] = flight.slot
  }

  at(slot: number): Flight {
    return this.all[slot]!
  }

  /** Requests in progress. */
  get openCount(): number {
    return this.all.length - this.top
  }

  private grow(): Flight {
    const flight = new Flight(this.all.length)
    this.all.push(flight)
    if (this.all.length > this.free.length) this.widen()
    return flight
  }

  private widen(): void {
    const { free } = this
    this.free = new Int32Array(free.length * 2)
    this.free.set(free)
  }
}
