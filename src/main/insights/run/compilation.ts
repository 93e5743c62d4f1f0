import type { Expression } from '../parse/query'
import type { QueryProblems } from '../parse/query-problems'
import type { Compiled } from './compile-expression'
import type { RecordLoader } from './record-loader'
import { Scope } from './scope'

/** Holds the loader of a run; what is compiled reads through it, and a plan can be run many times, one after the other. */
export interface LoaderHolder {
  loader: RecordLoader | null
}

/** What expressions are compiled in: the names at this place of the query and where problems go. */
export class Compilation {
  scope = new Scope('records')

  constructor(
    readonly text: string,
    readonly problems: QueryProblems,
    readonly holder: LoaderHolder,
  ) {}

  /** The slot of a column of stats that is written like this expression. */
  columnOf({ kind, from, to }: Expression): number | undefined {
    if (kind === 'field' || kind === 'literal') return undefined
    return this.scope.columnNamed(this.text.slice(from, to))
  }

  reader(slot: number): Compiled {
    const { holder } = this
    return (row) => {
      const value = row.slots[slot]
      return value === undefined ? holder.loader!.load(row, slot) : value
    }
  }

  /** The record's instant; what is left of it behind stats. */
  timestamp(): Compiled {
    const slot = this.scope.slotOf('@timestamp', true, { from: 0, to: 0 }, this.problems)
    return slot === null ? () => null : this.reader(slot)
  }
}
