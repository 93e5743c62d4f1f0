import type { Compiled } from './compile-expression'

/** A column of the result. */
export interface ShownColumn {
  readonly name: string
  readonly compute: Compiled
}

/** Each name once, where it came first, with what it meant last. */
export function withColumns(columns: readonly ShownColumn[], more: readonly ShownColumn[]): readonly ShownColumn[] {
  const byName = new Map(columns.map((column) => [column.name, column]))
  for (const column of more) byName.set(column.name, column)
  return [...byName.values()]
}
