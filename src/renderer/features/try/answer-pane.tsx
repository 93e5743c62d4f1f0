import { useMemo } from 'react'
import type { TryAnswer, TryBody } from '@shared/contract/try'
import { useTryStore, type AnswerTab, type ShownCall } from '../../stores/try-store'
import { CodeEditor } from '../../ui/code-editor/code-editor'
import { Chip } from '../../ui/chip'
import { DataTable, type Column } from '../../ui/data-table'
import { EmptyState } from '../../ui/empty-state'
import { formatBytes, formatMs } from '../../ui/format'
import { Pane } from '../../ui/pane'
import { PaneTabs, type PaneTab } from '../../ui/pane-tabs'
import { prettyJson } from '../../ui/pretty-json'
import { bytesOfBase64, HEX_LIMIT, hexDump } from './hex-dump'
import { reasonOf, statusTone } from './http-status'
import { RunsTab } from './runs-tab'
import type { Pair } from './query-text'
import { useShown, type OpenRequest } from './use-request'

/** What came back: the body, the headers, the bytes. */
export function AnswerPane({ open }: { readonly open: OpenRequest }) {
  const tab = useAnswerTab(open.draft.id)
  const shown = useShown()
  return (
    <Pane label="Answer" head={<AnswerHead open={open} shown={shown} />}>
      {tab === 'runs' ? <RunsTab draftId={open.draft.id} /> : <AnswerBody open={open} shown={shown} tab={tab} />}
    </Pane>
  )
}

/** The chosen one; a request that was never sent many times has no table of that. */
function useAnswerTab(draftId: string): AnswerTab {
  return useTryStore(({ answerTab, many }) =>
    answerTab === 'runs' && many[draftId] === undefined ? 'response' : answerTab,
  )
}

interface HeadProps {
  readonly open: OpenRequest
  readonly shown: ShownCall | undefined
}

function AnswerHead({ open, shown }: HeadProps) {
  const tab = useAnswerTab(open.draft.id)
  const many = useTryStore((state) => state.many[open.draft.id])
  const headers = shown?.kind === 'answered' ? shown.answer.headers.length : 0
  const tabs: readonly PaneTab<AnswerTab>[] = [
    { id: 'response', label: 'Response' },
    {
      id: 'headers',
      label: 'Headers',
      mark: headers === 0 ? undefined : <span className="gw-pane-count">{headers}</span>,
    },
    { id: 'raw', label: 'Raw' },
    ...(many === undefined
      ? []
      : [{ id: 'runs' as const, label: 'Calls', mark: <span className="gw-pane-count">{many.done}</span> }]),
  ]
  return (
    <>
      <PaneTabs<AnswerTab>
        label="Answer"
        active={tab}
        tabs={tabs}
        onChange={(answerTab) => useTryStore.setState({ answerTab })}
      />
      <span className="gw-try-gap" />
      <StatusLine open={open} shown={shown} />
    </>
  )
}

/** Status, time and size; told to screen readers when it changes. */
function StatusLine({ open, shown }: HeadProps) {
  const status = statusOf(shown)
  const durationMs = durationOf(shown)
  const bytes = shown?.kind === 'answered' ? shown.answer.body.bytes : null
  return (
    <span
      className="gw-try-status"
      role="status"
      data-testid="response-status"
      data-status={status ?? undefined}
      data-ms={durationMs ?? undefined}
      data-bytes={bytes ?? undefined}
      data-test-invoke={isTest(shown) || undefined}
    >
      {status !== null && (
        <>
          <span className="gw-hidden">
            {open.request.method} {open.request.path},
          </span>
          {isTest(shown) && <Chip tone="info">Test invoke</Chip>}
          <Chip tone={statusTone(status)}>
            {status === 0 ? 'No answer' : status}
            <span className="gw-try-reason">{reasonOf(status)}</span>
          </Chip>
          {durationMs !== null && (
            <span className="gw-try-figures gw-numbers" data-testid="response-time" data-ms={durationMs}>
              {formatMs(durationMs)}
              {bytes !== null && `, ${formatBytes(bytes)}`}
            </span>
          )}
        </>
      )}
    </span>
  )
}

export function statusOf(shown: ShownCall | undefined): number | null {
  if (shown === undefined) return null
  if (shown.kind === 'failed') return 0
  return shown.kind === 'answered' ? shown.answer.status : shown.call.status
}

function durationOf(shown: ShownCall | undefined): number | null {
  if (shown === undefined || shown.kind === 'failed') return null
  return shown.kind === 'answered' ? shown.answer.durationMs : shown.call.durationMs
}

function isTest(shown: ShownCall | undefined): boolean {
  return shown?.kind === 'answered' && shown.answer.skippedSteps.length > 0
}

function AnswerBody({ open, shown, tab }: HeadProps & { readonly tab: AnswerTab }) {
  if (shown === undefined) return <EmptyState title="Not sent yet">The answer is shown here.</EmptyState>
  if (shown.kind === 'failed')
    return (
      <div className="gw-try-failure" role="alert" data-testid="response-failure">
        <p>
          <b>There is no answer.</b> {shown.message}
        </p>
      </div>
    )
  if (shown.kind === 'traced')
    return (
      <EmptyState title="A call from outside of this window">
        The gateway keeps what it decided, not what it answered. Send the request to see the answer.
      </EmptyState>
    )
  const { answer } = shown
  if (tab === 'headers') return <HeaderTable headers={answer.headers} />
  return tab === 'raw' ? (
    <RawBody body={answer.body} draftId={open.draft.id} />
  ) : (
    <ResponseBody answer={answer} draftId={open.draft.id} />
  )
}

/** Text longer than this is not laid out anew. Characters. */
const MOST_PRETTY = 1_000_000

function ResponseBody({ answer, draftId }: { readonly answer: TryAnswer; readonly draftId: string }) {
  const { body } = answer
  const text = body.kind === 'text' ? body.text : ''
  const pretty = useMemo(() => (text.length > MOST_PRETTY ? null : prettyJson(text)), [text])
  if (body.kind === 'binary')
    return <EmptyState title={`Binary, ${formatBytes(body.bytes)}`}>Raw shows the bytes.</EmptyState>
  if (body.bytes === 0) return <EmptyState title="No body">The answer has headers only.</EmptyState>
  return (
    <CodeEditor
      testId="response-body"
      label="Response"
      language={pretty === null ? 'text' : 'json'}
      documentId={`response of ${draftId}`}
      value={pretty?.text ?? text}
      isWrapped={pretty === null}
    />
  )
}

function RawBody({ body, draftId }: { readonly body: TryBody; readonly draftId: string }) {
  const text = useMemo(() => (body.kind === 'text' ? body.text : hexDump(bytesOfBase64(body.base64))), [body])
  const isCut = body.kind === 'binary' && body.bytes > HEX_LIMIT
  return (
    <div className="gw-try-raw">
      <div className="gw-try-raw-text">
        <CodeEditor
          testId="response-raw"
          label="Raw"
          language="text"
          documentId={`raw of ${draftId}`}
          value={text}
          hasLineNumbers={false}
          isWrapped={body.kind === 'text'}
        />
      </div>
      {isCut && (
        <p className="gw-try-hint">
          The first {formatBytes(HEX_LIMIT)} of {formatBytes(body.bytes)}.
        </p>
      )}
    </div>
  )
}

interface HeaderRow {
  readonly index: number
  readonly name: string
  readonly value: string
}

const HEADER_COLUMNS: readonly Column<HeaderRow>[] = [
  {
    key: 'name',
    label: 'Name',
    width: 'minmax(120px, 1fr)',
    mono: true,
    render: ({ name }) => <span title={name}>{name}</span>,
  },
  {
    key: 'value',
    label: 'Value',
    width: 'minmax(140px, 2fr)',
    mono: true,
    render: ({ value }) => <span title={value}>{value}</span>,
  },
]

function HeaderTable({ headers }: { readonly headers: readonly Pair[] }) {
  const rows = useMemo(() => headers.map(([name, value], index) => ({ index, name, value })), [headers])
  return (
    <DataTable
      label="Response headers"
      testId="response-headers"
      rowTestId="response-header"
      columns={HEADER_COLUMNS}
      rows={rows}
      rowKey={({ index }) => String(index)}
      rowAttributes={({ name }) => ({ 'data-name': name.toLowerCase() })}
      empty="No headers."
    />
  )
}
