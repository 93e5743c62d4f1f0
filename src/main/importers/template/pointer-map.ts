/** Where the parts of an evaluated template stand in the text: functions that were answered leave their value at another place. */
export class PointerMap {
  private readonly moves = new Map<string, { readonly source: string; readonly isWhole: boolean }>()

  /** All at and below `pointer` stands at and below `source`. */
  moved(pointer: string, source: string): void {
    this.moves.set(pointer, { source, isWhole: false })
  }

  /** All at and below `pointer` came from elsewhere, and `source` is the place that asked for it. */
  madeAt(pointer: string, source: string): void {
    this.moves.set(pointer, { source, isWhole: true })
  }

  /** The longest pointer that is known decides. */
  sourceOf(pointer: string): string {
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      const move = this.moves.get(pointer.slice(0, end))
      if (move) return move.isWhole ? move.source : move.source + pointer.slice(end)
    }
    return pointer
  }
}
