/** What was made moves at most so often: from a generated method to its event, or from a member to the API's and on to Globals. */
const MOST_STEPS = 4

/** Where things that SAM made come from. Pointers are those of the template before it was expanded. */
export class SourcePointers {
  private readonly causes = new Map<string, Cause>()

  /** All below `pointer` comes from one place, as in a generated method and its event. */
  cause(pointer: string, place: string): void {
    this.causes.set(pointer, { place, keepsRest: false })
  }

  /** As `cause`, unless the pointer is known already. */
  firstCause(pointer: string, place: string): void {
    if (!this.causes.has(pointer)) this.cause(pointer, place)
  }

  /** A member moved with all it holds, as in `DefinitionBody`, which becomes `Body`. */
  moved(pointer: string, place: string): void {
    this.causes.set(pointer, { place, keepsRest: true })
  }

  /** Where a pointer into the expanded template leads; the longest that is known decides, and again for the place it leads to. */
  placeOf(pointer: string): string {
    let place = pointer
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const next = this.nextPlace(place)
      if (next === place) break
      place = next
    }
    return place
  }

  private nextPlace(pointer: string): string {
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      const cause = this.causes.get(pointer.slice(0, end))
      if (cause) return cause.keepsRest ? cause.place + pointer.slice(end) : cause.place
    }
    return pointer
  }
}

interface Cause {
  readonly place: string
  readonly keepsRest: boolean
}
