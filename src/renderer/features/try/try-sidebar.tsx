import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useDeferredValue, useState, type ComponentType } from 'react'
import { SidebarFilter } from '../../ui/sidebar-filter'
import { HistoryList } from './history-list'
import { newRequest, whyNotNewRequest } from './request-actions'
import { SavedRequests } from './saved-requests'
import './try-sidebar.css'

export interface TrySidebarProps {
  /** The WebSocket APIs of the project. */
  readonly WebSockets: ComponentType
}

/** Saved requests of the project, its WebSocket APIs, and the calls that the gateway answered. */
export function TrySidebar({ WebSockets }: TrySidebarProps) {
  const [filter, setFilter] = useState('')
  const shownFilter = useDeferredValue(filter).trim().toLowerCase()
  const reason = whyNotNewRequest()
  return (
    <div className="gw-try-side">
      <div className="gw-try-side-head">
        <h2>Requests</h2>
        <Tooltip label={reason ?? 'New request'}>
          <ActionIcon
            aria-label="New request"
            aria-disabled={reason !== null || undefined}
            aria-description={reason ?? undefined}
            onClick={() => reason === null && newRequest()}
          >
            <IconPlus size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      <SidebarFilter things="requests" value={filter} onChange={setFilter} />
      <SavedRequests filter={shownFilter} />
      <WebSockets />
      <HistoryList filter={shownFilter} />
    </div>
  )
}
