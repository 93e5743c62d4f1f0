import { useMemo } from 'react'
import type { SnapshotRow } from '@shared/contract/snapshot'
import { splitRouteKey } from '@shared/design/route-key'
import { DataTable, type Column } from '../../ui/data-table'
import { formatCount } from '../../ui/format'
import { MethodBadge } from '../../ui/method-badge'
import { ALL_ROWS, rowsWithSum } from './table-rows'
import { useSnapshot } from './use-snapshot'

type CountMember = Exclude<keyof SnapshotRow, 'key'>

function countColumn(key: CountMember, label: string): Column<SnapshotRow> {
  return {
    key,
    label,
    align: 'end',
    width: 'minmax(72px, 1fr)',
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
  { key: 'route', label: 'Route', width: 'minmax(180px, 2.4fr)', render: (row) => <RouteName routeKey={row.key} /> },
  ...COUNTS,
]
const KEY_COLUMNS: readonly Column<SnapshotRow>[] = [
  { key: 'key', label: 'API key', width: 'minmax(180px, 2.4fr)', render: (row) => <KeyName name={row.key} /> },
  ...COUNTS,
  countColumn('quotaExceeded', 'Over quota'),
]

export function RouteName({ routeKey }: { readonly routeKey: string }) {
  if (routeKey === ALL_ROWS) return <b>All routes</b>
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
  return <CountTable label="Routes" testId="sim-routes" rows={useSnapshot()?.routes} columns={ROUTE_COLUMNS} />
}

export function ApiKeysTable() {
  return <CountTable label="API keys" testId="sim-keys" rows={useSnapshot()?.apiKeys} columns={KEY_COLUMNS} />
}

interface CountTableProps {
  readonly label: string
  readonly testId: string
  readonly rows: readonly SnapshotRow[] | undefined
  readonly columns: readonly Column<SnapshotRow>[]
}

function CountTable({ label, testId, rows, columns }: CountTableProps) {
  const shown = useMemo(() => rowsWithSum(rows ?? []), [rows])
  return (
    <DataTable
      label={label}
      testId={testId}
      rowTestId="sim-row"
      columns={columns}
      rows={shown}
      rowKey={(row) => row.key}
      rowAttributes={(row) => ({ 'data-key': row.key, 'data-offered': row.offered, 'data-throttled': row.throttled })}
      empty={
        <p className="gw-sim-no-rows">
          {rows === undefined ? 'Run the scenario to fill this table.' : 'No requests yet.'}
        </p>
      }
    />
  )
}
