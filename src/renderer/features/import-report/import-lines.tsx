import { IconCircleCheck, IconCircleMinus, IconCircleX, IconEqualNot } from '@tabler/icons-react'
import type { ImportLine } from '@shared/contract/import-report'
import { DataTable, type Column } from '../../ui/data-table'

type Outcome = ImportLine['outcome']

const OUTCOMES: { readonly [outcome in Outcome]: { readonly label: string; readonly Icon: typeof IconCircleX } } = {
  carried: { label: 'Carried', Icon: IconCircleCheck },
  approximated: { label: 'Approximated', Icon: IconEqualNot },
  kept: { label: 'Kept', Icon: IconCircleMinus },
  dropped: { label: 'Dropped', Icon: IconCircleX },
}

function OutcomeCell({ outcome }: { readonly outcome: Outcome }) {
  const { label, Icon } = OUTCOMES[outcome]
  return (
    <span className="gw-import-outcome" data-outcome={outcome}>
      <Icon size={14} stroke={1.6} aria-hidden /> {label}
    </span>
  )
}

const COLUMNS: readonly Column<ImportLine>[] = [
  { key: 'outcome', label: 'Outcome', width: '130px', render: ({ outcome }) => <OutcomeCell outcome={outcome} /> },
  { key: 'text', label: 'What', width: 'minmax(200px, 3fr)', render: ({ text }) => <span title={text}>{text}</span> },
  {
    key: 'pointer',
    label: 'Where',
    width: 'minmax(140px, 2fr)',
    mono: true,
    render: ({ pointer }) => <span title={pointer}>{pointer}</span>,
  },
]

/** Every thing that was understood or left out, with what became of it. What was not carried over comes first. */
export function ImportLines({ lines }: { readonly lines: readonly ImportLine[] }) {
  const order: readonly Outcome[] = ['dropped', 'approximated', 'kept', 'carried']
  const rows = order
    .flatMap((outcome) => lines.filter((line) => line.outcome === outcome))
    .map((line, at) => ({ ...line, at }))
  return (
    <div className="gw-import-lines">
      <DataTable
        label="What was understood"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ pointer, text }) => `${pointer} ${text}`}
        rowTestId="import-line"
        rowAttributes={({ outcome }) => ({ 'data-outcome': outcome })}
      />
    </div>
  )
}
