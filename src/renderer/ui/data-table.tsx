import { useRef, type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import './data-table.css'
import { useVirtualRows } from './use-virtual-rows'

export interface Column<Row> {
  readonly key: string
  readonly label: string
  render(row: Row): ReactNode
  /** A CSS grid track: "120px", "minmax(120px, 2fr)"; one share of what is left when absent. */
  readonly width?: string
  readonly align?: 'start' | 'end'
  readonly mono?: boolean
}

export interface DataTableProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  rowKey(row: Row): string
  onRowClick?(row: Row): void
  readonly selectedKey?: string | null
  /** The accessible name: "Calls". */
  readonly label: string
  readonly testId?: string
  readonly rowTestId?: string
  /** `data-*` attributes of a row. */
  rowAttributes?(row: Row): Readonly<Record<`data-${string}`, string | number>>
  /** In place of rows when there are none. */
  readonly empty?: ReactNode
}

type RowProps<Row> = DataTableProps<Row> & {
  readonly row: Row
  readonly index: number
  readonly isFirst: boolean
  readonly template: string
  readonly top?: number
}

function TableRow<Row>(props: RowProps<Row>) {
  const { columns, row, rowKey, onRowClick, selectedKey, rowTestId, rowAttributes, index, isFirst, template, top } =
    props
  const key = rowKey(row)
  const isSelected = selectedKey === key
  const isTabStop = onRowClick !== undefined && (isSelected || (isFirst && (selectedKey ?? null) === null))
  return (
    <div
      role="row"
      className="gw-table-row"
      data-testid={rowTestId}
      {...rowAttributes?.(row)}
      data-row-index={index}
      data-clickable={onRowClick !== undefined || undefined}
      data-selected={isSelected || undefined}
      aria-selected={onRowClick ? isSelected : undefined}
      aria-rowindex={index + 2}
      tabIndex={onRowClick ? (isTabStop ? 0 : -1) : undefined}
      style={{
        gridTemplateColumns: template,
        ...(top === undefined ? {} : { position: 'absolute', top, left: 0, right: 0 }),
      }}
      onClick={(event: MouseEvent) => {
        const isOnControl = event.target instanceof Element && event.target.closest('button, a, input, select') !== null
        if (!isOnControl) onRowClick?.(row)
      }}
    >
      {columns.map((column) => (
        <div
          key={column.key}
          role="cell"
          className="gw-table-cell"
          data-align={column.align}
          data-mono={column.mono || undefined}
        >
          {column.render(row)}
        </div>
      ))}
    </div>
  )
}

function trackOf({ width }: Column<never>): string {
  return width ?? 'minmax(80px, 1fr)'
}

/** What the columns need at least, so that head and body agree on it and scroll sideways together. Pixels. */
function leastWidthOf(columns: readonly Column<never>[]): number {
  return columns.reduce((sum, column) => sum + Number(/(\d+)px/.exec(trackOf(column))?.[1] ?? 80), 0)
}

/** A table of one line a row, scrolling inside itself. Arrow keys move between rows, Enter does what a click does. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, onRowClick, selectedKey, label, testId, empty } = props
  const scroller = useRef<HTMLDivElement>(null)
  const { isVirtual, virtualizer } = useVirtualRows(scroller, rows.length, '--gw-row')
  const template = columns.map(trackOf).join(' ')
  // A selection that has left the rows must not leave the table without a tab stop.
  const selected = rows.some((row) => rowKey(row) === selectedKey) ? selectedKey : null

  function focusRow(index: number): void {
    const at = Math.min(rows.length - 1, Math.max(0, index))
    if (isVirtual) virtualizer.scrollToIndex(at)
    requestAnimationFrame(() => {
      const row = scroller.current?.querySelector(`[data-row-index="${at}"]`)
      if (row instanceof HTMLElement) row.focus()
    })
  }
  function onKeyDown(event: KeyboardEvent): void {
    const target = event.target
    if (onRowClick === undefined || !(target instanceof HTMLElement) || target.dataset['rowIndex'] === undefined) return
    const at = Number(target.dataset['rowIndex'])
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
      PageDown: at + 12,
      PageUp: at - 12,
    }[event.key]
    const row = rows[at]
    if (to !== undefined) focusRow(to)
    else if ((event.key === 'Enter' || event.key === ' ') && row !== undefined) onRowClick(row)
    else return
    event.preventDefault()
  }

  const rowProps = { ...props, selectedKey: selected, template }
  return (
    <div
      className="gw-table"
      style={{ '--gw-table-least': `${leastWidthOf(columns)}px` } as CSSProperties}
      ref={scroller}
      role={onRowClick ? 'grid' : 'table'}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      data-testid={testId}
      tabIndex={onRowClick && rows.length > 0 ? undefined : 0}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="gw-table-head">
        <div role="row" className="gw-table-row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
          {columns.map((column) => (
            <div key={column.key} role="columnheader" className="gw-table-cell" data-align={column.align}>
              {column.label}
            </div>
          ))}
        </div>
      </div>
      {rows.length === 0 && empty !== undefined && <div className="gw-table-empty">{empty}</div>}
      {isVirtual ? (
        <div role="rowgroup" className="gw-table-body" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            return row === undefined ? null : (
              <TableRow key={rowKey(row)} {...rowProps} row={row} index={index} isFirst={index === 0} top={start} />
            )
          })}
        </div>
      ) : (
        <div role="rowgroup" className="gw-table-body">
          {rows.map((row, index) => (
            <TableRow key={rowKey(row)} {...rowProps} row={row} index={index} isFirst={index === 0} />
          ))}
        </div>
      )}
    </div>
  )
}
