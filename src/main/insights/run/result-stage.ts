import type { InsightsColumn } from '../insights-result'
import { Timestamp, toNumber, type Value } from '../values/value'
import { valueText } from '../values/value-text'
import type { Row } from './row'
import type { ShownColumn } from './shown-columns'
import type { Stage } from './stage'

/** Writes down the rows that a query ends with. */
export class ResultStage implements Stage {
  readonly rows: (readonly (string | null)[])[] = []
  readonly numbers: number[] = []
  private readonly kinds: (InsightsColumn['kind'] | null)[]

  constructor(private readonly shown: readonly ShownColumn[]) {
    this.kinds = shown.map(() => null)
  }

  get columns(): readonly InsightsColumn[] {
    return this.shown.map(({ name }, index) => ({ name, kind: this.kinds[index] ?? 'text' }))
  }

  push(row: Row): void {
    const values = this.shown.map(({ compute }) => compute(row))
    values.forEach((value, index) => this.note(index, value))
    this.rows.push(values.map(valueText))
    this.numbers.push(row.number)
  }

  end(): void {
    // Nothing waits for more rows here.
  }

  private note(index: number, value: Value): void {
    if (value === null) return
    const kind = value instanceof Timestamp ? 'time' : Number.isNaN(toNumber(value)) ? 'text' : 'number'
    const known = this.kinds[index] ?? kind
    this.kinds[index] = known === kind ? kind : 'text'
  }
}
