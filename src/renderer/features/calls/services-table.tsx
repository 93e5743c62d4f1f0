import { useEffect, useMemo } from 'react'
import type { ServiceRecord } from '@shared/contract/services'
import { useGatewayStore } from '../../stores/gateway-store'
import { useRecordsStore } from '../../stores/records-store'
import { DataTable, type Column } from '../../ui/data-table'
import { formatClock, NO_VALUE } from '../../ui/format'
import { matchesRecord } from './matches-record'

interface Row extends ServiceRecord {
  readonly key: string
}

const COLUMNS: readonly Column<Row>[] = [
  { key: 'time', label: 'Time', width: '104px', mono: true, render: (row) => formatClock(row.at) },
  { key: 'service', label: 'Service', width: '88px', render: (row) => row.service },
  { key: 'resource', label: 'Resource', width: 'minmax(120px, 1fr)', mono: true, render: (row) => text(row.resource) },
  { key: 'action', label: 'Action', width: 'minmax(112px, 1fr)', render: (row) => text(row.action) },
  { key: 'result', label: 'Result', width: 'minmax(140px, 1.5fr)', render: (row) => text(row.summary) },
  { key: 'body', label: 'Body', width: 'minmax(160px, 2fr)', mono: true, render: (row) => text(row.body) },
]

/** One line, whole on hover. */
function text(value: string) {
  if (value === '') return <span className="gw-muted">{NO_VALUE}</span>
  return (
    <span className="gw-problem-text" title={value}>
      {value.slice(0, PREVIEW)}
    </span>
  )
}

/** Characters of a cell, of which a line shows fewer still. */
const PREVIEW = 300

/** Milliseconds that a burst of calls is waited for. */
const PAUSE = 200

/** What stand-ins for AWS services were given, newest first. */
export function ServicesTable({ filter }: { readonly filter: string }) {
  const records = useRecordsStore((state) => state.records)
  const isRunning = useGatewayStore((state) => state.gateway.state === 'running')
  useFreshRecords()
  const rows = useMemo(() => rowsOf(records, filter.trim()), [records, filter])
  return (
    <DataTable
      label="Local services"
      testId="services-table"
      rowTestId="service-row"
      columns={COLUMNS}
      rows={rows}
      rowKey={(row) => row.key}
      rowAttributes={(row) => ({
        'data-service': row.service,
        'data-action': row.action,
        'data-request-id': row.requestId,
      })}
      empty={
        records.length > 0
          ? 'No record contains these words.'
          : isRunning
            ? 'No AWS service has been called yet.'
            : 'No AWS service has been called. Start the gateway, then call a route with one behind it.'
      }
    />
  )
}

function rowsOf(records: readonly ServiceRecord[], filter: string): Row[] {
  return records
    .map((record, index) => ({ ...record, key: String(records.length - index) }))
    .filter((row) => filter === '' || matchesRecord(row, filter))
}

/** Asks for the records when the table is shown, and again when something was called, or the gateway started or stopped. */
function useFreshRecords(): void {
  useEffect(() => {
    const { refresh } = useRecordsStore.getState()
    let timer: ReturnType<typeof setTimeout> | undefined
    const refreshSoon = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined
        refresh()
      }, PAUSE)
    }
    refresh()
    const unsubscribe = useGatewayStore.subscribe((now, before) => {
      if (now.calls !== before.calls || now.gateway !== before.gateway) refreshSoon()
    })
    return () => {
      unsubscribe()
      clearTimeout(timer)
    }
  }, [])
}
