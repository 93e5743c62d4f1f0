import { TreeList } from './tree-list'
import type { TreeItem } from './tree-rows'

export interface Thing {
  readonly id: string
  readonly name: string
  /** A word at the right end. */
  readonly note?: string
}

export interface ThingListProps {
  /** "Authorizers". */
  readonly label: string
  readonly things: readonly Thing[]
  readonly selectedId: string | null
  onSelect(id: string): void
  /** Delete on a thing. */
  onRemove?(id: string): void
}

/** A flat list of named things, one selected. */
export function ThingList({ label, things, selectedId, onSelect, onRemove }: ThingListProps) {
  const items = things.map((thing): TreeItem => ({ id: thing.id, name: thing.name, trailing: thing.note }))
  return (
    <div className="gw-things">
      <TreeList
        items={items}
        label={label}
        selectedId={selectedId}
        onSelect={onSelect}
        onItemKey={(event, id) => {
          if (event.key !== 'Delete' || onRemove === undefined) return false
          event.preventDefault()
          onRemove(id)
          return true
        }}
      />
    </div>
  )
}
