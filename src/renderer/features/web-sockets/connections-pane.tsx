import { useElementSize } from '@mantine/hooks'
import { IconEraser, IconPlugConnectedX } from '@tabler/icons-react'
import { useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import type { SocketRow } from '../../stores/web-socket-feed'
import { findSocket, useWebSocketStore } from '../../stores/web-socket-store'
import { useWebSocketView } from '../../stores/web-socket-view'
import { ActionButton } from '../../ui/action-button'
import { DataTable } from '../../ui/data-table'
import { EmptyState } from '../../ui/empty-state'
import { formatCount } from '../../ui/format'
import { Pane } from '../../ui/pane'
import { useNow } from '../../ui/use-now'
import { closeSocket, closeSockets, dropSocket, isOwn } from './close-sockets'
import { closeWords } from './close-codes'
import { connectionColumns } from './connection-columns'
import { ConnectionMenu } from './connection-menu'
import { IconAction } from './icon-action'
import { FastForward } from './fast-forward'
import { wasTooOld } from './limits'
import { useOpenSockets, useSelectedSocket, useSockets, type OnScreen } from './use-web-socket'

/** Who is connected, and who was. X or Delete closes one, Shift+Delete breaks it off, F2 names it; a right click offers all that. */
export function ConnectionsPane({ screen }: { readonly screen: OnScreen }) {
  const rows = useSockets(screen)
  const selected = useSelectedSocket(screen)
  const now = useNow(1000)
  const { ref, width } = useElementSize<HTMLDivElement>()
  const [renamingId, setRenaming] = useState<string | null>(null)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const select = useWebSocketView((state) => state.select)

  function endRenaming(row: SocketRow, name: string | null): void {
    const { connectionId } = row.connection
    if (name !== null && name.trim() !== '') useWebSocketStore.getState().rename(connectionId, name.trim().slice(0, 40))
    setRenaming(null)
    focusRow(connectionId)
  }
  function onKeyDown(event: KeyboardEvent): void {
    const row = findSocket(rows, focusedId(event.target))
    if (row === null) return
    if (event.key === 'F2') setRenaming(row.connection.connectionId)
    else if (event.key === 'Delete' && event.shiftKey) void dropSocket(row)
    else if (event.key === 'Delete' || event.key === 'x') void closeSocket(row)
    else if (event.key === 'Escape') select(null)
    else return
    event.preventDefault()
  }
  function toggleMenu(isOpen: boolean): void {
    setMenuOpen(isOpen)
    if (!isOpen && selected !== null) focusRow(selected.connection.connectionId)
  }
  function onContextMenu(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target.closest('[data-connection-id]') : null
    const row = findSocket(rows, focusedId(target))
    if (row === null) return
    event.preventDefault()
    select(row.connection.connectionId)
    setMenuOpen(true)
  }

  return (
    <Pane label="Connections" head={<Head screen={screen} rows={rows} />}>
      <div className="gw-ws-column" onKeyDown={onKeyDown} onContextMenu={onContextMenu}>
        <div className="gw-ws-fill gw-ws-connections" ref={ref}>
          <DataTable
            columns={connectionColumns({ now, renamingId, endRenaming, rows, width })}
            rows={rows}
            rowKey={({ connection }) => connection.connectionId}
            onRowClick={({ connection }) => select(connection.connectionId)}
            selectedKey={selected?.connection.connectionId ?? null}
            label="Connections"
            testId="ws-connections"
            rowTestId="ws-connection"
            rowAttributes={attributesOf}
            empty={<Nobody />}
          />
        </div>
        {selected !== null && (
          <About row={selected}>
            <ConnectionMenu
              row={selected}
              isOpen={isMenuOpen}
              onToggle={toggleMenu}
              onRename={() => setRenaming(selected.connection.connectionId)}
            />
          </About>
        )}
      </div>
    </Pane>
  )
}

function focusedId(target: EventTarget | null): string | null {
  return (target instanceof HTMLElement ? target.dataset['connectionId'] : undefined) ?? null
}

/** The row, or its name where that is being written. */
function focusRow(connectionId: string): void {
  const selector = `[data-testid="ws-connection"][data-connection-id="${CSS.escape(connectionId)}"]`
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(selector)
    ;(row?.querySelector('input') ?? row)?.focus()
  })
}

function attributesOf({ connection, end, name }: SocketRow) {
  return {
    'data-connection-id': connection.connectionId,
    'data-name': name,
    'data-state': end === null ? 'open' : 'closed',
    ...(end !== null && { 'data-code': end.code }),
  }
}

function Nobody() {
  return (
    <EmptyState title="Nobody is connected">
      Open a connection, or connect with any program: it is listed here too.
    </EmptyState>
  )
}

function Head({ screen, rows }: { readonly screen: OnScreen; readonly rows: readonly SocketRow[] }) {
  const open = useOpenSockets(screen)
  const gone = rows.length - open.length
  const closable = open.filter(isOwn)
  return (
    <>
      <h2>Connections</h2>
      <span className="gw-pane-note gw-numbers" data-testid="ws-counts" data-open={open.length} data-gone={gone}>
        {formatCount(open.length)} open{gone > 0 && `, ${formatCount(gone)} gone`}
      </span>
      <FastForward rows={open} />
      <IconAction
        icon={IconPlugConnectedX}
        label="Close all"
        testId="ws-close-all"
        reason={closable.length === 0 ? 'This window has none open' : null}
        onClick={() => void closeSockets(closable)}
      />
      <IconAction
        icon={IconEraser}
        label="Forget who has gone"
        testId="ws-clear-gone"
        reason={gone === 0 ? 'Nobody has gone' : null}
        onClick={() => useWebSocketStore.getState().clearGone()}
      />
    </>
  )
}

function About({ row, children }: { readonly row: SocketRow; readonly children: ReactNode }) {
  const { connection, end, name } = row
  const words =
    end === null
      ? `${connection.connectionId}, from ${connection.sourceIp}${connection.userAgent === null ? '' : `, ${connection.userAgent}`}${connection.apiKeyName === null ? '' : `, key ${connection.apiKeyName}`}. ${formatCount(connection.billedMessages)} metered messages.`
      : `${end.code}${end.reason === '' ? '' : ` ${end.reason}`}: ${closeWords(end.code, end.reason, wasTooOld(row))}`
  return (
    <div className="gw-ws-about" data-testid="ws-about" data-code={end?.code}>
      <p>
        <b>{name}</b> {words}
      </p>
      {end === null && (
        <ActionButton
          tooltip={isOwn(row) ? 'Delete' : 'Another program opened it. Delete: DELETE @connections'}
          onClick={() => void closeSocket(row)}
        >
          {isOwn(row) ? 'Close' : 'End'}
        </ActionButton>
      )}
      {children}
    </div>
  )
}
