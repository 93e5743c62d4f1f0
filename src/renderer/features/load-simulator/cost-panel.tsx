import type { CostLine } from '@shared/contract/cost'
import { useRunStore } from '../../stores/run-store'
import { DataTable, type Column } from '../../ui/data-table'
import { formatNumber } from '../../ui/format'
import { formatUsd } from '../../ui/format-usd'
import './answers-panel.css'

const COLUMNS: readonly Column<CostLine>[] = [
  { key: 'label', label: 'For', width: 'minmax(180px, 1.6fr)', render: ({ label }) => label },
  {
    key: 'quantity',
    label: 'A month',
    width: 'minmax(150px, 1.2fr)',
    align: 'end',
    render: ({ quantity, unit }) =>
      Number.isFinite(quantity) ? `${formatNumber(Number(quantity.toPrecision(6)))} ${unit}` : '',
  },
  { key: 'usd', label: 'US dollars', width: '110px', align: 'end', render: ({ usd }) => formatUsd(usd) },
  {
    key: 'detail',
    label: 'How it is worked out',
    width: 'minmax(240px, 3fr)',
    render: ({ detail }) => <span title={detail}>{detail}</span>,
  },
]

/** What a month of such traffic costs, line by line. */
export function CostPanel() {
  const cost = useRunStore((state) => state.result?.cost ?? null)
  if (cost === null) {
    return (
      <p className="gw-sim-no-rows">Let a run come to its end: a month of its traffic is worked out from all of it.</p>
    )
  }
  const total: CostLine = { id: 'total', label: 'A month', quantity: NaN, unit: '', usd: cost.total, detail: '' }
  return (
    <div className="gw-answers-cost">
      <DataTable
        label="Cost a month"
        testId="sim-cost"
        rowTestId="cost-line"
        columns={COLUMNS}
        rows={[...cost.lines, total]}
        rowKey={({ id }) => id}
        rowAttributes={({ id, usd }) => ({ 'data-key': id, 'data-usd': usd })}
      />
      <p className="gw-sim-note">
        Prices of {cost.pricesAsOf} in {cost.region}. {cost.assumptions.join('. ')}.
      </p>
    </div>
  )
}
