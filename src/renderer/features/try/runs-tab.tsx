import { useTryStore, type StatusCount } from '../../stores/try-store'
import { ActionButton } from '../../ui/action-button'
import { Chip } from '../../ui/chip'
import { DataTable, type Column } from '../../ui/data-table'
import { formatCount, formatMs } from '../../ui/format'
import { statusText, statusTone } from './http-status'
import { stopMany } from './send-many'

const COLUMNS: readonly Column<StatusCount>[] = [
  {
    key: 'status',
    label: 'Status',
    width: 'minmax(104px, 2fr)',
    render: ({ status }) => <Chip tone={statusTone(status)}>{statusText(status)}</Chip>,
  },
  { key: 'count', label: 'Calls', width: '52px', align: 'end', render: ({ count }) => formatCount(count) },
  { key: 'fastest', label: 'Fastest', width: '68px', align: 'end', render: (row) => formatMs(row.fastestMs) },
  { key: 'mean', label: 'Mean', width: '68px', align: 'end', render: (row) => formatMs(row.totalMs / row.count) },
  { key: 'slowest', label: 'Slowest', width: '72px', align: 'end', render: (row) => formatMs(row.slowestMs) },
]

/** What many calls of one request came to, a status a row. A row shows one of its calls. */
export function RunsTab({ draftId }: { readonly draftId: string }) {
  const many = useTryStore((state) => state.many[draftId])
  if (many === undefined) return null
  const { wanted, parallel, done, state, statuses } = many
  return (
    <div className="gw-try-runs" data-testid="many-calls" data-state={state} data-done={done}>
      <div className="gw-try-runs-head">
        <span role="status" className="gw-numbers">
          {formatCount(done)} of {formatCount(wanted)} calls, {formatCount(parallel)} at once
          {state === 'stopped' && ', stopped'}
        </span>
        {state === 'running' && <ActionButton onClick={() => stopMany(draftId)}>Stop sending</ActionButton>}
      </div>
      <div className="gw-try-runs-rows">
        <DataTable
          label="Calls by status"
          rowTestId="many-status"
          columns={COLUMNS}
          rows={statuses}
          rowKey={({ status }) => String(status)}
          rowAttributes={({ status, count }) => ({ 'data-status': status, 'data-count': count })}
          onRowClick={({ sample }) => useTryStore.getState().show(draftId, sample)}
          empty="No answer yet."
        />
      </div>
    </div>
  )
}
