import type { Flight } from '../../engine/flight'
import { widened, type ConnectionTable } from './connection-table'

/** Which connection a request is of. Its slot may have another one by the time the request is answered. */
export class FlightConnections {
  private readonly table: ConnectionTable
  /** By flight: the connection's slot, and its generation then. */
  private slots = new Int32Array(1024)
  private generations = new Int32Array(1024)

  constructor(table: ConnectionTable) {
    this.table = table
  }

  set({ slot }: Flight, connection: number): void {
    while (slot >= this.slots.length) this.grow()
    this.slots[slot] = connection
    this.generations[slot] = this.table.generation[connection]!
  }

  of({ slot }: Flight): number {
    return this.slots[slot]!
  }

  /** Whether the backends have not forgotten it meanwhile. */
  isSame({ slot }: Flight): boolean {
    return this.table.generation[this.slots[slot]!] === this.generations[slot]
  }

  private grow(): void {
    const size = this.slots.length * 2
    this.slots = widened(this.slots, new Int32Array(size))
    this.generations = widened(this.generations, new Int32Array(size))
  }
}
