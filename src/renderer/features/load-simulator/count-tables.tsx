import { useMemo } from 'react'
import type { SnapshotRow } from '@shared/contract/snapshot'
import { splitRouteKey } from '@shared/design/route-key'
import { DataTable, type Column } from '../../ui/data-table'
import { formatCount } from '../../ui/format'
import { MethodBadge } from '../../ui/method-badge'
import { ALL_ROWS, rowsWithSum } from './table-rows'
import { differenceText, verdictOf } from './differences'
import { useCompared } from './use-compared'
import { useShown, type Shown } from './use-shown'

type CountMember = Exclude<keyof SnapshotRow, 'key'>

function countColumn(key: CountMember, label: string): Column<SnapshotRow> {
  return {
    key,
    label,
    align: 'end',
    width: 'minmax(60px, 1fr)',
    render: (row) => <Count value={row[key]} isWarning={key === 'throttled' || key === 'quotaExceeded'} />,
  }
}

function Count({ value, isWarning }: { readonly value: number; readonly isWarning: boolean }) {
  const tone = value === 0 ? 'none' : isWarning ? 'warning' : 'plain'
  return (
    <span className="gw-sim-count" data-tone={tone}>
      {formatCount(value)}
    </span>
  )
}

const COUNTS = [
  countColumn('offered', 'Offered'),
  countColumn('served', 'Backend'),
  countColumn('cacheHit', 'Cache hits'),
  countColumn('throttled', 'Throttled'),
  countColumn('denied', 'Denied'),
  countColumn('rejected', '400'),
  countColumn('error', '5xx'),
]

const ROUTE_COLUMNS: readonly Column<SnapshotRow>[] = [
  { key: 'route', label: 'Route', width: 'minmax(150px, 2.4fr)', render: (row) => <RouteName routeKey={row.key} /> },
  ...COUNTS,
]
const KEY_COLUMNS: readonly Column<SnapshotRow>[] = [
  { key: 'key', label: 'API key', width: 'minmax(180px, 2.4fr)', render: (row) => <KeyName name={row.key} /> },
  ...COUNTS,
  countColumn('quotaExceeded', 'Over quota'),
]

export function RouteName({ routeKey }: { readonly routeKey: string }) {
  if (routeKey === ALL_ROWS) return <b>All routes</b>
  // "$default" and the routes of WebSocket APIs are one word.
  if (!routeKey.includes(' ')) return <span className="gw-mono">{routeKey}</span>
  const { verb, path } = splitRouteKey(routeKey)
  return (
    <span className="gw-sim-route">
      <MethodBadge verb={verb} />
      <span className="gw-mono">{path}</span>
    </span>
  )
}

function KeyName({ name }: { readonly name: string }) {
  if (name === ALL_ROWS) return <b>All keys</b>
  return name === '' ? <span className="gw-sim-note">no API key</span> : <span className="gw-mono">{name}</span>
}

export function RoutesTable() {
  const compared = useCompared()
  const columns = useColumns(ROUTE_COLUMNS, compared?.snapshot.routes)
  return <CountTable label="Routes" testId="sim-routes" shown={useShown()} rows="routes" columns={columns} />
}

export function ApiKeysTable() {
  const compared = useCompared()
  const columns = useColumns(KEY_COLUMNS, compared?.snapshot.apiKeys)
  return <CountTable label="API keys" testId="sim-keys" shown={useShown()} rows="apiKeys" columns={columns} />
}

/** One column more while another run is compared with: what it throttled, and by how much that differs. */
function useColumns(
  columns: readonly Column<SnapshotRow>[],
  others: readonly SnapshotRow[] | undefined,
): readonly Column<SnapshotRow>[] {
  return useMemo(() => {
    if (others === undefined) return columns
    const byKey = new Map(rowsWithSum(others).map((row) => [row.key, row]))
    const column: Column<SnapshotRow> = {
      key: 'other',
      label: 'Throttled, other run',
      align: 'end',
      width: 'minmax(150px, 1.4fr)',
      render: (row) => <OtherCount mine={row.throttled} theirs={byKey.get(row.key)?.throttled} />,
    }
    return [...columns, column]
  }, [columns, others])
}

function OtherCount({ mine, theirs }: { readonly mine: number; readonly theirs: number | undefined }) {
  if (theirs === undefined) return <span className="gw-sim-note">not there</span>
  return (
    <span className="gw-sim-difference" data-verdict={verdictOf(mine, theirs, 'less')}>
      {formatCount(theirs)}{' '}
      <span className="gw-sim-note">{differenceText(mine, theirs, 'count').replace(/ \(.*/, '')}</span>
    </span>
  )
}

interface CountTableProps {
  readonly label: string
  readonly testId: string
  readonly shown: Shown | null
  readonly rows: 'routes' | 'apiKeys'
  readonly columns: readonly Column<SnapshotRow>[]
}

function CountTable({ label, testId, shown, rows: which, columns }: CountTableProps) {
  const counted = shown?.[which]
  const rows = useMemo(() => rowsWithSum(counted ?? []), [counted])
  return (
    <DataTable
      label={label}
      testId={testId}
      rowTestId="sim-row"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      rowAttributes={(row) => ({ 'data-key': row.key, 'data-offered': row.offered, 'data-throttled': row.throttled })}
      empty={
        <p className="gw-sim-no-rows">
          {counted === undefined ? 'Run the scenario to fill this table.' : 'No requests yet.'}
        </p>
      }
    />
  )
}
