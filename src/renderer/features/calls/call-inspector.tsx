import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { TracedRequest } from '@shared/contract/gateway'
import { useCallSelection } from '../../stores/call-selection'
import { useDesignStore } from '../../stores/design-store'
import { useUiStore } from '../../stores/ui-store'
import { EmptyState } from '../../ui/empty-state'
import { formatClock, formatMs } from '../../ui/format'
import { MethodBadge } from '../../ui/method-badge'
import type { LadderStep } from '../../ui/pipeline/ladder-step'
import { TraceLadder } from '../../ui/pipeline/trace-ladder'
import { endOfCall } from '../../ui/pipeline/call-end'
import { decidedRows } from '../../ui/pipeline/call-rows'
import { undecidedWords } from '../../ui/pipeline/undecided-words'

/** What one call met: how it was answered, and every decision about it. A row leads to the setting. */
export function CallInspector({ call }: { readonly call: TracedRequest }) {
  const end = endOfCall(call)
  return (
    <div className="gw-call">
      <div className="gw-call-head">
        <h2>
          <MethodBadge verb={call.method} /> <span className="gw-mono">{call.path}</span>
        </h2>
        <Tooltip label="Back to the settings">
          <ActionIcon aria-label="Back to the settings" onClick={() => useCallSelection.getState().select(null)}>
            <IconX size={14} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      <dl className="gw-call-facts gw-numbers">
        <Fact name="Status" value={`${call.status}, ${end.text}`} />
        <Fact name="Received" value={formatClock(call.receivedAt)} />
        <Fact name="Took" value={timing(call)} />
        {call.protocolType !== 'HTTP' && <Fact name="API key" value={call.apiKeyName ?? 'none'} />}
        <Fact name="Stage" value={`${call.apiName}, ${call.stage}${call.isCanary ? ', canary' : ''}`} />
        <Fact name="Request id" value={call.requestId} />
      </dl>
      {call.trace.length === 0 ? (
        <NothingDecided call={call} />
      ) : (
        <TraceLadder
          trace={call.trace}
          rows={decidedRows(call)}
          routeLabel={call.routeKey || `${call.method} ${call.path}`}
          compact
          onSelect={call.routeKey === '' ? undefined : (step) => showSetting(call, step)}
        />
      )}
    </div>
  )
}

/** A call that ended before the first step, and why. */
function NothingDecided({ call }: { readonly call: TracedRequest }) {
  const { title, text } = undecidedWords(call)
  return <EmptyState title={title}>{text}</EmptyState>
}

function timing({ durationMs, integrationMs }: TracedRequest): string {
  return integrationMs === null
    ? formatMs(durationMs)
    : `${formatMs(durationMs)}, integration ${formatMs(integrationMs)}`
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function showSetting(call: TracedRequest, step: LadderStep): void {
  const ui = useUiStore.getState()
  const named = useDesignStore.getState().design?.apis.filter(({ name }) => name === call.apiName) ?? []
  const api = named.find(({ id }) => id === ui.apiId) ?? named[0]
  if (api !== undefined && ui.apiId !== api.id) ui.selectApi(api.id, call.stage)
  ui.openTab({ kind: 'route', key: call.routeKey })
  ui.selectStep(step)
  useCallSelection.getState().select(null)
}
