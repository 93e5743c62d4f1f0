import type { Row } from './row'
import type { RowOrder } from './row-order'

/** Keeps the first rows of an order, a number of them, whatever comes in which order: a heap with the last one on top. */
export class FirstRows {
  private readonly heap: Row[] = []

  constructor(
    private readonly capacity: number,
    private readonly order: RowOrder,
    private readonly keep: (row: Row) => Row,
  ) {}

  add(row: Row): void {
    const { heap, capacity } = this
    if (heap.length < capacity) {
      heap.push(this.keep(row))
      this.rise(heap.length - 1)
    } else if (this.order(row, heap[0]!) < 0) {
      heap[0] = this.keep(row)
      this.sink()
    }
  }

  /** In order. */
  sorted(): readonly Row[] {
    return [...this.heap].sort(this.order)
  }

  private rise(from: number): void {
    const { heap } = this
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (this.order(heap[at]!, heap[parent]!) <= 0) return
      this.swap(at, parent)
      at = parent
    }
  }

  private sink(): void {
    const { heap } = this
    let at = 0
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let last = at
      if (left < heap.length && this.order(heap[left]!, heap[last]!) > 0) last = left
      if (right < heap.length && this.order(heap[right]!, heap[last]!) > 0) last = right
      if (last === at) return
      this.swap(at, last)
      at = last
    }
  }

  private swap(a: number, b: number): void {
    const row = this.heap[a]!
    this.heap[a] = this.heap[b]!
    this.heap[b] = row
  }
}
