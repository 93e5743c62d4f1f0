import { outOfMemory, stackOverflow } from './java-errors'

/** Java's own stack bears some thousands. */
const MAX_DEPTH = 1_000
/** A list can hold itself twice, and that one twice again: few values, endless to walk. */
const MAX_STEPS = 5_000_000

/** Keeps a walk through nested values finite. Errors: StackOverflowError, OutOfMemoryError. */
export class ValueWalk {
  private depth = 0
  private steps = 0

  /** Before the elements of a list or map are visited. */
  enter(elementCount: number): void {
    this.steps += elementCount + 1
    if (this.steps > MAX_STEPS) throw outOfMemory()
    if (++this.depth > MAX_DEPTH) throw stackOverflow()
  }

  leave(): void {
    this.depth--
  }
}
