import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import './tree-list.css'
import { useVirtualRows } from './use-virtual-rows'
import { treeRows, type TreeItem, type TreeRow } from './tree-rows'

export interface TreeListProps {
  readonly items: readonly TreeItem[]
  /** The accessible name: "Routes". */
  readonly label: string
  readonly testId?: string
  readonly selectedId?: string | null
  onSelect(id: string): void
  /** Keys the tree has no use for, as in F2 or Delete; return true when handled. */
  onItemKey?(event: KeyboardEvent, id: string): boolean
  /** Scroll inside the height given by the parent, with only the rows in view in the page; grows with its rows when absent. */
  readonly fillsParent?: boolean
}

interface RowProps {
  readonly row: TreeRow
  readonly index: number
  readonly isSelected: boolean
  readonly isTabStop: boolean
  readonly isCollapsed: boolean
  readonly style?: CSSProperties
  onOpen(): void
  onToggle(): void
}

function TreeItemRow({ row, index, isSelected, isTabStop, isCollapsed, style, onOpen, onToggle }: RowProps) {
  const { item, level } = row
  const isParent = item.children !== undefined
  const Chevron = isCollapsed ? IconChevronRight : IconChevronDown
  return (
    <div
      role="treeitem"
      className="gw-tree-row"
      aria-level={level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={isSelected}
      aria-expanded={isParent ? !isCollapsed : undefined}
      tabIndex={isTabStop ? 0 : -1}
      data-testid={item.testId}
      data-tree-index={index}
      {...item.attributes}
      style={{ ...style, paddingLeft: `${4 + (level - 1) * 16}px` }}
      onClick={onOpen}
    >
      <span
        className="gw-tree-chevron"
        onClick={isParent ? (event) => (event.stopPropagation(), onToggle()) : undefined}
      >
        {isParent && <Chevron size={14} stroke={1.6} aria-hidden />}
      </span>
      {item.icon && (
        <span className="gw-tree-icon" aria-hidden="true">
          {item.icon}
        </span>
      )}
      {item.content !== undefined && <span className="gw-hidden">{item.name}</span>}
      <span className="gw-tree-content" aria-hidden={item.content !== undefined || undefined}>
        {item.content ?? item.name}
      </span>
      {item.trailing !== undefined && (
        <span className="gw-tree-trailing" aria-hidden="true">
          {item.trailing}
        </span>
      )}
    </div>
  )
}

/** A tree with the keys of one: arrows, Home, End, Enter, and letters that jump to the next entry beginning with them. */
export function TreeList({ items, label, testId, selectedId = null, onSelect, onItemKey, fillsParent }: TreeListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set())
  const [focusedId, setFocusedId] = useState<string | null>(null)
  const rows = useMemo(() => treeRows(items, collapsed), [items, collapsed])
  const { isVirtual, virtualizer } = useVirtualRows(scroller, fillsParent ? rows.length : 0, '--gw-tree-row')
  const tabStop = [focusedId, selectedId].find((id) => rows.some((row) => row.item.id === id)) ?? rows[0]?.item.id

  function toggle(id: string): void {
    const next = new Set(collapsed)
    if (!next.delete(id)) next.add(id)
    setCollapsed(next)
  }
  function focusRow(index: number): void {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))]
    if (row === undefined) return
    setFocusedId(row.item.id)
    const at = rows.indexOf(row)
    if (isVirtual) virtualizer.scrollToIndex(at)
    // At once where it can be: the next key may come before the next frame.
    if (!focusAt(at)) requestAnimationFrame(() => focusAt(at))
  }
  function focusAt(at: number): boolean {
    const element = scroller.current?.querySelector(`[data-tree-index="${at}"]`)
    if (!(element instanceof HTMLElement)) return false
    element.focus()
    return true
  }
  /** When the entry that had the focus is gone, the one that took its place gets it. */
  function keepFocusAt(index: number): void {
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      const items = scroller.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? []
      const next = [...items].find((item) => Number(item.dataset['treeIndex']) >= index) ?? [...items].at(-1)
      next?.focus()
    })
  }
  function jumpTo(letter: string, from: number): void {
    const order = [...rows.slice(from + 1), ...rows.slice(0, from + 1)]
    const found = order.find((row) => row.item.name.toLowerCase().startsWith(letter.toLowerCase()))
    if (found) focusRow(rows.indexOf(found))
  }
  function moveTo(key: string, at: number, row: TreeRow): number | undefined {
    const isOpen = row.item.children !== undefined && !collapsed.has(row.item.id)
    switch (key) {
      case 'ArrowDown':
        return at + 1
      case 'ArrowUp':
        return at - 1
      case 'Home':
        return 0
      case 'End':
        return rows.length - 1
      case 'ArrowRight':
        return isOpen ? at + 1 : undefined
      case 'ArrowLeft':
        return isOpen ? undefined : rows.findIndex((other) => other.item.id === row.parentId)
      default:
        return undefined
    }
  }
  function onKeyDown(event: KeyboardEvent): void {
    const target = event.target
    if (!(target instanceof HTMLElement) || target.dataset['treeIndex'] === undefined) return
    const at = Number(target.dataset['treeIndex'])
    const row = rows[at]
    if (row === undefined) return
    if (onItemKey?.(event, row.item.id)) {
      keepFocusAt(at)
      return
    }
    const isCollapsed = collapsed.has(row.item.id)
    const to = moveTo(event.key, at, row)
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey
    if (hasModifier) return
    if (to !== undefined && to >= 0) focusRow(to)
    else if (event.key === 'Enter' || event.key === ' ') onSelect(row.item.id)
    else if (
      row.item.children &&
      (event.key === 'ArrowRight' ? isCollapsed : event.key === 'ArrowLeft' && !isCollapsed)
    ) {
      toggle(row.item.id)
    } else if (event.key.length === 1) jumpTo(event.key, at)
    else return
    event.preventDefault()
  }
  function renderRow(row: TreeRow, index: number, style?: CSSProperties) {
    const { id } = row.item
    return (
      <TreeItemRow
        key={id}
        row={row}
        index={index}
        style={style}
        isSelected={id === selectedId}
        isTabStop={id === tabStop}
        isCollapsed={collapsed.has(id)}
        onOpen={() => (setFocusedId(id), onSelect(id))}
        onToggle={() => toggle(id)}
      />
    )
  }

  return (
    <div
      ref={scroller}
      role="tree"
      aria-label={label}
      className="gw-tree"
      data-fills={fillsParent || undefined}
      data-testid={testId}
      onKeyDown={onKeyDown}
    >
      {isVirtual ? (
        <div role="presentation" style={{ position: 'relative', height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            return row && renderRow(row, index, { position: 'absolute', top: start, left: 0, right: 0 })
          })}
        </div>
      ) : (
        rows.map((row, index) => renderRow(row, index))
      )}
    </div>
  )
}
