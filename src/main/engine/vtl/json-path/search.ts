import { JavaException } from '../java/java-exception'
import { JavaList } from '../java/java-list'
import type { JavaValue } from '../java/java-value'

/** `$..*..*..*` finds more places than any memory holds; a body of 10 MB has 5 million values at most. */
const MAX_COST = 30_000_000
/** Levels of values below each other; `parseJson` allows half of that, a template can put a map into itself. */
const MAX_DEPTH = 1_000

/** What one read of a document finds and costs. */
export class Search {
  private readonly found: JavaValue[] = []
  private cost = 0
  private depth = 0

  constructor(readonly root: JavaValue) {}

  get results(): JavaList {
    return new JavaList(this.found, 'net.minidev.json.JSONArray')
  }

  add(value: JavaValue): void {
    this.spend(1)
    this.found.push(value)
  }

  /** Before something is visited or compared: 1 for a value, more for long texts. Errors: OutOfMemoryError. */
  spend(cost: number): void {
    this.cost += cost
    if (this.cost > MAX_COST) {
      throw new JavaException('java.lang.OutOfMemoryError', 'the path finds too much in this document')
    }
  }

  /** Errors: StackOverflowError. */
  enter(): void {
    if (++this.depth > MAX_DEPTH) {
      throw new JavaException('java.lang.StackOverflowError', 'the document is nested too deep or in itself')
    }
  }

  leave(): void {
    this.depth--
  }
}
