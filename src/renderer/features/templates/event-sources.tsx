import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconClipboardText, IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import type { TracedRequest } from '@shared/contract/gateway'
import { useTemplateStore } from '../../stores/template-store'
import { formatClock } from '../../ui/format'
import { MethodBadge } from '../../ui/method-badge'
import { takeCall } from './take-call'
import { useOfferedCalls } from './use-offered-calls'

const PASTE = 'Paste an event or a log line'
const icon = { size: 14, stroke: 1.6, 'aria-hidden': true }

function openPaste(): void {
  useTemplateStore.getState().openDialog('paste')
}

/** Where an event can come from: calls of the local gateway, or the clipboard. Below the body. */
export function EventSources() {
  const [isOpen, setOpen] = useState(true)
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <div className="gw-tpl-sources">
      <button type="button" className="gw-tpl-sources-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        From a real call
        <Chevron {...icon} />
      </button>
      {isOpen && <SourceList />}
    </div>
  )
}

function SourceList() {
  const calls = useOfferedCalls()
  return (
    <ul className="gw-tpl-sources-list" aria-label="Events to take over">
      {calls.map((call) => (
        <li key={call.requestId}>
          <button
            type="button"
            className="gw-tpl-source"
            data-testid="call-event"
            data-request-id={call.requestId}
            onClick={() => takeCall(call)}
          >
            <IconHistory {...icon} />
            <CallWords call={call} />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="gw-tpl-source" data-testid="paste-event" onClick={openPaste}>
          <IconClipboardText {...icon} />
          {PASTE}
        </button>
      </li>
    </ul>
  )
}

function CallWords({ call }: { readonly call: TracedRequest }) {
  return (
    <>
      <span className="gw-mono">{formatClock(call.receivedAt).slice(0, 8)}</span>
      <MethodBadge verb={call.method} />
      <span className="gw-tpl-source-path gw-mono">{call.path}</span>
      <span className="gw-mono">{call.status}</span>
    </>
  )
}

/** The same as a menu, where there is no room below the body. */
export function EventSourceMenu() {
  const calls = useOfferedCalls()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label="From a real call, or pasted">
          <ActionIcon size={24} aria-label="Take over an event">
            <IconHistory size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown className="gw-menu" maw={420}>
        {calls.map((call) => (
          <Menu.Item
            key={call.requestId}
            data-testid="call-event"
            data-request-id={call.requestId}
            leftSection={<IconHistory {...icon} />}
            onClick={() => takeCall(call)}
          >
            <span className="gw-tpl-source-words">
              <CallWords call={call} />
            </span>
          </Menu.Item>
        ))}
        <Menu.Item data-testid="paste-event" leftSection={<IconClipboardText {...icon} />} onClick={openPaste}>
          {PASTE}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
