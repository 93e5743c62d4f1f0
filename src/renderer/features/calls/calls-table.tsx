import { useMemo } from 'react'
import type { TracedRequest } from '@shared/contract/gateway'
import { useCallSelection } from '../../stores/call-selection'
import { useDesignStore } from '../../stores/design-store'
import { useGatewayStore } from '../../stores/gateway-store'
import { openInspector } from '../../stores/open-inspector'
import { DataTable, type Column } from '../../ui/data-table'
import { formatClock, formatMs, NO_VALUE } from '../../ui/format'
import { MethodBadge } from '../../ui/method-badge'
import { StepIcon } from '../../ui/pipeline/step-icon'
import { endOfCall, matchesCall } from '../../ui/pipeline/call-end'

const COLUMNS: readonly Column<TracedRequest>[] = [
  { key: 'time', label: 'Time', width: '104px', mono: true, render: (call) => formatClock(call.receivedAt) },
  {
    key: 'request',
    label: 'Request',
    width: 'minmax(160px, 2fr)',
    render: (call) => (
      <span className="gw-call-request">
        <MethodBadge verb={call.method} />
        <span className="gw-mono">{call.path}</span>
      </span>
    ),
  },
  { key: 'end', label: 'Ended at', width: 'minmax(156px, 1fr)', render: (call) => <EndOfCall call={call} /> },
  { key: 'status', label: 'Status', width: '64px', align: 'end', mono: true, render: (call) => call.status },
  { key: 'latency', label: 'Latency', width: '80px', align: 'end', render: (call) => formatMs(call.durationMs) },
  {
    key: 'integration',
    label: 'Integration',
    width: '88px',
    align: 'end',
    render: (call) => (call.integrationMs === null ? <Muted text={NO_VALUE} /> : formatMs(call.integrationMs)),
  },
  {
    key: 'apiKey',
    label: 'API key',
    width: 'minmax(96px, 1fr)',
    mono: true,
    render: (call) => call.apiKeyName ?? <Muted text={NO_VALUE} />,
  },
]

/** HTTP APIs have no keys. */
const WITHOUT_KEYS = COLUMNS.filter(({ key }) => key !== 'apiKey')

function Muted({ text }: { readonly text: string }) {
  return <span className="gw-muted">{text}</span>
}

function EndOfCall({ call }: { readonly call: TracedRequest }) {
  const end = endOfCall(call)
  return (
    <span className="gw-call-end" data-family={end.family}>
      {end.step !== null && <StepIcon step={end.step} size={14} />}
      {end.text}
    </span>
  )
}

/** Calls of the local gateway, newest first. A row shows its trace in the inspector. */
export function CallsTable({ filter }: { readonly filter: string }) {
  const calls = useGatewayStore((state) => state.calls)
  const isRunning = useGatewayStore((state) => state.gateway.state === 'running')
  const selected = useCallSelection((state) => state.requestId)
  const hasKeys = useDesignStore(
    ({ design }) => design?.apis.some(({ protocolType }) => protocolType !== 'HTTP') ?? true,
  )
  const shown = useMemo(
    () => (filter.trim() === '' ? calls : calls.filter((call) => matchesCall(call, filter.trim()))),
    [calls, filter],
  )
  return (
    <DataTable
      label="Calls"
      testId="calls-table"
      rowTestId="call-row"
      columns={hasKeys ? COLUMNS : WITHOUT_KEYS}
      rows={shown}
      rowKey={(call) => call.requestId}
      rowAttributes={(call) => ({
        'data-request-id': call.requestId,
        'data-ended-at': endOfCall(call).step ?? '',
        'data-status': call.status,
      })}
      selectedKey={selected}
      onRowClick={(call) => showCall(call.requestId)}
      empty={
        calls.length > 0
          ? 'No call contains these words.'
          : isRunning
            ? 'No calls yet. Send one to the address below.'
            : 'No calls yet. Start the gateway, then call it.'
      }
    />
  )
}

function showCall(requestId: string): void {
  useCallSelection.getState().select(requestId)
  openInspector()
}
