import type { ListedRequest } from '@shared/contract/simulation'
import { OUTCOME_INFO, OUTCOMES } from '@shared/outcome'
import { DataTable, type Column } from '../../ui/data-table'
import { formatCount, formatMs } from '../../ui/format'
import { useFoundRequestsStore } from '../../stores/found-requests-store'
import { useRunStore } from '../../stores/run-store'
import { RouteName } from './count-tables'
import { explainRequest } from './explain-request'
import { OUTCOME_WORDS } from './outcome-words'
import { foundWords } from './request-filter'
import { RequestFilterBar } from './request-filter-bar'
import { requestTime } from './request-time'

/** Any request of the run by what it was: chosen stretch of time, route, key, source and outcome. */
export function FindRequests() {
  const { requests, matching, failure, isBusy } = useFoundRequestsStore()
  const runId = useRunStore((state) => state.runId)
  const foundIn = useFoundRequestsStore((state) => state.runId)
  const explained = useRunStore((state) => state.explanation?.requestId)
  const isOfRun = foundIn === runId
  const rows = isOfRun ? requests : []
  return (
    <div
      className="gw-sim-samples"
      data-testid="sim-find"
      data-busy={isBusy}
      data-matching={isOfRun ? (matching ?? '') : ''}
    >
      <RequestFilterBar />
      <p className="gw-sim-find-note gw-sim-note" role="status">
        {failure ?? (isOfRun && matching !== null ? foundWords(rows.length, matching) : '')}
      </p>
      <DataTable
        label="Found requests"
        testId="sim-found"
        rowTestId="sim-row"
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => String(row.requestId)}
        rowAttributes={(row) => ({
          'data-key': row.requestId,
          'data-outcome': row.outcome,
          'data-attempt': row.attempt,
        })}
        selectedKey={explained === undefined ? null : String(explained)}
        onRowClick={({ requestId }) => explainRequest(requestId)}
        empty={
          <p className="gw-sim-no-rows">
            {isBusy
              ? 'Playing the run again …'
              : 'Find lists the requests that match, from the first on. Drag across a chart for a part of the run.'}
          </p>
        }
      />
    </div>
  )
}

const COLUMNS: readonly Column<ListedRequest>[] = [
  { key: 'time', label: 'Time', width: '80px', mono: true, render: (row) => requestTime(row.atMs) },
  { key: 'request', label: 'Request', width: '72px', align: 'end', render: (row) => formatCount(row.requestId) },
  {
    key: 'route',
    label: 'Route',
    width: 'minmax(120px, 1.6fr)',
    render: (row) => <RouteName routeKey={row.routeKey} />,
  },
  { key: 'key', label: 'API key', width: 'minmax(76px, 1fr)', mono: true, render: (row) => row.apiKey || '–' },
  { key: 'source', label: 'Source', width: 'minmax(76px, 1fr)', render: (row) => row.source },
  { key: 'attempt', label: 'Attempt', width: '66px', align: 'end', render: (row) => formatCount(row.attempt + 1) },
  {
    key: 'outcome',
    label: 'Outcome',
    width: 'minmax(160px, 1.8fr)',
    render: (row) => <OutcomeCell name={row.outcome} />,
  },
  { key: 'latency', label: 'Latency', width: '72px', align: 'end', render: (row) => formatMs(row.latencyMs) },
]

function OutcomeCell({ name }: { readonly name: string }) {
  const outcome = OUTCOMES.find((known) => known === name)
  if (outcome === undefined) return name
  const { status, family } = OUTCOME_INFO[outcome]
  return (
    <span className="gw-sim-outcome" data-family={family}>
      <b>{status}</b> {OUTCOME_WORDS[outcome]}
    </span>
  )
}
