import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCopy, IconTextWrap } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import type { LogLine } from '@shared/contract/try'
import type { TraceEntry } from '@shared/trace'
import { bridge } from '../../contract-client'
import { callOf, useTryStore, type LogTab, type ShownCall } from '../../stores/try-store'
import { DataTable, type Column } from '../../ui/data-table'
import { EmptyState } from '../../ui/empty-state'
import { formatClock, formatMs } from '../../ui/format'
import { Pane } from '../../ui/pane'
import { PaneTabs, type PaneTab } from '../../ui/pane-tabs'
import { describeStep } from '../../ui/pipeline/describe-step'
import { copyText } from './copy-text'
import { useShown, type OpenRequest } from './use-request'

const TABS: readonly PaneTab<LogTab>[] = [
  { id: 'execution', label: 'Execution log' },
  { id: 'trace', label: 'Trace' },
]

const HTTP_TABS = TABS.map((tab) =>
  tab.id === 'execution' ? { ...tab, disabledReason: 'HTTP APIs have no execution log' } : tab,
)

/** What the gateway wrote down about the call. */
export function LogPane({ open }: { readonly open: OpenRequest }) {
  // HTTP APIs write no execution log: every decision is in the trace all the same.
  const shown = useShown()
  const call = callOf(shown)
  const isHttp = (call === null ? open.api?.protocolType : call.protocolType) === 'HTTP'
  const chosen = useTryStore((state) => state.logTab)
  const tab = isHttp ? 'trace' : chosen
  return (
    <Pane
      label="Logs"
      head={
        <>
          <PaneTabs<LogTab>
            label="Logs"
            active={tab}
            tabs={isHttp ? HTTP_TABS : TABS}
            onChange={(logTab) => useTryStore.setState({ logTab })}
          />
          <span className="gw-try-gap" />
          {tab === 'execution' && <LogActions shown={shown} />}
          {call !== null && (
            <span className="gw-pane-note gw-mono" title={`Request id ${call.requestId}`}>
              {call.requestId}
            </span>
          )}
        </>
      }
    >
      {tab === 'execution' ? <ExecutionLog shown={shown} /> : <TraceTable shown={shown} />}
    </Pane>
  )
}

/** "(c7f1...) Starting authorizer": the id stands at the head of the panel already. */
const REQUEST_ID = /^\([\w-]+\) /

function ExecutionLog({ shown }: { readonly shown: ShownCall | undefined }) {
  const lines = useLogLines(shown)
  const isWrapped = useTryStore((state) => state.isLogWrapped)
  if (lines.length === 0) return <EmptyState title="No log lines">{noLines(shown)}</EmptyState>
  return (
    <div
      className="gw-try-log"
      role="log"
      aria-label="Execution log"
      data-testid="execution-log"
      data-wrapped={isWrapped || undefined}
      tabIndex={0}
    >
      {lines.map(({ at, text }, index) => (
        <p
          key={index}
          className="gw-try-log-line"
          data-testid="log-line"
          data-ending={isEnding(text) || undefined}
          title={text}
        >
          <span className="gw-try-muted">{formatClock(at)}</span> <span>{text.replace(REQUEST_ID, '')}</span>
        </p>
      ))}
    </div>
  )
}

function LogActions({ shown }: { readonly shown: ShownCall | undefined }) {
  const isWrapped = useTryStore((state) => state.isLogWrapped)
  const lines = useLogLines(shown)
  const reason = lines.length === 0 ? 'There is no log' : null
  return (
    <>
      <Tooltip label={isWrapped ? 'Cut long lines' : 'Break long lines'}>
        <ActionIcon
          size={24}
          aria-label="Break long lines"
          aria-pressed={isWrapped}
          onClick={() => useTryStore.setState({ isLogWrapped: !isWrapped })}
        >
          <IconTextWrap size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={reason ?? 'Copy the log'}>
        <ActionIcon
          size={24}
          aria-label="Copy the log"
          aria-disabled={reason !== null || undefined}
          aria-description={reason ?? undefined}
          onClick={() => reason === null && void copyText(logText(lines), 'The execution log')}
        >
          <IconCopy size={14} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}

function logText(lines: readonly LogLine[]): string {
  return lines.map(({ at, text }) => `${new Date(at).toISOString()} ${text}`).join('\n')
}

const NO_LINES: readonly LogLine[] = []

/** An answer comes with its log; that of a call from outside is asked for. */
function useLogLines(shown: ShownCall | undefined): readonly LogLine[] {
  const [asked, setAsked] = useState<{ readonly of: string; readonly lines: readonly LogLine[] } | null>(null)
  const requestId = shown?.kind === 'traced' ? shown.call.requestId : null
  useEffect(() => {
    if (requestId === null) return undefined
    let isWanted = true
    void bridge.call('gateway.executionLog', { requestId }).then(({ lines }) => {
      if (isWanted) setAsked({ of: requestId, lines })
    })
    return () => {
      isWanted = false
    }
  }, [requestId])
  if (shown?.kind === 'answered') return shown.answer.executionLog
  return asked !== null && asked.of === requestId ? asked.lines : NO_LINES
}

function isEnding(text: string): boolean {
  return /Method completed with status: 2\d\d$/.test(text)
}

function noLines(shown: ShownCall | undefined): string {
  if (shown === undefined) return 'Send the request to see what the service would log.'
  return 'The service logs nothing of a request that reaches no method, or whose authorizer is not asked.'
}

interface TraceRow extends TraceEntry {
  readonly index: number
  readonly sinceMs: number
  readonly words: string
}

const COLUMNS: readonly Column<TraceRow>[] = [
  { key: 'since', label: 'After', width: '72px', align: 'end', render: ({ sinceMs }) => formatMs(sinceMs) },
  { key: 'step', label: 'Step', width: '148px', mono: true, render: ({ step }) => step },
  { key: 'verdict', label: 'Verdict', width: '80px', render: ({ verdict }) => verdict },
  {
    key: 'found',
    label: 'Found',
    width: 'minmax(160px, 1fr)',
    render: ({ words }) => <span title={words}>{words}</span>,
  },
]

/** Every decision of the engine, in its order. */
function TraceTable({ shown }: { readonly shown: ShownCall | undefined }) {
  const call = callOf(shown)
  const trace = call?.trace
  const rows = useMemo(
    () =>
      (trace ?? []).map((entry, index) => ({
        ...entry,
        index,
        sinceMs: entry.atMs - (trace?.[0]?.atMs ?? 0),
        words: describeStep(entry, call?.protocolType),
      })),
    [trace, call?.protocolType],
  )
  return (
    <DataTable
      label="Trace"
      testId="call-trace"
      rowTestId="call-trace-row"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ index }) => String(index)}
      rowAttributes={({ step, verdict }) => ({ 'data-step': step, 'data-verdict': verdict })}
      empty={shown === undefined ? 'Send the request to see every decision about it.' : 'The engine decided nothing.'}
    />
  )
}
