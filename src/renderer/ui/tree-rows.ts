import type { ReactNode } from 'react'

/** One entry of a tree. `name` is its accessible name: "POST /orders, Create order". */
export interface TreeItem {
  readonly id: string
  readonly name: string
  /** What is shown; the name when absent. */
  readonly content?: ReactNode
  readonly icon?: ReactNode
  /** At the right end: a count, a mark. */
  readonly trailing?: ReactNode
  readonly children?: readonly TreeItem[]
  readonly testId?: string
  readonly attributes?: Readonly<Record<`data-${string}`, string>>
}

/** An entry that is in view, with what a tree has to say about it. */
export interface TreeRow {
  readonly item: TreeItem
  /** From 1. */
  readonly level: number
  readonly position: number
  readonly siblings: number
  readonly parentId: string | null
}

/** The rows in view, top to bottom: children of collapsed entries are left out. */
export function treeRows(items: readonly TreeItem[], collapsed: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = []
  function add(list: readonly TreeItem[], level: number, parentId: string | null): void {
    list.forEach((item, index) => {
      rows.push({ item, level, position: index + 1, siblings: list.length, parentId })
      if (item.children && !collapsed.has(item.id)) add(item.children, level + 1, item.id)
    })
  }
  add(items, 1, null)
  return rows
}
