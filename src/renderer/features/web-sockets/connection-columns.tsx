import { ActionIcon, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { SocketRow } from '../../stores/web-socket-feed'
import type { Column } from '../../ui/data-table'
import { formatCount, formatDuration } from '../../ui/format'
import { closeSocket, isOwn } from './close-sockets'
import { AGE_LIMIT, IDLE_LIMIT, idleFor, openFor } from './limits'

interface Look {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly renamingId: string | null
  readonly rows: readonly SocketRow[]
  /** Of the table. Pixels. */
  readonly width: number
  /** Null: the name stays. */
  endRenaming(row: SocketRow, name: string | null): void
}

/** Below this there is room only for columns that hold something. Pixels. */
const WIDE = 520

export function connectionColumns(look: Look): readonly Column<SocketRow>[] {
  const { rows, width } = look
  const isEmpty: Readonly<Record<string, boolean>> = {
    user: rows.every(({ connection }) => connection.principalId === null),
    protocol: rows.every(({ connection }) => connection.subprotocol === null),
  }
  return allColumns(look).filter(({ key }) => width >= WIDE || isEmpty[key] !== true)
}

function allColumns({ now, renamingId, endRenaming }: Look): readonly Column<SocketRow>[] {
  return [
    {
      key: 'name',
      label: 'Name',
      width: '80px',
      render: (row) =>
        row.connection.connectionId === renamingId ? (
          <NameField row={row} onEnd={(name) => endRenaming(row, name)} />
        ) : (
          <NameCell row={row} />
        ),
    },
    {
      key: 'id',
      label: 'Connection id',
      width: 'minmax(110px, 134px)',
      mono: true,
      render: ({ connection }) => connection.connectionId,
    },
    {
      key: 'user',
      label: 'User',
      width: 'minmax(64px, 1fr)',
      render: ({ connection }) => connection.principalId ?? <span className="gw-ws-none">none</span>,
    },
    {
      key: 'protocol',
      label: 'Protocol',
      width: '66px',
      render: ({ connection }) => connection.subprotocol ?? <span className="gw-ws-none">none</span>,
    },
    {
      key: 'idle',
      label: 'Idle',
      width: '54px',
      align: 'end',
      render: (row) =>
        row.end === null ? (
          <Life ms={idleFor(row, now)} limit={IDLE_LIMIT} what="the idle limit of 10 minutes" />
        ) : (
          <span className="gw-ws-none">{row.end.code}</span>
        ),
    },
    {
      key: 'open',
      label: 'Open for',
      width: '68px',
      align: 'end',
      render: (row) => (
        <Life ms={openFor(row, now)} limit={AGE_LIMIT} what="the age limit of 2 hours" isOver={row.end !== null} />
      ),
    },
    {
      key: 'messages',
      label: 'In / out',
      width: '62px',
      align: 'end',
      render: ({ connection: { received, sent } }) => `${formatCount(received)} / ${formatCount(sent)}`,
    },
    { key: 'close', label: '', width: '34px', render: (row) => <CloseCell row={row} /> },
  ]
}

function NameCell({ row }: { readonly row: SocketRow }) {
  return (
    <span className="gw-ws-name" title={row.name}>
      <i className="gw-ws-dot" data-state={row.end === null ? 'open' : 'closed'} aria-hidden />
      <span className="gw-hidden">{row.end === null ? 'open' : 'closed'}</span>
      <span>{row.name}</span>
    </span>
  )
}

function NameField({ row, onEnd }: { readonly row: SocketRow; onEnd(name: string | null): void }) {
  const [name, setName] = useState(row.name)
  return (
    <TextInput
      className="gw-ws-name-field"
      size="xs"
      aria-label={`Name of ${row.name}`}
      data-testid="ws-name"
      // Whoever presses F2 wants to type.
      autoFocus
      value={name}
      maxLength={40}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={() => onEnd(name)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') onEnd(name)
        else if (event.key === 'Escape') onEnd(null)
      }}
    />
  )
}

interface LifeProps {
  readonly ms: number
  readonly limit: number
  readonly what: string
  readonly isOver?: boolean
}

/** A time, and below it how much of a limit is used up. */
function Life({ ms, limit, what, isOver = false }: LifeProps) {
  const share = Math.min(1, ms / limit)
  const left = `${formatDuration(Math.max(0, limit - ms) / 1000)} to ${what}`
  return (
    <span className="gw-ws-life" title={isOver ? undefined : left} data-over={isOver || undefined}>
      {formatDuration(ms / 1000)}
      {!isOver && (
        <i className="gw-ws-bar-track" aria-hidden>
          <i data-near={share > 0.8 || undefined} style={{ transform: `scaleX(${share})` }} />
        </i>
      )}
    </span>
  )
}

function CloseCell({ row }: { readonly row: SocketRow }) {
  if (row.end !== null) return null
  const label = isOwn(row) ? `Close ${row.name}` : `End ${row.name}, of another program, with DELETE @connections`
  return (
    <ActionIcon size={24} tabIndex={-1} aria-label={label} title={label} onClick={() => void closeSocket(row)}>
      <IconX size={14} stroke={1.6} />
    </ActionIcon>
  )
}
