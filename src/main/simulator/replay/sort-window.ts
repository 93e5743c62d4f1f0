/** Requests that are held at a time, to sort them: logs are written when requests are answered, not when they come. */
export const WINDOW = 32_768

/** Facts kept for each request. */
export interface WindowEntry {
  readonly route: number
  readonly apiKey: number
  readonly identity: number
  readonly item: number
}

/**
 * A heap of so many requests, first in time first, equal times in the order they were put in. Nothing is allocated after the beginning.
 */
export class SortWindow {
  size = 0
  /** Of the requests by place; `take` says which. */
  readonly time = new Float64Array(WINDOW)
  readonly isWholeSecond = new Uint8Array(WINDOW)
  readonly route = new Int32Array(WINDOW)
  readonly apiKey = new Int32Array(WINDOW)
  readonly identity = new Int32Array(WINDOW)
  readonly item = new Int32Array(WINDOW)
  private readonly sequence = new Float64Array(WINDOW)
  private readonly heap = new Int32Array(WINDOW)
  private readonly free = Int32Array.from({ length: WINDOW }, (_, at) => WINDOW - 1 - at)
  private freeCount = WINDOW
  private putSoFar = 0

  get isFull(): boolean {
    return this.freeCount === 0
  }

  /** The time of the first request. There must be one. */
  get firstTime(): number {
    return this.time[this.heap[0]!]!
  }

  /** Whether the first request's time is known to the second only. There must be one. */
  get isFirstWholeSecond(): boolean {
    return this.isWholeSecond[this.heap[0]!] === 1
  }

  /** It must not be full. */
  put(time: number, isWholeSecond: boolean, { route, apiKey, identity, item }: WindowEntry): void {
    const place = this.free[--this.freeCount]!
    this.time[place] = time
    this.isWholeSecond[place] = +isWholeSecond
    this.route[place] = route
    this.apiKey[place] = apiKey
    this.identity[place] = identity
    this.item[place] = item
    this.sequence[place] = this.putSoFar++
    this.rise(this.size++, place)
  }

  /** The place of the first request, which stays as it is until it is given back. There must be one. */
  take(): number {
    const place = this.heap[0]!
    const last = this.heap[--this.size]!
    if (this.size > 0) this.sink(last)
    return place
  }

  giveBack(place: number): void {
    this.free[this.freeCount++] = place
  }

  private rise(from: number, place: number): void {
    const { heap } = this
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.isBefore(place, heap[parent]!)) break
      heap[at] = heap[parent]!
      at = parent
    }
    heap[at] = place
  }

  private sink(place: number): void {
    const { heap, size } = this
    let at = 0
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && this.isBefore(heap[child + 1]!, heap[child]!)) child++
      if (!this.isBefore(heap[child]!, place)) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = place
  }

  private isBefore(a: number, b: number): boolean {
    const difference = this.time[a]! - this.time[b]!
    return difference < 0 || (difference === 0 && this.sequence[a]! < this.sequence[b]!)
  }
}
