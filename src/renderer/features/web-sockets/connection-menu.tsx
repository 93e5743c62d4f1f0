import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { SocketRow } from '../../stores/web-socket-feed'
import { closeSocket, disconnectSocket, dropSocket, isOwn, whyNotDrop } from './close-sockets'

export interface ConnectionMenuProps {
  readonly row: SocketRow
  readonly isOpen: boolean
  onToggle(isOpen: boolean): void
  onRename(): void
}

/** What can be done with the chosen connection; a right click on its row opens this too. */
export function ConnectionMenu({ row, isOpen, onToggle, onRename }: ConnectionMenuProps) {
  const isGone = row.end !== null
  return (
    <Menu opened={isOpen} onChange={onToggle} position="top-end" width={310} returnFocus={false}>
      <Menu.Target>
        <ActionIcon size={24} aria-label={`More for ${row.name}`} data-testid="ws-more">
          <IconDots size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className="gw-menu">
        <Entry keys="F2" onClick={onRename}>
          Rename
        </Entry>
        <Menu.Divider />
        {isOwn(row) && (
          <Entry keys="Delete" onClick={() => void closeSocket(row)}>
            Close
          </Entry>
        )}
        <Entry keys="Shift+Delete" reason={whyNotDrop(row)} onClick={() => void dropSocket(row)}>
          Drop without goodbye
        </Entry>
        <Entry
          keys={isOwn(row) || isGone ? undefined : 'Delete'}
          reason={isGone ? 'It is closed' : null}
          onClick={() => void disconnectSocket(row)}
        >
          End with DELETE @connections
        </Entry>
      </Menu.Dropdown>
    </Menu>
  )
}

interface EntryProps {
  readonly keys?: string | undefined
  /** Why it cannot be used now. */
  readonly reason?: string | null
  readonly children: ReactNode
  onClick(): void
}

function Entry({ keys, reason = null, children, onClick }: EntryProps) {
  return (
    <Menu.Item
      aria-disabled={reason !== null || undefined}
      aria-description={reason ?? undefined}
      title={reason ?? undefined}
      closeMenuOnClick={reason === null}
      rightSection={keys === undefined ? undefined : <span className="gw-menu-keys">{keys}</span>}
      onClick={() => reason === null && onClick()}
    >
      {children}
    </Menu.Item>
  )
}
