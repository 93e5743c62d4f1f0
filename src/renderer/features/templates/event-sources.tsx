import { IconChevronDown, IconChevronRight, IconClipboardText, IconHistory } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { TracedRequest } from '@shared/contract/gateway'
import { useGatewayStore } from '../../stores/gateway-store'
import { useTemplateStore } from '../../stores/template-store'
import { formatClock } from '../../ui/format'
import { MethodBadge } from '../../ui/method-badge'
import { toast } from '../../ui/toast'
import { changeEvent, currentDraft } from './event-draft'
import { eventOfCall } from './event-of-call'
import { useTemplatePart } from './use-template'

/** How many calls are offered. */
const OFFERED = 5

/** Where an event can come from: calls of the local gateway, or the clipboard. */
export function EventSources() {
  const [isOpen, setOpen] = useState(true)
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <div className="gw-tpl-sources">
      <button type="button" className="gw-tpl-sources-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        From a real call
        <Chevron size={14} stroke={1.6} aria-hidden />
      </button>
      {isOpen && (
        <ul className="gw-tpl-sources-list" aria-label="Events to take over">
          <CallItems />
          <li>
            <button
              type="button"
              className="gw-tpl-source"
              data-testid="paste-event"
              onClick={() => useTemplateStore.getState().openDialog('paste')}
            >
              <IconClipboardText size={14} stroke={1.6} aria-hidden />
              Paste an event or a log line
            </button>
          </li>
        </ul>
      )}
    </div>
  )
}

/** The last calls; those of the template's own route first. */
function CallItems() {
  const calls = useGatewayStore((state) => state.calls)
  const slot = useTemplatePart((template) => template.slot, undefined)
  const shown = useMemo(() => {
    const matched = calls.filter((call) => call.routeKey !== '')
    const own = slot === undefined ? [] : matched.filter((call) => call.routeKey === `${slot.verb} ${slot.path}`)
    return [...own, ...matched.filter((call) => !own.includes(call))].slice(0, OFFERED)
  }, [calls, slot])
  return shown.map((call) => (
    <li key={call.requestId}>
      <button
        type="button"
        className="gw-tpl-source"
        data-testid="call-event"
        data-request-id={call.requestId}
        onClick={() => takeCall(call)}
      >
        <IconHistory size={14} stroke={1.6} aria-hidden />
        <span className="gw-mono">{formatClock(call.receivedAt).slice(0, 8)}</span>
        <MethodBadge verb={call.method} />
        <span className="gw-tpl-source-path gw-mono">{call.path}</span>
        <span className="gw-mono">{call.status}</span>
      </button>
    </li>
  ))
}

function takeCall(call: TracedRequest): void {
  const draft = currentDraft()
  if (draft === null) return
  changeEvent(eventOfCall(call, draft.event))
  toast({
    message: `Path and context are those of ${call.method} ${call.path}. The gateway keeps no bodies: the body stays.`,
    code: 'event-taken',
  })
}
