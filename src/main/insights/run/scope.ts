import { nearest } from '@shared/did-you-mean'
import type { Span } from '../parse/query'
import type { QueryProblems } from '../parse/query-problems'

/** The names that mean something at one place of a query, and the slots of the rows there. */
export class Scope {
  /** Of each slot the field of the record it holds; null for what is computed. */
  readonly fieldNames: (string | null)[] = []
  private readonly bindings = new Map<string, number>()
  /** Columns of stats by their text without spaces, in small letters: `count( * )` is found as `count(*)`. */
  private readonly columns = new Map<string, number>()
  private readonly quickSlots = new Set<number>()

  /** `records`: any field may be there. `groups`: only what stats has left. */
  constructor(readonly kind: 'records' | 'groups') {}

  get size(): number {
    return this.fieldNames.length
  }

  /** Slots of fields that most records are asked for. */
  get quick(): readonly number[] {
    return [...this.quickSlots]
  }

  /** A slot that has no name. */
  newSlot(): number {
    return this.fieldNames.push(null) - 1
  }

  /** A slot for a computed value, which the name means from now on. */
  declare(name: string): number {
    const slot = this.newSlot()
    this.bindings.set(name, slot)
    return slot
  }

  /** What a name means from now on. */
  bind(name: string, slot: number): void {
    this.bindings.set(name, slot)
  }

  declareColumn(name: string, text: string): number {
    const slot = this.declare(name)
    this.columns.set(plainColumn(text), slot)
    this.columns.set(plainColumn(name), slot)
    return slot
  }

  columnNamed(text: string): number | undefined {
    return this.columns.get(plainColumn(text))
  }

  /** The slot of a name that exists already. */
  find(name: string): number | undefined {
    return this.bindings.get(name)
  }

  /**
   * The slot of a field; null, with a warning, for one that cannot be there. `isQuick`: it is asked for of most records, not only of those
   * that are shown.
   */
  slotOf(name: string, isQuick: boolean, span: Span, problems: QueryProblems): number | null {
    const known = this.bindings.get(name)
    if (known === undefined && this.kind === 'groups') {
      const message = `Behind stats there is only what it has made: no field "${name}".`
      problems.warn(span, message, nearest(name, this.bindings.keys()))
      return null
    }
    const slot = known ?? this.fieldNames.push(name) - 1
    this.bindings.set(name, slot)
    // What begins with @ is told by the record or by lines of Lambda, which are no JSON.
    if (isQuick && this.fieldNames[slot]?.startsWith('@') === false) this.quickSlots.add(slot)
    return slot
  }
}

function plainColumn(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase()
}
