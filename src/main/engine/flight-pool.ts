import { Flight } from './flight'

/** Flights for reuse: a host opens one for each request and closes it after the response. */
export class FlightPool {
  private readonly all: Flight[] = []
  private readonly free: Flight[] = []

  open(): Flight {
    return this.free.pop() ?? this.grow()
  }

  close(flight: Flight): void {
    this.free.push(flight)
  }

  at(slot: number): Flight {
    return this.all[slot]!
  }

  /** Requests in progress. */
  get openCount(): number {
    return this.all.length - this.free.length
  }

  private grow(): Flight {
    return this.all[this.all.push(new Flight(this.all.length)) - 1]!
  }
}
