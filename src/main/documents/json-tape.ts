/** Numbers for each value: see `JsonTape`. */
const STRIDE = 5
const FIRST_SIZE = 1024

/**
 * Where every value of a JSON text stands, as numbers in one array in the order of the text, because most texts are never asked for more
 * than a few of their places. An entry is known by its index; the first is the whole document.
 */
export class JsonTape {
  private numbers = new Int32Array(FIRST_SIZE * STRIDE)
  private length = 0

  /** Begins the entry of a value. `keyStart`: offset of its key, or of itself in a list; `colonEnd`: behind the colon, 0 in a list. */
  open(keyStart: number, colonEnd: number, start: number): number {
    const at = this.length
    if (at + STRIDE > this.numbers.length) this.grow()
    this.length = at + STRIDE
    this.numbers[at] = keyStart
    this.numbers[at + 1] = colonEnd
    this.numbers[at + 2] = start
    return at
  }

  /** Ends it, with everything in it. */
  close(entry: number, end: number): void {
    this.numbers[entry + 3] = end
    this.numbers[entry + 4] = this.length
  }

  keyStart(entry: number): number {
    return this.numbers[entry] ?? 0
  }

  colonEnd(entry: number): number {
    return this.numbers[entry + 1] ?? 0
  }

  start(entry: number): number {
    return this.numbers[entry + 2] ?? 0
  }

  end(entry: number): number {
    return this.numbers[entry + 3] ?? 0
  }

  /** The entries of the members or items of a value. */
  *inside(entry: number): Generator<number> {
    const end = this.numbers[entry + 4] ?? 0
    for (let child = entry + STRIDE; child < end; child = this.numbers[child + 4] ?? end) yield child
  }

  private grow(): void {
    const larger = new Int32Array(this.numbers.length * 2)
    larger.set(this.numbers)
    this.numbers = larger
  }
}
