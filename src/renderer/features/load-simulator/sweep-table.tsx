import { useMemo } from 'react'
import type { SweepCell } from '@shared/contract/sweep'
import { DataTable, type Column } from '../../ui/data-table'
import { formatNumber } from '../../ui/format'
import { metricValue } from './check-words'
import { estimateOf } from './sweep-grid'
import type { SweepPictureProps } from './sweep-picture'

/** A sweep as a table: a line for each combination. */
export function SweepTable({ request, cells, metric, metricName, chosen, onChoose }: SweepPictureProps) {
  const columns = useMemo<readonly Column<SweepCell>[]>(() => {
    const figure = (member: 'mean' | 'low' | 'high') => (cell: SweepCell) => {
      const estimate = estimateOf(cell, metric)
      return estimate === null ? 'none' : metricValue(metricName, estimate[member])
    }
    return [
      ...request.axes.map(({ label }, index): Column<SweepCell> => ({
        key: label,
        label,
        align: 'end',
        width: 'minmax(140px, 1.6fr)',
        render: ({ values }) => formatNumber(values[index] ?? NaN),
      })),
      { key: 'mean', label: 'Mean', align: 'end', render: figure('mean') },
      { key: 'low', label: 'From', align: 'end', render: figure('low') },
      { key: 'high', label: 'To', align: 'end', render: figure('high') },
    ]
  }, [request.axes, metric, metricName])
  const rows = useMemo(() => cells.toSorted(byValues), [cells])
  return (
    <div className="gw-sweep-table">
      <DataTable
        label="Sweep"
        testId="sweep-table"
        rowTestId="sweep-row"
        columns={columns}
        rows={rows}
        rowKey={({ values }) => values.join()}
        rowAttributes={(cell) => ({
          'data-values': cell.values.join(),
          'data-mean': estimateOf(cell, metric)?.mean ?? '',
        })}
        selectedKey={chosen?.join() ?? null}
        onRowClick={onChoose}
        empty={<p className="gw-sim-no-rows">No run has come to its end yet.</p>}
      />
    </div>
  )
}

function byValues(a: SweepCell, b: SweepCell): number {
  const at = a.values.findIndex((value, index) => value !== b.values[index])
  return at < 0 ? 0 : (a.values[at] ?? 0) - (b.values[at] ?? 0)
}
