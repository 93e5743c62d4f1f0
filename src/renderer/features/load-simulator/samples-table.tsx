import { useMemo, useState } from 'react'
import type { OutcomeFamily } from '@shared/outcome'
import { useRunStore } from '../../stores/run-store'
import { DataTable, type Column } from '../../ui/data-table'
import { formatCount, formatMs } from '../../ui/format'
import { ChartSelect } from './chart-select'
import { RouteName } from './count-tables'
import { explainRequest } from './explain-request'
import { OUTCOME_WORDS } from './outcome-words'
import { requestTime } from './request-time'
import { SAMPLE_FILTERS, sampleRows, type SampleRow } from './table-rows'
import { useSnapshot } from './use-snapshot'

const COLUMNS: readonly Column<SampleRow>[] = [
  { key: 'time', label: 'Time', width: '84px', mono: true, render: (row) => requestTime(row.atMs) },
  { key: 'request', label: 'Request', width: '88px', align: 'end', render: (row) => formatCount(row.requestId) },
  {
    key: 'route',
    label: 'Route',
    width: 'minmax(160px, 1.6fr)',
    render: (row) => <RouteName routeKey={row.routeKey} />,
  },
  { key: 'key', label: 'API key', width: 'minmax(100px, 1fr)', mono: true, render: (row) => row.apiKey ?? '–' },
  {
    key: 'outcome',
    label: 'Outcome',
    width: 'minmax(190px, 1.6fr)',
    render: (row) => (
      <span className="gw-sim-outcome" data-family={row.family}>
        <b>{row.status}</b> {OUTCOME_WORDS[row.outcome]}
      </span>
    ),
  },
  { key: 'latency', label: 'Latency', width: '84px', align: 'end', render: (row) => formatMs(row.latencyMs) },
]

/** Requests kept for a closer look, up to 50 of each outcome. Choosing one tells why it was answered so. */
export function SamplesTable() {
  const snapshot = useSnapshot()
  const [filter, setFilter] = useState<OutcomeFamily | 'all'>('all')
  const rows = useMemo(() => (snapshot ? sampleRows(snapshot, filter) : []), [snapshot, filter])
  const explained = useRunStore((state) => state.explanation?.requestId)
  return (
    <div className="gw-sim-samples">
      <div className="gw-sim-samples-head">
        <ChartSelect
          label="Show outcome"
          value={filter}
          options={SAMPLE_FILTERS}
          onChange={(next) => setFilter(next)}
        />
        <span className="gw-sim-note">
          {rows.length > 0 && `${formatCount(rows.length)} kept. Choose one to see why.`}
        </span>
      </div>
      <DataTable
        label="Sampled requests"
        testId="sim-samples"
        rowTestId="sim-row"
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => String(row.requestId)}
        rowAttributes={(row) => ({ 'data-key': row.requestId, 'data-outcome': row.outcome })}
        selectedKey={explained === undefined ? null : String(explained)}
        onRowClick={({ requestId }) => explainRequest(requestId)}
        empty={
          <p className="gw-sim-no-rows">
            {snapshot === null ? 'Run the scenario to fill this table.' : 'No request ended like this.'}
          </p>
        }
      />
    </div>
  )
}
